"""How far a name reaches: the stories that credit a person, and the words of others in which the name stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.db.models import Count

from articles.credits.models import Correspondent, Credit
from newsroom.languages import LANGUAGES, Language
from newsroom.text import clean_line

SHORTEST_STEM = 4
LONG_WORD = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """Something whose own words hold the name, which withholding does not change."""

    item: models.Model
    title: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where the name seems to stand in words that somebody wrote."""

    stories: tuple[Mention, ...] = ()
    pictures: tuple[Mention, ...] = ()
    are_all: bool = True
    """Whether there are no more than these."""


MentionFinder = Callable[[Correspondent], Mentions]


def stories_by_language(person: Correspondent) -> dict[Language, int]:
    """How many stories of each language credit the person, published or not; one query."""
    rows = Credit.objects.filter(correspondent=person).values_list("story__locale__language_code")
    counts = dict(rows.annotate(count=Count("story", distinct=True)).order_by())
    return {row: counts[code] for code, row in LANGUAGES.items() if code in counts}


def spellings_of(person: Correspondent) -> set[str]:
    """The name in every language in which it is known."""
    return {line for text in (person.name, *person.names.values()) if (line := clean_line(str(text)))}


def traces_of(person: Correspondent) -> set[str]:
    """What to look for in running text: of each spelling the last word, where that is long enough to tell somebody.

    Running text inflects names and leaves first names out, so the last letter of a long word is left off, too.
    """
    return {_trace(spelling) for spelling in spellings_of(person)}


def tells_name(text: str, person: Correspondent) -> bool:
    """Whether a text holds the name, or its last word alone, in any spelling; the letters' case does not matter."""
    folded = clean_line(text).casefold()
    return any(trace.casefold() in folded for trace in traces_of(person))


def _trace(spelling: str) -> str:
    words = spelling.split()
    last = words[-1]
    if len(words) == 1 or len(last) < SHORTEST_STEM:
        return spelling
    return last[:-1] if len(last) >= LONG_WORD else last
