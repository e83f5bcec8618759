"""What a reader asks of the search: words and filters, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LONGEST_TEXT = 500
"""Characters of a query that are read; the rest is cut off."""
MOST_WORDS = 24
"""Words of a query that are read."""
LAST_PAGE = 50
"""The last page of results that can be opened, so that paging stays cheap."""
PER_PAGE = 10
RELEVANCE, NEWEST = "relevance", "newest"


@dataclass(frozen=True, slots=True)
class Question:
    """One search in one language, already clean: nothing in it is longer or larger than the limits above."""

    language: str
    text: str = ""
    """Words, `"a phrase"`, `-not`; everything else is words."""
    section: str = ""
    """The slug of a section of the language."""
    person: str = ""
    """The key of a correspondent."""
    agency: str = ""
    """The key of an agency or a service."""
    place: str = ""
    """The key of a place (a part of its uri)."""
    has_video: bool = False
    since: date | None = None
    until: date | None = None
    """The last day, inclusive; days of UTC."""
    order: str = RELEVANCE
    page: int = 1
