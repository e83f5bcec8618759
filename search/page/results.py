"""What one page of results shows besides the answer itself: ways on, ways back, and words about it all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.pages.section import SectionPage
from newsroom.formats import format_number
from newsroom.languages import Language, language
from search.answers import Answer, Facet, FacetValue, Hit
from search.page.address import FIELDS, Asked, address_of
from search.page.chosen import TITLES
from search.questions import LAST_PAGE, NEWEST, PER_PAGE, RELEVANCE, Question


@dataclass(frozen=True, slots=True)
class Row:
    """One hit, with the section that it stands in."""

    hit: Hit
    section: SectionPage | None


@dataclass(frozen=True, slots=True)
class Way:
    """A link from this page of results to another."""

    label: str | Promise
    address: str
    count: int = 0
    is_here: bool = False
    """Whether it is what the reader has chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The values by which the results can be narrowed in one respect."""

    name: str
    title: str | Promise
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Paging:
    """Where the page stands among its neighbours; an empty address where there is no neighbour."""

    number: int
    last: int
    previous: str
    following: str


def rows(answer: Answer, sections: Iterable[SectionPage]) -> list[Row]:
    """The hits with their sections, without a query."""
    known = list(sections)
    return [
        Row(hit, next((section for section in known if hit.story.path.startswith(section.path)), None))
        for hit in answer.hits
    ]


def choices(question: Question, facets: Iterable[Facet]) -> list[Choice]:
    """The facets as links; a chosen value's link takes the choice back."""
    return [
        Choice(
            facet.name,
            TITLES[facet.name],
            tuple(
                Way(
                    value.label,
                    address_of(question, **_change(facet.name, value)),
                    value.count,
                    value.is_chosen,
                )
                for value in facet.values
            ),
        )
        for facet in facets
    ]


def orders(question: Question) -> list[Way]:
    """The two orders of the results."""
    titles = {RELEVANCE: _("Best match first"), NEWEST: _("Newest first")}
    return [
        Way(title, address_of(question, order=order), is_here=question.order == order)
        for order, title in titles.items()
    ]


def paging(question: Question, answer: Answer) -> Paging:
    """The neighbours of the page; none lies after the last page that can be opened."""
    here, last = question.page, min(ceil(answer.total / PER_PAGE), LAST_PAGE)
    previous = address_of(question, page=here - 1) if here > 1 else ""
    return Paging(here, last, previous, address_of(question, page=here + 1) if here < last else "")


def elsewhere(question: Question, answer: Answer) -> list[tuple[Language, Way]]:
    """The languages in which the same words find stories, and the search there, without filters of this language."""
    return [
        (
            language(other.language),
            Way("", address_of(Question(other.language, question.text, order=question.order)), other.count),
        )
        for other in answer.elsewhere
        if other.count
    ]


def count_in_words(answer: Answer, code: str) -> str:
    """How many stories were found, as a sentence of the page's language."""
    count = format_number(answer.total, code)
    if not answer.hits:  # whatever the index counted: stories that went meanwhile are not shown
        return gettext("No story was found.")
    if answer.total_is_exact:
        return ngettext("{count} story found", "{count} stories found", answer.total).format(count=count)
    return ngettext("More than {count} story found", "More than {count} stories found", answer.total).format(
        count=count
    )


def remarks(asked: Asked) -> list[str]:
    """What was not done as the address asks, in words."""
    said = []
    if asked.is_cut:
        said.append(gettext("The query is long: only its beginning is searched for."))
    if asked.left_out:
        names = [str(TITLES[name]) for name in asked.left_out]
        said.append(gettext("Not understood and left out: {what}.").format(what=", ".join(names)))
    return said


def _change(name: str, value: FacetValue) -> dict[str, Any]:
    """The change of a question when the reader follows a facet's link."""
    if name == "video":
        return {FIELDS[name]: not value.is_chosen}
    return {FIELDS[name]: "" if value.is_chosen else value.value}
