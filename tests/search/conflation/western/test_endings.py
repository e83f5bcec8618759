"""Tests of cutting endings."""

from __future__ import annotations

from search.conflation.western.endings import Endings, joined


def test_longest_ending_is_cut() -> None:
    assert Endings({"s", "ers"}).cut("workers") == "work"


def test_enough_of_the_word_is_left() -> None:
    endings = Endings({"ing", "g"}, keep=3)
    assert endings.cut("king") == "kin"
    assert endings.cut("ing") == "ing"


def test_something_may_stand_in_the_place_of_an_ending() -> None:
    assert Endings({"ies": "y"}).cut("cities") == "city"


def test_endings_are_joined_and_the_empty_one_is_none() -> None:
    assert joined(("", "a"), ("", "b")) == {"a", "b", "ab"}
