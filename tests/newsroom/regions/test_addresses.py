"""Tests of which address a request came from."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsroom.regions.addresses import parse, reader_address

PEER, READER, CLAIM = "198.51.100.1", "192.0.2.7", "203.0.113.9"


@pytest.mark.parametrize(
    ("forwarded", "proxies", "expected"),
    [
        (f"{CLAIM}", 0, PEER),
        ("", 0, PEER),
        (f"{READER}", 1, READER),
        (f"{CLAIM}, {READER}", 1, READER),
        (f"{CLAIM},{READER},10.0.0.1", 2, READER),
        (f"{CLAIM}, {CLAIM}, {READER}, 10.0.0.1", 2, READER),
        ("", 1, None),
        (READER, 2, None),
        (f"{READER}, ", 1, None),
        (f"{READER}, unknown", 1, None),
    ],
)
def test_address_is_counted_from_our_side(forwarded: str, proxies: int, expected: str | None) -> None:
    found = reader_address(PEER, forwarded, proxies)
    assert found == (ipaddress.ip_address(expected) if expected else None)


def test_what_a_reader_claims_never_moves_the_count() -> None:
    claims = ", ".join([CLAIM] * 10_000)
    assert str(reader_address(PEER, f"{claims}, {READER}", 1)) == READER


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        (" 192.0.2.7\t", "192.0.2.7"),
        ("192.0.2.7:51000", "192.0.2.7"),
        ("2001:db8::7", "2001:db8::7"),
        ("[2001:db8::7]:443", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
    ],
)
def test_address_is_read_in_every_form_that_proxies_write(text: str, address: str) -> None:
    assert parse(text) == ipaddress.ip_address(address)


@pytest.mark.parametrize("text", ["", "unknown", "_hidden", "192.0.2", "192.0.2.256", "1" * 100_000, "\0", "[", "[]:1"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert parse(text) is None


@given(some.text(), some.text(), some.integers(-3, 10**6))
def test_nothing_that_is_sent_raises(peer: str, forwarded: str, proxies: int) -> None:
    reader_address(peer, forwarded, proxies)
