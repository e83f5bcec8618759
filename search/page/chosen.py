"""The filters that a reader chose, with their names; those that name nothing are left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.credits.models import Agency, Correspondent, Place, Service
from articles.pages.section import SectionPage
from newsroom.formats import format_date
from search.page.address import FIELDS, FILTERS, KEYS, Asked, address_of, written
from search.questions import Question

TITLES: dict[str, str | Promise] = {
    "q": _("Words"),
    "section": _("Section"),
    "person": _("Correspondent"),
    "agency": _("Agency or service"),
    "place": _("Place"),
    "video": _("Video"),
    "from": _("First day"),
    "to": _("Last day"),
    "order": _("Order"),
    "page": _("Page"),
}
"""Parameter → what readers call it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One chosen filter, and the address of the search without it."""

    title: str | Promise
    label: str
    address: str


def resolve(asked: Asked, sections: Iterable[SectionPage]) -> tuple[Asked, dict[str, str]]:
    """What is asked without filters that name nothing, and the names of those that stay.

    One query for each correspondent, agency or place that is named; the sections are at hand.
    """
    question = asked.question
    names = {
        "section": next((section.title for section in sections if section.slug == question.section), ""),
        "person": _person(question.person, question.language),
        "agency": _agency(question.agency, question.language),
        "place": _place(question.place, question.language),
    }
    unknown = [name for name in KEYS if getattr(question, name) and not names[name]]
    left_out = tuple(name for name in FIELDS if name in {*asked.left_out, *unknown})
    nothing: dict[str, Any] = dict.fromkeys(unknown, "")
    known = replace(question, **nothing)
    return replace(asked, question=known, left_out=left_out), names


def chosen_filters(question: Question, names: dict[str, str]) -> list[Chosen]:
    """The chosen filters in the order of the address."""
    labels = names | {"video": str(_("With video"))}
    if question.since:
        labels["from"] = day_in_words(question.since, question.language)
    if question.until:
        labels["to"] = day_in_words(question.until, question.language)
    return [
        Chosen(TITLES[name], labels[name], address_of(question, **_without(name)))
        for name in FILTERS
        if name in written(question)
    ]


def _without(name: str) -> dict[str, Any]:
    """The change of a question that takes a filter back."""
    return {FIELDS[name]: _NOTHING.get(name, "")}


_NOTHING: dict[str, bool | None] = {"video": False, "from": None, "to": None}
"""What a field is without its filter, where that is no empty text."""


def day_in_words(day: date, code: str) -> str:
    """A day of UTC as the language writes it."""
    return format_date(datetime(day.year, day.month, day.day, tzinfo=UTC), code, UTC)


def _person(key: str, code: str) -> str:
    """Empty while the name is withheld, as if there were no such person."""
    person = Correspondent.objects.filter(key=key, withheld_at=None).first() if key else None
    return person.name_in(code) if person else ""


def _agency(key: str, code: str) -> str:
    if not key:
        return ""
    party = Agency.objects.filter(key=key).first() or Service.objects.filter(key=key).first()
    return party.name_in(code) if party else ""


def _place(key: str, code: str) -> str:
    """A place's key is the last part of its uri."""
    place = Place.objects.filter(uri__endswith=f":{key}").first() if key else None
    return place.name_in(code) if place else ""
