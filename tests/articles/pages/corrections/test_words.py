"""Tests of what words a correction may have."""

from __future__ import annotations

import pytest

from articles.pages.corrections.models import LONGEST
from articles.pages.corrections.words import WordsAreTooLong, words


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" هفت‌نفر ", "هفت‌نفر"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\u202eb\x00\u2067", "ab"),
        ("\u2067x\u2069", "\u2067x\u2069"),
        ("x" * LONGEST, "x" * LONGEST),
    ],
)
def test_words_are_safe_and_keep_what_scripts_need(given: str, kept: str) -> None:
    assert words(given) == kept


def test_too_many_are_refused_and_not_cut() -> None:
    with pytest.raises(WordsAreTooLong):
        words("x" * (LONGEST + 1))
