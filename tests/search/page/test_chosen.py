"""Tests of the chosen filters and their names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone, translation

from articles.credits.models import Service
from newsroom.languages import LANGUAGES
from search.page.address import Asked
from search.page.chosen import chosen_filters, resolve
from search.questions import Question
from tests.factories import make_agency, make_correspondent, make_place

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_filter_has_the_name_that_the_language_knows(code: str) -> None:
    person = make_correspondent("Nino", names={code: "The name"})
    asked, names = resolve(Asked(Question(code, person=person.key)), [])
    with translation.override(code):
        (chosen,) = chosen_filters(asked.question, names)
    assert (chosen.label, chosen.address) == ("The name", f"/{code}/search/")


def test_agencies_and_services_are_one_filter() -> None:
    agency, service = make_agency("TASS"), Service.objects.create(name="Radio Mashaal")
    for party in (agency, service):
        asked, names = resolve(Asked(Question("en", agency=party.key)), [])
        assert (asked.question.agency, names["agency"]) == (party.key, party.name)


def test_a_place_is_known_by_the_end_of_its_uri() -> None:
    place = make_place("Baku")
    key = place.uri.rpartition(":")[2]
    assert resolve(Asked(Question("en", place=key)), [])[1]["place"] == "Baku"
    assert resolve(Asked(Question("en", place=key[1:])), [])[0].left_out == ("place",)


def test_what_names_nothing_is_left_out_in_the_order_of_the_address() -> None:
    person = make_correspondent("Nino", withheld_at=timezone.now())
    question = Question("en", "sea", "nowhere", person.key, "none", "atlantis")
    asked, _names = resolve(Asked(question, left_out=("page",)), [])
    assert asked.question == Question("en", "sea")
    assert asked.left_out == ("section", "person", "agency", "place", "page")


def test_nothing_is_looked_up_that_is_not_asked(django_assert_num_queries: Callable[..., Any]) -> None:
    with django_assert_num_queries(0):
        resolve(Asked(Question("en", "sea", has_video=True, since=date(2024, 1, 1))), [])
