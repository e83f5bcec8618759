"""Tests of the database of addresses: right where it is whole and fresh, silent where it is not."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from newsroom.regions.database import Database
from newsroom.regions.location import UNKNOWN, Location
from tests.newsroom.regions.databases import MOSCOW, NOWHERE, SEVASTOPOL, SIMFEROPOL, write_database


def locate(database: Database, address: str) -> Location:
    return database.locate(ip_address(address))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "places.mmdb"


@pytest.mark.parametrize(
    ("address", "location"),
    [
        (SIMFEROPOL, Location("UA", "UA-43")),
        (SEVASTOPOL, Location("UA", "UA-40")),
        (MOSCOW, Location("RU", "RU-MOW")),
        (NOWHERE, UNKNOWN),
    ],
)
def test_address_is_where_the_reader_is_and_not_where_it_was_registered(
    address: str, location: Location, path: Path
) -> None:
    assert locate(Database(write_database(path)), address) == location


@pytest.mark.parametrize("days", [0, 59])
def test_fresh_database_is_usable(days: int, path: Path) -> None:
    database = Database(write_database(path, days_old=days))
    assert database.is_usable
    assert locate(database, MOSCOW) == Location("RU", "RU-MOW")


def test_stale_database_knows_nothing(path: Path) -> None:
    database = Database(write_database(path, days_old=61))
    assert not database.is_usable
    assert locate(database, MOSCOW) == UNKNOWN


@pytest.mark.parametrize("where", ["absent.mmdb", "", "\0", "."])
def test_database_that_is_not_there_knows_nothing(where: str, tmp_path: Path) -> None:
    database = Database(str(tmp_path / where) if where != "\0" else where)
    assert not database.is_usable
    assert locate(database, MOSCOW) == UNKNOWN


@pytest.mark.parametrize("keep", [0, 1, 100, -1, -20, -200])
def test_database_that_is_cut_off_raises_nothing(keep: int, path: Path) -> None:
    write_database(path)
    path.write_bytes(path.read_bytes()[:keep])
    database = Database(str(path))
    for address in (MOSCOW, SIMFEROPOL, SEVASTOPOL, NOWHERE):
        locate(database, address)
    assert keep < 0 or not database.is_usable


def test_database_with_any_broken_byte_raises_nothing(path: Path) -> None:
    whole = Path(write_database(path)).read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        database = Database(str(path))
        locate(database, MOSCOW)
        locate(database, SEVASTOPOL)


def test_database_whose_entry_is_broken_is_no_longer_usable(path: Path) -> None:
    content = Path(write_database(path, {"198.51.100.0/24": {"country": {"iso_code": "RU"}}})).read_bytes()
    path.write_bytes(content.replace(b"BRU", b"\xff\xff\xff"))
    database = Database(str(path))
    assert database.is_usable
    assert locate(database, MOSCOW) == UNKNOWN
    assert not database.is_usable


@pytest.mark.parametrize(
    "entry",
    [
        "RU",
        {},
        {"country": "RU"},
        {"country": {"iso_code": 7}},
        {"country": {"iso_code": "XX"}},
        {"country": {"iso_code": "ru"}},
        {"country": {"names": {"en": "Russia"}}},
        {"registered_country": {"iso_code": "RU"}},
        {"represented_country": {"iso_code": "RU"}},
        ["RU"],
    ],
)
def test_entry_without_a_country_is_nowhere(entry: Any, path: Path) -> None:
    assert locate(Database(write_database(path, {"198.51.100.0/24": entry})), MOSCOW) == UNKNOWN


@pytest.mark.parametrize(
    "parts",
    ["43", [], ["43"], [{}], [{"iso_code": 43}], [{"iso_code": "99"}], [{"iso_code": "CR"}], {"0": {"iso_code": "43"}}],
)
def test_entry_with_a_strange_part_keeps_its_country(parts: Any, path: Path) -> None:
    entry = {"country": {"iso_code": "UA"}, "subdivisions": parts}
    assert locate(Database(write_database(path, {"198.51.100.0/24": entry})), MOSCOW) == Location("UA", None)


def test_address_of_the_other_version_is_nowhere(path: Path) -> None:
    entries = {"198.51.100.0/24": {"country": {"iso_code": "RU"}}}
    database = Database(write_database(path, entries, version=4))
    assert locate(database, SEVASTOPOL) == UNKNOWN
    assert locate(database, MOSCOW) == Location("RU", None)


def test_new_file_is_read_without_a_restart(path: Path) -> None:
    database = Database(write_database(path))
    assert locate(database, MOSCOW) == Location("RU", "RU-MOW")
    write_database(path, {"198.51.100.0/24": {"country": {"iso_code": "DE"}}})
    assert locate(database, MOSCOW) == Location("DE", None)


def test_file_that_is_taken_away_is_forgotten_until_it_comes_back(path: Path) -> None:
    database = Database(write_database(path))
    assert locate(database, MOSCOW) != UNKNOWN
    path.unlink()
    assert locate(database, MOSCOW) == UNKNOWN
    assert not database.is_usable
    write_database(path)
    assert locate(database, MOSCOW) == Location("RU", "RU-MOW")


def test_file_that_is_broken_for_a_moment_is_read_again_when_it_is_whole(path: Path) -> None:
    database = Database(write_database(path))
    path.write_bytes(b"half a file")
    assert locate(database, MOSCOW) == UNKNOWN
    write_database(path)
    assert locate(database, MOSCOW) == Location("RU", "RU-MOW")
