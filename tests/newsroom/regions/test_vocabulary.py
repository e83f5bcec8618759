"""Tests of the codes of places."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newsroom.regions.vocabulary import (
    countries,
    country_of,
    is_country,
    is_subdivision,
    subdivisions_of,
    valid_codes,
    widened,
)


def test_countries_are_those_of_iso() -> None:
    assert len(countries()) == 249
    assert list(countries()) == sorted(set(countries()))


def test_kosovo_is_a_country_although_iso_leaves_its_code_to_users() -> None:
    assert is_country("XK")
    assert "XK" in valid_codes()
    assert "XK" not in countries()
    assert subdivisions_of("XK") == ()


@pytest.mark.parametrize("code", ["UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65", "GB-ENG", "US-CA"])
def test_part_of_a_country_is_known(code: str) -> None:
    assert is_subdivision(code)
    assert code in subdivisions_of(country_of(code))
    assert not is_country(code)


@pytest.mark.parametrize(
    "code", ["RU-CR", "RU-SEV", "RU-DON", "UA-99", "UA", "UA-", "-43", "", "ua-43", "UA43", "UA-43\n"]
)
def test_invented_part_is_none(code: str) -> None:
    assert not is_subdivision(code)


@pytest.mark.parametrize("code", ["XX", "EU", "AP", "UK", "ZZ", "T1", "ru", "", "R", "RUS", "RU-MOW"])
def test_invented_country_is_none(code: str) -> None:
    assert not is_country(code)


def test_every_part_lies_in_a_country() -> None:
    parts = [code for code in valid_codes() if not is_country(code)]
    assert len(parts) > 5000
    assert {country_of(code) for code in parts} <= set(countries())


def test_smaller_parts_belong_to_the_part_that_holds_them() -> None:
    assert "ES-B" in widened(frozenset({"ES-CT"}), frozenset())
    assert "ES-M" not in widened(frozenset({"ES-CT"}), frozenset())


def test_larger_part_counts_like_an_unknown_one() -> None:
    assert "ES-CT" in widened(frozenset({"ES-B"}), frozenset({"ES"}))
    assert widened(frozenset({"ES-B"}), frozenset()) == {"ES-B"}


def test_codes_of_ukraine_stay_as_they_are() -> None:
    codes = frozenset({"RU", "UA-43", "UA-40"})
    assert widened(codes, frozenset({"UA"})) == codes


def test_vocabulary_is_not_read_at_start() -> None:
    program = "import sys, newsroom.regions.sources, newsroom.formats; sys.exit('pycountry' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
