"""Which documents may be found: those that the present reader may see, and those that the reader chose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from articles.legal.reader import present_reader
from search.law import Clause, withheld
from search.questions import Question

FACETS: dict[str, str] = {
    "section": "section",
    "person": "people",
    "agency": "agencies",
    "place": "places",
    "video": "has_video",
}
"""Name of the facet → the field that it counts."""


def readable(code: str, at: datetime, withdrawn: Iterable[int] = ()) -> dict[str, Any]:
    """The condition that every part of every query of a language carries: out, past its embargo, not withheld."""
    hidden: list[Clause] = [{"range": {"embargo_until": {"gt": at.isoformat()}}}, *withheld(present_reader(), code)]
    numbers = sorted(withdrawn)
    if numbers:
        hidden.append({"terms": {"page": numbers}})
    return {"bool": {"filter": [{"term": {"live": True}}], "must_not": hidden}}


def between_days(question: Question) -> list[Clause]:
    """The days that the reader chose, in UTC, both inclusive."""
    bounds: dict[str, str] = {}
    if question.since:
        bounds["gte"] = _midnight(question.since).isoformat()
    if question.until and question.until < datetime.max.date():
        bounds["lt"] = _midnight(question.until + timedelta(days=1)).isoformat()
    return [{"range": {"updated_at": bounds}}] if bounds else []


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def chosen(question: Question) -> dict[str, Clause]:
    """Name of the facet → its condition, for each facet of which a value was chosen."""
    values: dict[str, str | bool] = {
        "section": question.section,
        "person": question.person,
        "agency": question.agency,
        "place": question.place,
        "video": question.has_video,
    }
    return {name: {"term": {FACETS[name]: value}} for name, value in values.items() if value}
