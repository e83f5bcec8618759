"""The address of a search: read from a query string, whatever stands in it, and written so that it can be shared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from newsroom.text import clean_line
from search.questions import LAST_PAGE, LONGEST_TEXT, MOST_WORDS, NEWEST, RELEVANCE, Question

PATH = "search"
"""The part of the address after the language."""
FIELDS: dict[str, str] = {
    "q": "text",
    "section": "section",
    "person": "person",
    "agency": "agency",
    "place": "place",
    "video": "has_video",
    "from": "since",
    "to": "until",
    "order": "order",
    "page": "page",
}
"""Parameter → field of the question, in the order in which addresses have them."""
FILTERS = ("section", "person", "agency", "place", "video", "from", "to")
"""Parameters that leave stories out."""
KEYS = ("section", "person", "agency", "place")
LONGEST_KEY = 255
YES = "1"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"[0-9]+")
YEARS = range(1900, 2200)
"""Those in which a story may have been published; what lies outside is a slip."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks, and what of it could not be used."""

    question: Question
    left_out: tuple[str, ...] = ()
    """Parameters whose values mean nothing."""
    is_cut: bool = False
    """Whether only the beginning of the words is searched for."""
    is_beyond: bool = False
    """Whether it wants a page after the last that can be opened."""


def read_address(language: str, parameters: Mapping[str, str]) -> Asked:
    """What a query string asks of a language; a value that means nothing is as if it were not there."""
    given = {name: clean_line(parameters.get(name, "")[: LONGEST_TEXT * 4]) for name in FIELDS}
    words = _words(given["q"])
    values: dict[str, Any] = {"text": words} | {name: given[name][:LONGEST_KEY] for name in KEYS}
    values |= {"has_video": given["video"] == YES, "since": _day(given["from"]), "until": _day(given["to"])}
    if values["since"] and values["until"] and values["since"] > values["until"]:
        values["since"], values["until"] = values["until"], values["since"]
    values["order"] = given["order"] if given["order"] in (RELEVANCE, NEWEST) else RELEVANCE
    page = _page(given["page"])
    values["page"] = min(page or 1, LAST_PAGE)
    unread = {
        "video": given["video"] not in ("", "0", YES),
        "from": given["from"] and not _day(given["from"]),
        "to": given["to"] and not _day(given["to"]),
        "order": given["order"] not in ("", RELEVANCE, NEWEST),
        "page": given["page"] and page is None,
    }
    left_out = tuple(name for name, is_unread in unread.items() if is_unread)
    is_cut = words != given["q"] or len(parameters.get("q", "")) > LONGEST_TEXT * 4
    return Asked(Question(language, **values), left_out, is_cut, bool(page and page > LAST_PAGE))


def address_of(question: Question, *, ending: str = "", **changes: Any) -> str:
    """The root-relative address of a search: parameters in a fixed order, without those that say nothing.

    `ending` is what the path has after `search/`. Changes are fields of the question; a change of anything but the
    page leads to the first page.
    """
    wanted = replace(question, **({"page": 1} | changes)) if changes else question
    pairs = [(name, _value(wanted, field)) for name, field in FIELDS.items()]
    query = urlencode([(name, value) for name, value in pairs if value])
    path = f"/{wanted.language}/{PATH}/{ending}"
    return f"{path}?{query}" if query else path


def written(question: Question) -> dict[str, str]:
    """The parameters that the address of a question has, with their values."""
    values = {name: _value(question, field) for name, field in FIELDS.items()}
    return {name: value for name, value in values.items() if value}


def without_filters(question: Question) -> Question:
    """The same words and order, in all stories."""
    return Question(question.language, question.text, order=question.order)


def asks_nothing(question: Question) -> bool:
    """Whether there are neither words nor filters."""
    return not question.text and not any(name in written(question) for name in FILTERS)


def _value(question: Question, field: str) -> str:
    value = getattr(question, field)
    if value is None or value is False or value == "" or (field, value) in (("order", RELEVANCE), ("page", 1)):
        return ""
    return YES if value is True else value.isoformat() if isinstance(value, date) else str(value)


def _words(text: str) -> str:
    """No more characters and words than are searched for."""
    text = text[:LONGEST_TEXT].strip()
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS])


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def _page(text: str) -> int | None:
    """The number of a page; any that is too long to be one is the one after the last."""
    if not NUMBER.fullmatch(text):
        return None
    digits = text.lstrip("0")
    return None if not digits else int(digits) if len(digits) <= len(str(LAST_PAGE)) else LAST_PAGE + 1
