"""`notices_for`: the function that every surface calls."""

from __future__ import annotations

from datetime import datetime

from articles.legal import snapshot
from articles.legal.decision import Decision, RuleSet
from articles.legal.surfaces import ensure_known
from articles.legal.values import Subject
from newsroom.regions.location import Location


def notices_for(
    story: Subject, language: str, location: Location, surface: str, at: datetime, *, rules: RuleSet | None = None
) -> Decision:
    """What a reader of a language at a place meets on a surface at a moment (aware); `NO_STORY` for other pages.

    Pure for given rules; without them this process's snapshot of the present ones serves. Raises UnknownSurface,
    ValueError for a moment without a time zone.
    """
    ensure_known(surface)
    return (rules if rules is not None else snapshot.current()).decide(story, language, location, surface, at)
