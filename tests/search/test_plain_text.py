"""Tests of the words of a stored body."""

from __future__ import annotations

import json

import pytest

from search.plain_text import plain_text


def test_words_of_every_block_come_and_nothing_else() -> None:
    body = [
        {"type": "paragraph", "id": "secret", "value": "<p>Salt &amp; <b>sand</b></p>"},
        {"type": "quote", "value": {"text": "<p>Words</p>", "speaker": "Marat"}},
        {"type": "gallery", "value": [{"type": "item", "id": "x", "value": {"caption": "Boats", "alt": "no"}}]},
        {"type": "embed", "value": {"address": "https://example.org", "caption": "Film"}},
    ]
    assert plain_text(json.dumps(body)).split() == ["Salt", "&", "sand", "Words", "Marat", "Boats", "Film"]


@pytest.mark.parametrize("stored", ["", "[]", "null", "{", '{"a": 1}', "[1, null]"])
def test_a_body_without_words_has_no_text(stored: str) -> None:
    assert plain_text(stored) == ""
