"""Tests of what may stand on a message."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.languages import LANGUAGES
from newsroom.outbox.envelope import (
    DEEPEST_PAYLOAD,
    LARGEST_PAYLOAD,
    KeyIsRefused,
    PayloadIsRefused,
    check_key,
    check_payload,
)


def nested(levels: int) -> dict[str, Any]:
    """An object of so many levels."""
    payload: dict[str, Any] = {}
    for _level in range(levels - 1):
        payload = {"in": payload}
    return payload


@pytest.mark.parametrize(
    "key", ["page:12", "/ru/world/", "a", "x" * 255, *(row.own_name for row in LANGUAGES.values())]
)
def test_key_of_one_line_is_allowed(key: str) -> None:
    check_key(key)


@pytest.mark.parametrize(
    "key",
    ["", " ", "x" * 256, "x" * 10_240, "a\x00", "\x00", "a\nb", "a\r", " a", "a ", "\u202ea", "\ud800", None, 12, b"a"],
)
def test_key_that_a_row_cannot_hold_is_refused_with_the_reason(key: Any) -> None:
    with pytest.raises(KeyIsRefused, match="key"):
        check_key(key)


def test_refusal_of_a_long_key_says_how_long_and_does_not_repeat_it() -> None:
    with pytest.raises(KeyIsRefused) as refusal:
        check_key("x" * 10_240)
    assert "10240" in str(refusal.value)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"a": [1, 2.5, True, None, "text", {"b": []}]},
        {"ۆ": "Ўзбек ქართული 𐍈"},
        {"literal": "\\u0000"},
        {"large": "x" * (LARGEST_PAYLOAD - 20)},
        nested(DEEPEST_PAYLOAD),
    ],
)
def test_payload_of_plain_values_is_allowed(payload: dict[str, Any]) -> None:
    check_payload(payload)


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "text",
        {"a": "\x00"},
        {"a\x00": 1},
        {"a": [{"b": ["\x00"]}]},
        {"a": "\ud800"},
        {1: "a"},
        {"a": datetime(2026, 11, 1)},
        {"a": b"bytes"},
        {"a": {1, 2}},
        {"a": (1, 2)},
        {"a": float("nan")},
        {"a": float("inf")},
        {"a": 10**5000},
        {"a": "x" * LARGEST_PAYLOAD},
        {"a": ["ü"] * LARGEST_PAYLOAD},
        nested(DEEPEST_PAYLOAD + 1),
        nested(100_000),
    ],
    ids=range(19),
)
def test_payload_that_would_not_come_back_is_refused_with_the_reason(payload: Any) -> None:
    with pytest.raises(PayloadIsRefused, match="payload"):
        check_payload(payload)


def test_payload_that_holds_itself_is_refused() -> None:
    payload: dict[str, Any] = {}
    payload["self"] = payload
    with pytest.raises(PayloadIsRefused):
        check_payload(payload)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.text(max_size=5), parts, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(st.text(max_size=5), anything, max_size=4))
def test_payload_that_is_allowed_comes_back_as_it_was(payload: dict[str, Any]) -> None:
    try:
        check_payload(payload)
    except PayloadIsRefused:
        return
    assert json.loads(json.dumps(payload)) == payload
