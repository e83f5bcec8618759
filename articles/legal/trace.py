"""Why a notice applies or does not: every rule with the reasons, for preview, evidence and tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from articles.legal.decision import RuleSet
from articles.legal.values import Rule, Subject
from newsroom.regions.location import Location


@dataclass(frozen=True, slots=True)
class Line:
    """What was asked of one rule and what it answered."""

    rule: Rule
    scope: bool
    language: bool
    surface: bool
    time: bool
    region: bool
    outranked_by: int | None = None
    """The id of the more specific rule of the same notice that applies instead."""

    @property
    def matches(self) -> bool:
        """Whether everything it asks for is given."""
        return self.scope and self.language and self.surface and self.time and self.region

    @property
    def applies(self) -> bool:
        """Whether it decides about its notice."""
        return self.matches and self.outranked_by is None


def trace(
    rules: RuleSet, subject: Subject, language: str, location: Location, surface: str, at: datetime
) -> tuple[Line, ...]:
    """One line for each rule, the most specific first.

    It shares no short cut with the decision, so each checks the other.
    """
    return tuple(_lines(rules, subject, language, location, surface, at))


def _lines(
    rules: RuleSet, subject: Subject, language: str, location: Location, surface: str, at: datetime
) -> Iterator[Line]:
    winners: dict[str, int] = {}
    for rule in rules.rules:
        line = Line(
            rule,
            scope=rule.scope.covers(subject),
            language=not rule.languages or language in rule.languages,
            surface=not rule.surfaces or surface in rule.surfaces,
            time=rule.is_in_force(at),
            region=rule.holds_at(location),
        )
        if line.matches:
            first = winners.setdefault(rule.notice.key, rule.id)
            if first != rule.id:
                line = Line(rule, line.scope, line.language, line.surface, line.time, line.region, first)
        yield line
