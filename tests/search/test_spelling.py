"""Tests of other spellings; on a real server they are tried in `test_answering`."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from search.spelling import letters_wrong, other_spelling, spelling_search
from search.words import words_of


def found(*headlines: str) -> dict[str, Any]:
    return {"hits": {"hits": [{"_source": {"headline": headline, "body": None}} for headline in headlines]}}


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [("sea", "sea", 0), ("sea", "see", 1), ("sea", "seas", 1), ("parlaiment", "parliament", 1), ("sea", "air", 3),
     ("", "ab", 2), ("abcdefgh", "hgfedcba", 3)],
)  # fmt: skip
def test_wrong_letters_are_counted_up_to_a_bound(one: str, other: str, wrong: int) -> None:
    assert letters_wrong(one, other, 2) == letters_wrong(other, one, 2) == wrong


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_letters_are_wrong_between_different_words_alone(one: str, other: str) -> None:
    assert (letters_wrong(one, other, 2) == 0) == (one == other)


def spelled(text: str, *headlines: str, code: str = "en") -> str | None:
    return other_spelling(found(*headlines), words_of(text), text, code)


def test_the_nearest_word_of_the_stories_is_put_for_a_wrong_one() -> None:
    assert spelled("parlaiment votes", "Parliament votes today") == "Parliament votes"
    assert spelled('"the parlaiment"', "The parliament") == '"the parliament"'


def test_of_words_alike_the_more_frequent_is_put() -> None:
    assert spelled("harbar", "harbor", "harbar1 harbor", "harber") == "harbor"


@pytest.mark.parametrize("text", ["parliament", "parliaments", "sea", "12345", "xylophone", ""])
def test_what_is_right_short_or_unlike_stays(text: str) -> None:
    assert spelled(text, "Parliament votes") is None


def test_a_part_of_another_word_is_not_replaced() -> None:
    assert spelled("votis votisabc", "votes") == "votes votisabc"


@pytest.mark.parametrize("answer", [None, {}, {"hits": {}}, {"hits": {"hits": [{}]}}])
def test_an_answer_without_stories_spells_nothing(answer: dict[str, Any] | None) -> None:
    assert other_spelling(answer, words_of("parlaiment"), "parlaiment", "en") is None


@pytest.mark.parametrize("text", ["", "sea", "the", "123456", "x" * 300, '-"not this"'])
def test_words_that_cannot_be_misspelled_are_not_searched(text: str) -> None:
    assert spelling_search(words_of(text), "en", timezone.now(), frozenset()) is None
