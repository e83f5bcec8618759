"""Tests of the bytes that are hashed."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.legal.ledger.canonical import canonical, digest, entry_bytes, entry_hash, moment
from articles.legal.models import LedgerEntry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def test_keys_are_sorted_and_nothing_stands_between() -> None:
    assert canonical({"b": [1, {"d": None, "c": True}], "a": "x"}) == b'{"a":"x","b":[1,{"c":true,"d":null}]}'


def test_letters_stay_and_control_characters_are_escaped() -> None:
    assert (
        canonical('Ғ"\\/\n\x1f\x7f')
        == 'Ғ"\\/\n\x1f\x7f'.replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\x1f", "\\u001f")
        .join('""')
        .encode()
    )


def test_keys_are_ordered_by_utf_16_and_not_by_code_point() -> None:
    assert canonical({"\ufb33": 1, "\U0001f600": 2}).decode() == '{"\U0001f600":2,"\ufb33":1}'


def test_half_a_surrogate_pair_is_escaped() -> None:
    assert canonical({"\ud83d": "\ude00"}) == b'{"\\ud83d":"\\ude00"}'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1: "key"}, {"a": {None: 1}}])
def test_what_json_does_not_have_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        canonical(value)


@given(JSON_VALUES)
def test_values_come_back_and_their_order_does_not_matter(value: object) -> None:
    written = canonical(value)
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written
    if isinstance(value, dict):
        assert canonical(dict(reversed(value.items()))) == written


def test_moment_is_in_utc_to_the_microsecond() -> None:
    there = datetime(2026, 3, 1, 17, 30, 0, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert moment(there) == "2026-03-01T12:00:00.000005Z"
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 3, 1))


def test_hash_of_an_entry_covers_these_bytes() -> None:
    entry = LedgerEntry(id=1, at=NOON, kind="rule.changed", subject="legal.rule:4", staff_id=7, data="{}")
    written = (
        b'{"at":"2026-03-01T12:00:00.000000Z","content_hash":"","data":"{}","id":1,"kind":"rule.changed",'
        b'"previous_hash":"","staff_id":7,"subject":"legal.rule:4"}'
    )
    assert entry_bytes(entry) == written
    assert entry_hash(entry) == digest(written) == hashlib.sha256(written).hexdigest()
