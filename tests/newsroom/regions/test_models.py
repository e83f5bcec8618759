"""Tests of what a region must say of itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from newsroom.languages import LANGUAGES
from newsroom.regions.area import Area
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.models import Region
from newsroom.regions.vocabulary import countries

pytestmark = pytest.mark.django_db


def region(**fields: Any) -> Region:
    """A region that would pass, but for these fields."""
    return Region(**{"name": "Places", "codes": ["DE"], "unknown_country": False, **fields})


def faults(checked: Region) -> dict[str, list[str]]:
    """What is said to be wrong, by field."""
    with pytest.raises(ValidationError) as refusal:
        checked.full_clean()
    return refusal.value.message_dict


def test_region_is_stored_with_its_codes_in_order() -> None:
    stored = region(codes=["UA-43", "RU", "RU"], unknown_subdivisions={"UA": True}, unknown_country=True)
    stored.full_clean()
    stored.save()
    stored.refresh_from_db()
    assert stored.codes == ["RU", "UA-43"]
    assert stored.area == Area(frozenset({"RU", "UA-43"}), False, True, frozenset({"UA"}))


@pytest.mark.parametrize("fields", [{"codes": []}, {"codes": ["DE"], "whole_world": True}])
def test_region_is_somewhere_and_not_twice(fields: dict[str, Any]) -> None:
    assert faults(region(**fields)).keys() & {"codes", "whole_world"}
    with pytest.raises(IntegrityError), transaction.atomic():
        region(**fields).save()


def test_whole_world_includes_readers_of_unknown_country() -> None:
    world = region(codes=[], whole_world=True, unknown_country=False)
    world.full_clean()
    world.save()
    assert world.unknown_country
    assert world.area.includes(UNKNOWN)
    assert world.area.includes(Location("XK", None))


def test_region_without_an_answer_for_readers_of_unknown_country_is_refused() -> None:
    assert "unknown_country" in faults(Region(name="Places", codes=["DE"]))
    with pytest.raises(IntegrityError), transaction.atomic():
        Region.objects.create(name="Places", codes=["DE"])


@pytest.mark.parametrize("code", ["RU-CR", "XX", "UK", "ru", "", "UA43", "<b>", "RU\n", "Россия", 7, None, ["RU"], {}])
def test_code_that_is_none_is_named(code: Any) -> None:
    message = faults(region(codes=["DE", code]))["codes"][0]
    assert str(code)[:80] in message


def test_every_unknown_code_is_named_and_none_at_length() -> None:
    message = faults(region(codes=["XX", "DE", "YY", "Z" * 10_000]))["codes"][0]
    assert "XX" in message
    assert "YY" in message
    assert len(message) < 300


@pytest.mark.parametrize("codes", ["RU", {"RU": True}, None, 7])
def test_codes_that_are_no_list_are_refused(codes: Any) -> None:
    assert "codes" in faults(region(codes=codes))


def test_country_of_which_parts_are_chosen_needs_an_answer() -> None:
    message = faults(region(codes=["RU", "UA-43", "GE-AB"], unknown_subdivisions={"GE": False}))
    assert "Ukraine" in message["unknown_subdivisions"][0]
    assert "Georgia" not in message["unknown_subdivisions"][0]


def test_country_that_is_chosen_whole_needs_no_answer() -> None:
    region(codes=["UA", "UA-43"]).full_clean()


@pytest.mark.parametrize("answer", [None, "yes", 1, 0, [], {}])
def test_answer_is_yes_or_no(answer: Any) -> None:
    assert "Ukraine" in faults(region(codes=["UA-43"], unknown_subdivisions={"UA": answer}))["unknown_subdivisions"][0]


@pytest.mark.parametrize("answers", [{"DE": True}, {"UA": True, "XX": False}, {"<b>": True}])
def test_answer_that_nobody_needs_is_refused(answers: dict[str, bool]) -> None:
    assert "unknown_subdivisions" in faults(region(codes=["DE"], unknown_subdivisions=answers))


@pytest.mark.parametrize("answers", ["UA", ["UA"], 7])
def test_answers_that_are_none_are_refused(answers: Any) -> None:
    assert "unknown_subdivisions" in faults(region(codes=["UA-43"], unknown_subdivisions=answers))


@pytest.mark.parametrize("answer", [True, False])
def test_answer_decides_for_readers_of_whom_only_the_country_is_known(answer: bool) -> None:
    area = region(codes=["UA-43"], unknown_subdivisions={"UA": answer}).area
    assert area.includes(Location("UA", None)) is answer
    assert area.includes(Location("UA", "UA-43"))
    assert not area.includes(Location("UA", "UA-30"))


def test_source_that_tells_more_finely_than_the_region_is_understood() -> None:
    area = region(codes=["ES-CT"], unknown_subdivisions={"ES": False}).area
    assert area.includes(Location("ES", "ES-B"))


@pytest.mark.parametrize("answer", [True, False])
def test_source_that_tells_less_finely_than_the_region_is_as_good_as_silent(answer: bool) -> None:
    area = region(codes=["ES-B"], unknown_subdivisions={"ES": answer}).area
    assert area.includes(Location("ES", "ES-CT")) is answer


def test_every_country_alone_is_a_region() -> None:
    for code in (*countries(), "XK"):
        region(codes=[code]).clean()


@pytest.mark.parametrize("code", LANGUAGES)
def test_faults_are_told_in_every_language(code: str) -> None:
    with override(code):
        assert faults(region(codes=["UA-43"]))["unknown_subdivisions"]


def test_name_is_one_safe_line() -> None:
    named = region(name="Crimea\u202e\n and more\0")
    named.clean()
    assert named.name == "Crimea and more"
