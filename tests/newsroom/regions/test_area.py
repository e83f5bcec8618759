"""Tests of which readers an area includes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsroom.regions.area import Area, partly_covered
from newsroom.regions.location import UNKNOWN, Location

CONTROLLED = frozenset({"RU", "UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65"})
MODEL = Area(CONTROLLED, unknown_country=True, unknown_subdivisions=frozenset({"UA"}))
CODES = some.one_of(some.text(max_size=8), some.sampled_from(["RU", "UA", "DE", "UA-43", "UA-30", "RU-MOW", "", "-"]))
AREAS = some.builds(
    Area, some.frozensets(CODES), some.booleans(), some.booleans(), unknown_subdivisions=some.frozensets(CODES)
)
LOCATIONS = some.builds(Location, some.none() | CODES, some.none() | CODES)


@pytest.mark.parametrize(
    ("location", "included"),
    [
        (Location("RU", None), True),
        (Location("RU", "RU-MOW"), True),
        (Location("UA", "UA-43"), True),
        (Location("UA", "UA-65"), True),
        (Location("UA", "UA-30"), False),
        (Location("UA", None), True),
        (UNKNOWN, True),
        (Location("DE", None), False),
        (Location("DE", "DE-BE"), False),
        (Location("XK", None), False),
    ],
)
def test_model_area_includes_whoever_may_be_there(location: Location, included: bool) -> None:
    assert MODEL.includes(location) is included


@pytest.mark.parametrize("answer", [True, False])
def test_reader_of_unknown_country_belongs_where_the_area_says_so(answer: bool) -> None:
    assert Area(frozenset({"DE"}), unknown_country=answer).includes(UNKNOWN) is answer


@pytest.mark.parametrize("answer", [True, False])
def test_reader_of_unknown_part_belongs_where_the_area_says_so(answer: bool) -> None:
    area = Area(frozenset({"UA-43"}), unknown_subdivisions=frozenset({"UA"} if answer else ()))
    assert area.includes(Location("UA", None)) is answer


def test_answer_for_a_country_without_chosen_parts_changes_nothing() -> None:
    area = Area(frozenset({"UA-43"}), unknown_subdivisions=frozenset({"UA", "DE"}))
    assert not area.includes(Location("DE", None))


def test_known_part_outside_is_not_included_by_the_answer_for_unknown_parts() -> None:
    assert not MODEL.includes(Location("UA", "UA-32"))


@given(LOCATIONS)
def test_whole_world_includes_everybody(location: Location) -> None:
    assert Area(frozenset(), whole_world=True).includes(location)


@given(AREAS, LOCATIONS)
def test_every_reader_has_an_answer(area: Area, location: Location) -> None:
    assert area.includes(location) in (True, False)


@given(AREAS)
def test_equal_areas_have_equal_hashes(area: Area) -> None:
    twin = Area(
        frozenset(set(area.codes)), area.whole_world, area.unknown_country, frozenset(set(area.unknown_subdivisions))
    )
    assert (twin, hash(twin)) == (area, hash(area))


def test_country_is_partly_covered_by_its_parts_alone() -> None:
    assert partly_covered(CONTROLLED) == {"UA"}
    assert partly_covered(CONTROLLED | {"UA"}) == frozenset()
