"""Tests of where the reader of a request is: unknown unless the configured source is trusted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as some

from newsroom.regions.dialects import DIALECTS
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.sources import (
    NOBODY,
    Reader,
    came_through_edge,
    claimed_notice_key,
    degraded,
    keep_reader,
    location_of,
    read,
)
from tests.newsroom.regions.databases import MOSCOW, NOWHERE, SIMFEROPOL, write_database
from tests.newsroom.regions.test_dialects import NO_COUNTRY, NO_PART, spelled

SECRET, OLD_SECRET = "the new secret", "the old secret"
EVERY_DIALECT = pytest.mark.parametrize("name", DIALECTS)
ANYTHING = some.one_of(some.text(max_size=20), some.sampled_from([SECRET, "RU", "UA", "43", "UA43", *NO_COUNTRY[:20]]))
NAMES = [header for dialect in DIALECTS.values() for header in (dialect.country_header, dialect.subdivision_header)]


def meta(headers: dict[str, Any], secret: str | None = SECRET, peer: str = MOSCOW) -> dict[str, Any]:
    """META of a request with these headers."""
    sent = headers if secret is None else {**headers, "X-Geo-Secret": secret}
    return {"REMOTE_ADDR": peer} | {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in sent.items()}


def headers_of(name: str, country: str = "UA", part: str | None = None) -> dict[str, str]:
    """The headers of a network that say Crimea unless told otherwise."""
    dialect = DIALECTS[name]
    return {
        dialect.country_header: country,
        dialect.subdivision_header: spelled(name, "UA-43") if part is None else part,
    }


@pytest.fixture
def told_by(tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Configures a source."""
    active: list[override_settings] = []

    def configure(source: str, secrets: list[str] | None = None, path: str = "", proxies: int = 0) -> None:
        changed = override_settings(
            GEO_SOURCE=source,
            GEO_SHARED_SECRETS=[SECRET, OLD_SECRET] if secrets is None else secrets,
            GEO_DATABASE_PATH=path,
            GEO_TRUSTED_PROXY_COUNT=proxies,
        )
        changed.enable()
        active.append(changed)

    yield configure
    for changed in reversed(active):
        changed.disable()


# Headers


@EVERY_DIALECT
@pytest.mark.parametrize("secret", [SECRET, OLD_SECRET])
def test_headers_are_believed_with_the_secret(name: str, secret: str, told_by: Callable[..., None]) -> None:
    told_by(name)
    assert read(meta(headers_of(name), secret)).location == Location("UA", "UA-43")


@EVERY_DIALECT
@pytest.mark.parametrize("secret", [None, "", "wrong", f"{SECRET},{SECRET}", f"{SECRET}, {OLD_SECRET}", SECRET.upper()])
def test_headers_are_not_believed_without_the_secret(
    name: str, secret: str | None, told_by: Callable[..., None]
) -> None:
    told_by(name)
    assert read(meta(headers_of(name), secret)) == NOBODY


@EVERY_DIALECT
@pytest.mark.parametrize("secret", [None, "", "anything"])
def test_headers_are_never_believed_where_no_secret_is_set(
    name: str, secret: str | None, told_by: Callable[..., None]
) -> None:
    told_by(name, secrets=[])
    assert read(meta(headers_of(name), secret)) == NOBODY


@EVERY_DIALECT
def test_headers_of_another_network_are_not_read(name: str, told_by: Callable[..., None]) -> None:
    told_by(name)
    for other in DIALECTS.keys() - {name}:
        assert read(meta(headers_of(other))).location == UNKNOWN


@EVERY_DIALECT
@pytest.mark.parametrize("country", NO_COUNTRY)
def test_country_that_cannot_be_read_is_unknown(name: str, country: str, told_by: Callable[..., None]) -> None:
    told_by(name)
    assert read(meta(headers_of(name, country))).location == UNKNOWN


@EVERY_DIALECT
@pytest.mark.parametrize("part", NO_PART)
def test_part_that_cannot_be_read_leaves_the_country(name: str, part: str, told_by: Callable[..., None]) -> None:
    told_by(name)
    assert read(meta(headers_of(name, part=part))).location == Location("UA", None)


@EVERY_DIALECT
def test_missing_headers_are_unknown(name: str, told_by: Callable[..., None]) -> None:
    told_by(name)
    assert read(meta({})).location == UNKNOWN
    assert read({}).location == UNKNOWN


@pytest.mark.parametrize("source", ["none", "nonsense"])
def test_nothing_is_read_without_a_source(source: str, told_by: Callable[..., None]) -> None:
    told_by(source)
    for name in DIALECTS:
        assert read(meta(headers_of(name))).location == UNKNOWN


@EVERY_DIALECT
@given(headers=some.dictionaries(some.sampled_from(NAMES), ANYTHING), secret=some.none() | ANYTHING)
def test_without_the_secret_every_reader_is_nowhere(name: str, headers: dict[str, str], secret: str | None) -> None:
    with override_settings(GEO_SOURCE=name, GEO_SHARED_SECRETS=[SECRET]):
        reader = read(meta(headers, secret))
    if secret != SECRET:
        assert reader == NOBODY
    assert reader.came_through_edge == (secret == SECRET)


# The database


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "location"),
    [
        (SIMFEROPOL, "", 0, Location("UA", "UA-43")),
        (SIMFEROPOL, MOSCOW, 0, Location("UA", "UA-43")),
        (NOWHERE, f"{MOSCOW}, {SIMFEROPOL}", 1, Location("UA", "UA-43")),
        (NOWHERE, f"{MOSCOW}, {SIMFEROPOL}", 2, Location("RU", "RU-MOW")),
        (SIMFEROPOL, MOSCOW, 2, UNKNOWN),
        (SIMFEROPOL, "", 1, UNKNOWN),
        ("", "", 0, UNKNOWN),
        ("unix:", "", 0, UNKNOWN),
    ],
)
def test_database_is_asked_for_the_address_behind_the_proxies(
    peer: str, forwarded: str, proxies: int, location: Location, told_by: Callable[..., None], tmp_path: Path
) -> None:
    told_by("mmdb", path=write_database(tmp_path / "places.mmdb"), proxies=proxies)
    assert read(meta({"X-Forwarded-For": forwarded}, None, peer)).location == location


def test_headers_are_not_read_where_the_database_tells(told_by: Callable[..., None], tmp_path: Path) -> None:
    told_by("mmdb", path=write_database(tmp_path / "places.mmdb"))
    for name in DIALECTS:
        assert read(meta(headers_of(name), peer=MOSCOW)).location == Location("RU", "RU-MOW")


@given(peer=some.text(), forwarded=some.text(), proxies=some.integers(0, 99))
def test_no_address_raises(peer: str, forwarded: str, proxies: int) -> None:
    with override_settings(GEO_SOURCE="mmdb", GEO_DATABASE_PATH="/nowhere", GEO_TRUSTED_PROXY_COUNT=proxies):
        assert read(meta({"X-Forwarded-For": forwarded}, None, peer)) == NOBODY


# Failure


def test_failure_makes_the_reader_unknown_and_tells_nothing(
    told_by: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    class Hostile(dict[str, Any]):
        def get(self, *args: Any) -> Any:
            raise RuntimeError("RU 198.51.100.7")

    told_by("cloudflare")
    with caplog.at_level(logging.DEBUG):
        assert read(Hostile()) == NOBODY
    assert "RuntimeError" in caplog.text
    assert "RU 198" not in caplog.text
    assert all(record.exc_info is None for record in caplog.records)


@EVERY_DIALECT
def test_header_source_without_a_secret_is_degraded(name: str, told_by: Callable[..., None]) -> None:
    told_by(name, secrets=[])
    assert degraded() == ["geo"]
    told_by(name)
    assert degraded() == []


def test_database_that_cannot_answer_is_degraded(told_by: Callable[..., None], tmp_path: Path) -> None:
    path = tmp_path / "places.mmdb"
    told_by("mmdb", path=str(path))
    assert degraded() == ["geo"]
    write_database(path)
    assert degraded() == []
    write_database(path, days_old=61)
    assert degraded() == ["geo"]


def test_no_source_is_not_degraded(told_by: Callable[..., None]) -> None:
    told_by("none", secrets=[])
    assert degraded() == []


# What the edge vouches for


@pytest.mark.parametrize("source", ["none", "cloudflare", "mmdb"])
def test_notice_key_is_believed_with_the_secret(source: str, told_by: Callable[..., None]) -> None:
    told_by(source)
    reader = read(meta({"X-Notice-Key": "a1-b2.c3"}))
    assert (reader.came_through_edge, reader.claimed_notice_key) == (True, "a1-b2.c3")


@pytest.mark.parametrize("secret", [None, "", "wrong"])
def test_notice_key_is_not_believed_without_the_secret(secret: str | None, told_by: Callable[..., None]) -> None:
    told_by("cloudflare")
    reader = read(meta({"X-Notice-Key": "a1"}, secret))
    assert (reader.came_through_edge, reader.claimed_notice_key) == (False, "")


@pytest.mark.parametrize("key", ["", "a,b", "a, b", "a b", "ключ", "a\n", "x" * 129, "\0"])
def test_notice_key_in_no_possible_form_is_none(key: str, told_by: Callable[..., None]) -> None:
    told_by("cloudflare")
    reader = read(meta({"X-Notice-Key": key}))
    assert (reader.came_through_edge, reader.claimed_notice_key) == (True, "")


# The request


def test_request_that_nobody_has_looked_at_is_from_nobody() -> None:
    request = RequestFactory().get("/", headers={"CF-IPCountry": "RU"})
    assert (location_of(request), came_through_edge(request), claimed_notice_key(request)) == (UNKNOWN, False, "")


def test_request_keeps_its_reader_and_shows_nothing_of_it() -> None:
    request = RequestFactory().get("/")
    keep_reader(request, Reader(Location("UA", "UA-43"), True, "secretkey"))
    assert location_of(request) == Location("UA", "UA-43")
    assert (came_through_edge(request), claimed_notice_key(request)) == (True, "secretkey")
    shown = repr(request) + repr(vars(request))
    assert not any(word in shown for word in ("UA-43", "secretkey"))


def test_request_whose_reader_was_overwritten_is_from_nobody() -> None:
    request = HttpRequest()
    request._newsroom_reader = "RU"
    assert location_of(request) == UNKNOWN
