"""Which notices apply: the only place that decides.

Pure: rules are a value (`RuleSet`), the reader's place and the moment are arguments, so tomorrow's rule can be
previewed and last year's replayed. Different notices add up; for one notice the most specific rule wins; a withholding
outranks all. See law.md, "The decision".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from articles.legal.fallbacks import text_for
from articles.legal.terms import Effect
from articles.legal.values import NO_STORY, Rule, Shown, Subject
from newsroom.regions.location import Location

REMEMBERED = 4096
"""Combinations of language, surface and place whose candidate rules a rule set remembers."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader meets: the notices, what is hidden, whether the page is withheld, and until when that is so."""

    shown: tuple[Shown, ...] = ()
    withheld: Shown | None = None
    effects: frozenset[Effect] = frozenset()
    changes_at: datetime | None = None
    """When the answer may next be another one, by the rules known now."""

    @property
    def is_withheld(self) -> bool:
        """Whether the page must not be served."""
        return self.withheld is not None

    def hides(self, effect: Effect) -> bool:
        """Whether something is hidden, or done, by this effect."""
        return effect in self.effects

    @property
    def above(self) -> list[Shown]:
        """Notices that stand above the story."""
        return [shown for shown in self.shown if shown.is_above]

    @property
    def below(self) -> list[Shown]:
        """Notices that stand below the story."""
        return [shown for shown in self.shown if shown.is_below]


NOTHING = Decision()


class _Candidates(NamedTuple):
    """The rules that may apply to readers of a language at a place on a surface, and when one of them changes."""

    rules: tuple[Rule, ...]
    moments: tuple[datetime, ...]


class RuleSet:
    """All rules in force or due, as of one version. Immutable; safe to share between threads."""

    def __init__(self, rules: Iterable[Rule], version: str = "") -> None:
        self.version = version
        self.rules = tuple(sorted(rules, key=lambda rule: (rule.specificity, rule.id), reverse=True))
        self.scope_kinds = frozenset(rule.scope.kind for rule in self.rules)
        """What rules are about; a page need not know its tags while no rule is about tags."""
        self._candidates: dict[tuple[str, str, Location], _Candidates] = {}

    def decide(self, subject: Subject, language: str, location: Location, surface: str, at: datetime) -> Decision:
        """What a reader of this language at this place meets on this surface at this moment (aware).

        Raises ValueError for a moment without a time zone.
        """
        if at.tzinfo is None:
            raise ValueError("The moment must say its time zone.")
        rules, moments = self._candidates_for(language, location, surface)
        if not rules:
            return NOTHING
        next_change = bisect_right(moments, at)
        changes_at = moments[next_change] if next_change < len(moments) else None
        winners: dict[str, Rule] = {}
        for rule in rules:
            if rule.notice.key not in winners and rule.is_in_force(at) and rule.scope.covers(subject):
                winners[rule.notice.key] = rule
        return _decided(winners.values(), language, changes_at) if winners else Decision(changes_at=changes_at)

    def touched_by_seal(self, subject: Subject, at: datetime) -> bool:
        """Whether a sealed rule, in force or due, is about the page, wherever its reader is.

        No shared cache keeps such a page, nor the same page in another language, which links to it.
        """
        return any(
            rule.notice.is_sealed and (rule.ends_at is None or at < rule.ends_at) and rule.scope.covers(subject)
            for rule in self.rules
        )

    def _candidates_for(self, language: str, location: Location, surface: str) -> _Candidates:
        known = self._candidates.get((language, surface, location))
        if known is None:
            rules = tuple(
                rule
                for rule in self.rules
                if (not rule.languages or language in rule.languages)
                and (not rule.surfaces or surface in rule.surfaces)
                and rule.holds_at(location)
            )
            moments = tuple(sorted({moment for rule in rules for moment in _moments(rule)}))
            known = _Candidates(rules, moments)
            if len(self._candidates) >= REMEMBERED:
                self._candidates.clear()
            self._candidates[language, surface, location] = known
        return known


def _moments(rule: Rule) -> list[datetime]:
    return [moment for moment in (rule.starts_at, rule.ends_at) if moment is not None]


def _decided(winners: Iterable[Rule], language: str, changes_at: datetime | None) -> Decision:
    rules = list(winners)
    # The order of rows on the page: the widest notice last, and the same on every page.
    rules.sort(key=lambda rule: rule.notice.key)
    withholding = max(
        (rule for rule in rules if rule.withholds and Effect.SHOW in rule.effects),
        # An order that may not even be told of decides how the page answers.
        key=lambda rule: (rule.notice.looks_missing, rule.specificity),
        default=None,
    )
    shown = tuple(
        Shown(rule.notice, text_for(rule.notice, language), rule)
        for rule in rules
        if not rule.withholds and Effect.SHOW in rule.effects
    )
    withheld = Shown(withholding.notice, text_for(withholding.notice, language), withholding) if withholding else None
    effects = frozenset(effect for rule in rules for effect in rule.effects)
    return Decision(shown, withheld, effects, changes_at)


EMPTY = RuleSet(())

__all__ = ["EMPTY", "NOTHING", "NO_STORY", "Decision", "RuleSet"]
