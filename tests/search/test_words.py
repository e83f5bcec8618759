"""Tests of how a query is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.questions import LONGEST_TEXT, MOST_WORDS
from search.words import Words, telling_words, words_in, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sea level", Words(("sea", "level"))),
        ("sea sea", Words(("sea",))),
        ('"red line" sea', Words(("sea",), (("red", "line"),))),
        ("“red line” «black sea»", Words((), (("red", "line"), ("black", "sea")))),
        ('"word"', Words(("word",))),
        ("sea -level", Words(("sea",), (), (("level",),))),
        ("sea \N{MINUS SIGN}level", Words(("sea",), (), (("level",),))),
        ('sea -"sea level"', Words(("sea",), (), (("sea", "level"),))),
        ("-covid-19", Words((), (), (("covid", "19"),))),
        ("covid-19", Words(("covid", "19"))),
        ("sea - level", Words(("sea", "level"))),
        ("\N{RIGHT-TO-LEFT MARK}-دریا خزر", Words(("خزر",), (), (("دریا",),))),
        ('sea "level', Words(("sea", "level"))),
        ("title:sea AND (air OR *)", Words(("title", "sea", "AND", "air", "OR"))),
        ('{"match_all": {}}', Words(("match_all",))),
        ("می‌رود", Words(("می‌رود",))),
    ],
)
def test_query_is_read_as_words_phrases_and_unwanted_words(text: str, words: Words) -> None:
    if "match_all" in text:  # an underscore is no letter
        words = Words((), (("match", "all"),))
    assert words_of(text) == words


@pytest.mark.parametrize("text", ["", "   ", "***", '"', '""', "-", '-"', "\x00", "\ud800", "()[]{}", "\u0301" * 50])
def test_a_query_without_words_asks_for_nothing(text: str) -> None:
    assert not words_of(text)


@pytest.mark.parametrize("text", ["a b c d " * 1000, '"' * 1000, "-a " * 1000, "*" * 10_000, "x" * 10_000])
def test_a_long_query_is_cut(text: str) -> None:
    words = words_of(text)
    assert len(words.all_wanted) + len(words.unwanted) <= MOST_WORDS
    assert sum(map(len, words.all_wanted)) <= LONGEST_TEXT


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    words = words_of(text)
    assert all(word and not any(map(str.isspace, word)) for word in words.all_wanted)
    assert len(words.all_wanted) <= MOST_WORDS


def test_words_of_a_phrase_are_wanted_too() -> None:
    assert words_of('sea "red sea" -air').all_wanted == ("sea", "red")


def test_function_words_say_nothing() -> None:
    assert telling_words("en", ("the", "Sea", "of", "Azov")) == ("Sea", "Azov")
    assert telling_words("en", ("to", "the")) == ()


def test_words_of_a_text_come_once() -> None:
    assert words_in("Sea, sea: level sea.") == ("Sea", "sea", "level")
