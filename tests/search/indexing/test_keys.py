"""Tests of the keys of messages."""

from __future__ import annotations

import pytest

from newsroom.languages import LANGUAGES
from newsroom.outbox.envelope import check_key
from search.indexing.keys import KeyIsForeign, key_of, story_of


@pytest.mark.parametrize("code", LANGUAGES)
def test_key_tells_language_and_page(code: str) -> None:
    key = key_of(code, 12)
    check_key(key)
    assert story_of(key) == (code, 12)


@pytest.mark.parametrize(
    "key",
    ["", "en", "en:", "en:0", "en:-1", "en:1e3", "xx:1", ":1", "en:1:2", "en:١٢", "EN:1", "en:" + "9" * 19, "en:1\n"],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(KeyIsForeign):
        story_of(key)
