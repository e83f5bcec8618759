"""For whom a page is made: a reader of a language, somewhere, at a moment. Nothing about the person.

The present reader is held beside the request, like Django's active language, so that no list, link or strip can forget
to ask. Outside readers' requests (the admin, the worker, commands) there is none, and nothing is withheld.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

from articles.legal import snapshot
from articles.legal.decision import Decision, RuleSet
from articles.legal.notices import notices_for
from articles.legal.values import Rule, Subject
from newsroom.regions.location import UNKNOWN, Location


class Reader:
    """Language, place and moment of one request, with the rules that hold for all of it."""

    __slots__ = ("_rules", "at", "language", "location")

    def __init__(
        self,
        language: str,
        location: Location = UNKNOWN,
        at: datetime | None = None,
        rules: RuleSet | None = None,
    ) -> None:
        self.language = language
        self.location = location
        self.at = at or timezone.now()
        self._rules = rules

    def __repr__(self) -> str:
        """The same words for every reader, so that no log learns where one is."""
        return "<reader>"

    @property
    def rules(self) -> RuleSet:
        """The rules, the same for the whole request; asked for when first needed."""
        if self._rules is None:
            self._rules = snapshot.current()
        return self._rules

    def meets(self, subject: Subject, surface: str) -> Decision:
        """The notices for a page of the reader's language on a surface."""
        return notices_for(subject, self.language, self.location, surface, self.at, rules=self.rules)

    def withholdings(self, language: str) -> list[Rule]:
        """Rules of withheld notices that hold for the reader now in a language, the most specific first.

        They come with their exemptions: a rule counts only where no earlier one of the same notice covers the page.
        """
        return [
            rule
            for rule in self.rules.rules
            if rule.withholds
            and (not rule.languages or language in rule.languages)
            and rule.is_in_force(self.at)
            and rule.holds_at(self.location)
        ]


_present: ContextVar[Reader | None] = ContextVar("present_reader", default=None)


def present_reader() -> Reader | None:
    """Whom the page is made for; None where no reader asked."""
    return _present.get()


@contextmanager
def serving(reader: Reader | None) -> Iterator[None]:
    """Makes everything within for this reader."""
    token = _present.set(reader)
    try:
        yield
    finally:
        _present.reset(token)
