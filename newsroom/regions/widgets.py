"""Choosing places by name: countries with their parts as boxes to tick, and one question for each country in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from newsroom.formats import country_name, subdivision_name
from newsroom.regions.area import partly_covered
from newsroom.regions.vocabulary import KOSOVO, countries, is_country, subdivisions_of

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place to tick, with the places inside it."""

    code: str
    name: str
    parts: tuple[PlaceRow, ...] = ()


@cache
def places(language_code: str) -> tuple[PlaceRow, ...]:
    """Every country with its parts, by their names in the language."""
    rows = [
        PlaceRow(
            code,
            country_name(code, language_code),
            _sorted(PlaceRow(part, subdivision_name(part, language_code)) for part in subdivisions_of(code)),
        )
        for code in (*countries(), KOSOVO)
    ]
    return _sorted(rows)


def place_name(code: str, language_code: str) -> str:
    """The name of a country, or of a part together with its country where it stands alone."""
    if is_country(code):
        return country_name(code, language_code)
    return f"{subdivision_name(code, language_code)} ({country_name(code[:2], language_code)})"


class PlacesWidget(forms.Widget):
    """Boxes for all places, with a filter where scripts run; the codes of the ticked ones are its value."""

    template_name = "regions/admin/places_widget.html"
    use_fieldset = True

    class Media:
        css = {"all": ["regions/admin.css"]}
        js = ["regions/places.js"]

    def format_value(self, value: Any) -> list[str]:
        """The codes; none for what is not a list of them."""
        return [code for code in value if isinstance(code, str)] if isinstance(value, list | tuple) else []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the places in the language of whoever looks."""
        context = super().get_context(name, value, attrs)
        language_code = get_language() or "en"
        chosen = frozenset(self.format_value(value))
        context["widget"] |= {
            "id": context["widget"]["attrs"].get("id", f"id_{name}"),
            "rows": places(language_code),
            "chosen": chosen,
            "open": partly_covered(chosen),
            "names": [place_name(code, language_code) for code in sorted(chosen)],
        }
        return context

    def value_from_datadict(self, data: Any, files: MultiValueDict, name: str) -> list[str]:
        """The codes that were ticked."""
        return list(data.getlist(name) if hasattr(data, "getlist") else data.get(name) or [])

    def value_omitted_from_data(self, data: Any, files: MultiValueDict, name: str) -> bool:
        """Never: nothing is sent where no box is ticked."""
        return False

    def id_for_label(self, id_: str) -> str:
        """Nothing: each box has a label of its own."""
        return ""


class AnswersWidget(forms.Widget):
    """Yes or no for each country of which only parts are chosen; the other questions are hidden."""

    template_name = "regions/admin/answers_widget.html"
    use_fieldset = True
    asked: frozenset[str] = frozenset()
    """The countries whose question is shown; the form knows them."""

    def format_value(self, value: Any) -> dict[str, bool]:
        """The answers; none for what is not a dictionary of them."""
        return dict(value) if isinstance(value, Mapping) else {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds a question for each country that has parts."""
        context = super().get_context(name, value, attrs)
        answers = self.format_value(value)
        context["widget"] |= {
            "id": context["widget"]["attrs"].get("id", f"id_{name}"),
            "asked": self.asked,
            "rows": [
                {"place": row, "name": _input_name(name, row.code), "answer": answers.get(row.code)}
                for row in places(get_language() or "en")
                if row.parts
            ],
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> dict[str, bool]:
        """The answers that were given; what is neither yes nor no is none."""
        given = {code: data.get(_input_name(name, code)) for code in countries()}
        return {code: answer == YES for code, answer in given.items() if answer in (YES, NO)}

    def value_omitted_from_data(self, data: Any, files: MultiValueDict, name: str) -> bool:
        """Never: nothing is sent where nothing is answered."""
        return False

    def id_for_label(self, id_: str) -> str:
        """Nothing: each answer has a label of its own."""
        return ""


def _sorted(rows: Any) -> tuple[PlaceRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def _input_name(field: str, country: str) -> str:
    return f"{field}-{country}"
