"""Tests of the way from stored credits to the credit line of a language."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.credits.line import Name, Person, credit_line
from articles.credits.models import Correspondent, Credit, Organisation, Place, Service
from articles.credits.naming import address_of, line_of, with_parties
from newsroom.languages import LANGUAGES
from tests.factories import make_agency, make_correspondent, make_place, make_story

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)


def by_code(word: str) -> dict[str, str]:
    """A name in every language that tells which language it was taken for."""
    return {code: f"{word} {code}" for code in LANGUAGES}


def seven_credits() -> list[Credit]:
    """The credits of the design's example, unsaved."""
    return [
        Credit(correspondent=make_correspondent("Mike Eckel"), place=make_place("Washington")),
        Credit(correspondent=make_correspondent("Rikard Jozwiak"), place=make_place("Brussels")),
        *(Credit(agency=make_agency(name)) for name in ("Reuters", "AP", "AFP", "Interfax", "TASS")),
    ]


@pytest.mark.django_db
def test_english_line_of_stored_credits_is_byte_for_byte_the_one_of_the_design() -> None:
    assert line_of(seven_credits(), "en").text("en") == (
        "With reporting by RFE/RL correspondents Mike Eckel in Washington and Rikard Jozwiak in Brussels, "
        "Reuters, AP, AFP, Interfax, and TASS"
    )


@EVERY_LANGUAGE
def test_every_name_is_taken_in_the_language_of_the_line(code: str) -> None:
    organisation = Organisation(name="Plain", names=by_code("Organisation"))
    person = Correspondent(name="Plain", names=by_code("Person"), organisation=organisation, key="p1")
    place = make_unsaved_place()
    service = Service(name="Plain", names=by_code("Service"), key="s1")
    line = line_of([Credit(correspondent=person, place=place), Credit(service=service)], code)
    text = line.text(code)
    for word in ("Organisation", "Person", "Phrase", "Service"):
        assert f"{word} {code}" in text
    assert "Plain" not in text
    assert "Place" not in text


@EVERY_LANGUAGE
def test_place_without_a_phrase_in_the_language_gives_its_bare_name(code: str) -> None:
    place = make_unsaved_place()
    place.phrases = {other: phrase for other, phrase in place.phrases.items() if other != code}
    person = Correspondent(name="Mike Eckel", key="p1")
    line = line_of([Credit(correspondent=person, place=place)], code)
    assert line == credit_line([Person(Name("Mike Eckel", f"/{code}/people/p1/"), place=f"Place {code}")], code)


@pytest.mark.parametrize(
    ("code", "names", "name"),
    [
        ("fa-af", {"fa": "از فارسی", "en": "English"}, "از فارسی"),
        ("ps", {"fa-af": "از دری", "en": "English"}, "از دری"),
        ("kk", {"ru": "Имя", "en": "English"}, "Имя"),
        ("kk", {"en": "English"}, "English"),
        ("ka", {"ru": "Имя"}, "Plain"),
        ("en", {"ru": "Имя"}, "Plain"),
    ],
)
def test_missing_name_is_taken_from_the_fallbacks_of_the_language(code: str, names: dict[str, str], name: str) -> None:
    assert Correspondent(name="Plain", names=names).name_in(code) == name


@EVERY_LANGUAGE
def test_withheld_person_leaves_neither_name_nor_place_nor_address(code: str) -> None:
    person = Correspondent(name="Plain", names=by_code("Person"), key="p1", withheld_at=timezone.now())
    line = line_of([Credit(correspondent=person, place=make_unsaved_place())], code)
    assert line == credit_line([Person(None)], code)
    for told in ("Person", "Plain", "Place", "Phrase", "p1"):
        assert told not in line.text(code)
        assert told not in line.html()
    assert address_of(person, code) == ""


@pytest.mark.django_db
@EVERY_LANGUAGE
def test_every_party_has_its_page_in_the_language(code: str) -> None:
    assert address_of(make_correspondent(key="abc"), code) == f"/{code}/people/abc/"
    assert address_of(Service.objects.create(name="Russian Service"), code) == f"/{code}/services/russian-service/"
    assert address_of(make_agency("Reuters"), code) == f"/{code}/agencies/reuters/"


@pytest.mark.django_db
def test_credits_come_in_their_order_and_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    story = make_story(
        publish=False,
        credits=[
            {"agency": make_agency("TASS")},
            {"correspondent": make_correspondent("Mike Eckel"), "place": make_place("Washington")},
            {"service": Service.objects.create(name="Russian Service")},
            {"correspondent": make_correspondent("Ann Free", "")},
        ],
    )
    with django_assert_num_queries(1):
        text = line_of(with_parties(story.credits.get_queryset()), "en").text("en")
    assert text == (
        "With reporting by TASS, RFE/RL correspondent Mike Eckel in Washington, Russian Service, and Ann Free"
    )
    Credit.objects.filter(story=story, agency__isnull=False).update(sort_order=9)
    assert line_of(with_parties(story.credits.get_queryset()), "en").text("en").endswith("Ann Free, and TASS")


def make_unsaved_place() -> Place:
    """A place with a name and a phrase in every language."""
    return Place(name="Plain", names=by_code("Place"), phrases=by_code("Phrase"))
