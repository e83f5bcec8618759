"""Tests of Latin letters for the ear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.transliteration import APART, latin


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("Вашингтон", "vashinGton"),
        ("Şuşa", "shusha"),
        ("Đoković", "dzhokovich"),
        ("ვაშინგტონი", "vashingtoni"),
        ("Երևան", "erevan"),
        ("تهران", "tHrAn"),
        ("کره", "kr"),
        ("İstanbul", "istanbul"),
        ("123", ""),
        ("ＡＢＣ", "abc"),
    ],
)
def test_word_is_spelled_by_its_sound(word: str, spelled: str) -> None:
    assert latin(word) == spelled


@given(st.text(max_size=80))
def test_nothing_but_letters_comes_out(word: str) -> None:
    assert all("a" <= letter <= "z" or letter in APART for letter in latin(word))
