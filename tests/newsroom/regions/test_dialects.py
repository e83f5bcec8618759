"""Tests of what each content network's headers say, however hostile they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsroom.regions.dialects import DIALECTS
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import is_country, is_subdivision

EVERY_DIALECT = pytest.mark.parametrize("name", DIALECTS)
NO_COUNTRY = [
    "XX", "T1", "A1", "A2", "O1", "AP", "EU", "ZZ", "**", "?", "Unknown", "", "UK", "ru", "Ru", "RUS", "R", "RU ",
    " RU", "RU\n", "RU\0", "US, RU", "RU,RU", "RU;q=1", "ＲＵ", "РУ", "RU" * 50_000, "<b>", "../", "%52%55",
]  # fmt: skip
NO_PART = [
    "",
    "?",
    "XX",
    "CR",
    "SEV",
    "99",
    "43,43",
    "uA43",
    "UA--43",
    "-43",
    "43 ",
    "４３",
    "4" * 100_000,
    "RU43",
    "USCA",
]
VALUES = some.one_of(
    some.text(max_size=12), some.sampled_from([*NO_COUNTRY[:-4], *NO_PART[:8], "RU", "UA", "43", "UA43"])
)


def spelled(name: str, code: str) -> str:
    """The part of a country as the network spells it."""
    return code.replace("-", "") if name == "google" else code.partition("-")[2]


@EVERY_DIALECT
@pytest.mark.parametrize("code", ["UA-43", "UA-40", "UA-14", "GB-ENG", "US-CA", "RU-MOW", "JP-13", "XK"])
def test_place_is_read(name: str, code: str) -> None:
    country = code[:2]
    expected = Location(country, code if "-" in code else None)
    assert DIALECTS[name].read(country, spelled(name, code) if "-" in code else "") == expected


@EVERY_DIALECT
@pytest.mark.parametrize("country", NO_COUNTRY)
def test_reader_whose_country_cannot_be_read_is_nowhere(name: str, country: str) -> None:
    assert DIALECTS[name].read(country, spelled(name, "UA-43")) == UNKNOWN


@EVERY_DIALECT
@pytest.mark.parametrize("part", NO_PART)
def test_country_stays_where_its_part_cannot_be_read(name: str, part: str) -> None:
    assert DIALECTS[name].read("UA", part) == Location("UA", None)


@EVERY_DIALECT
@pytest.mark.parametrize("invented", ["RU-CR", "RU-SEV", "RU-DON", "RU-43"])
def test_invented_part_of_russia_is_russia(name: str, invented: str) -> None:
    assert DIALECTS[name].read("RU", spelled(name, invented)) == Location("RU", None)


def test_part_of_another_country_is_unknown() -> None:
    assert DIALECTS["google"].read("RU", "UA43") == Location("RU", None)


def test_dialect_of_one_network_is_not_another_one() -> None:
    assert DIALECTS["google"].read("UA", "43").subdivision is None
    assert DIALECTS["cloudflare"].read("UA", "UA43").subdivision is None
    assert DIALECTS["cloudflare"].read("UA", "UA-43").subdivision is None


@EVERY_DIALECT
@given(country=VALUES, part=VALUES)
def test_whatever_is_sent_is_a_real_place_or_none(name: str, country: str, part: str) -> None:
    location = DIALECTS[name].read(country, part)
    if location != UNKNOWN:
        assert location.country == country
        assert is_country(country)
        assert location.subdivision is None or is_subdivision(location.subdivision)
        assert (location.subdivision or country).startswith(country)
