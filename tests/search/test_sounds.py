"""Tests of the keys under which names are found, on names as newsrooms of many languages write them."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.demo.content_files import stories
from search.sounds import LONGEST_WORD, MOST_KEYS, SHORTEST, keys, sound, sounds_of_text
from search.words import words_in

NAMES = [row.split() for row in tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))["names"]]
LEAST_MET = 0.88
"""Pairs of spellings that meet; some are other names of one place (Београд, Belgrade), which no ear can tell."""
MOST_COLLIDING = 0.01
MOST_ORDINARY = 0.05
"""Words of the demo's stories that sound like one of the names."""


def meet(one: str, other: str) -> bool:
    return not set(keys(one)).isdisjoint(keys(other))


def test_there_are_names_enough() -> None:
    assert len(NAMES) >= 60
    assert len({name for row in NAMES for name in row}) >= 500


def test_spellings_of_a_name_meet() -> None:
    pairs = [pair for row in NAMES for pair in combinations(row, 2)]
    assert sum(meet(*pair) for pair in pairs) / len(pairs) >= LEAST_MET


def test_two_names_seldom_meet() -> None:
    pairs = [(one, other) for first, second in combinations(NAMES, 2) for one in first for other in second]
    assert sum(meet(*pair) for pair in pairs) / len(pairs) <= MOST_COLLIDING


def test_ordinary_words_seldom_sound_like_a_name() -> None:
    known = {key for row in NAMES for name in row for key in keys(name)}
    texts = (text for story in stories() for text in story.texts.values())
    words = {word.lower() for text in texts for word in words_in(f"{text['headline']} {text['standfirst']}")}
    ordinary = [word for word in words if not known.isdisjoint(keys(word))]
    assert len(words) > 1500
    assert len(ordinary) / len(words) <= MOST_ORDINARY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tillerson", "Тиллерсон"),
        ("Tillerson", "تیلرسون"),
        ("Washington", "واشنگتن"),
        ("Washington", "ვაშინგტონი"),
        ("Uashington", "Вашингтон"),
        ("Zelenskyy", "Зеленский"),
        ("Зеленський", "Зеленский"),
        ("Jozwiak", "Йозвяк"),
        ("Johnson", "Джонсон"),
        ("Djukanovic", "Đukanović"),
        ("Baku", "باکو"),
        ("Kyiv", "Киев"),
        ("Тегеран", "Tehran"),
    ],
)
def test_names_are_heard(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize(("one", "other"), [("Baku", "Bishkek"), ("Iran", "Iraq"), ("Minsk", "Moscow")])
def test_like_names_are_told_apart(one: str, other: str) -> None:
    assert not meet(one, other)


@pytest.mark.parametrize("word", ["", "123", "the", "\u0301", "ь", "😀", "中文字"[:0]])
def test_what_has_no_sound_has_no_key(word: str) -> None:
    assert keys(word) == ()
    assert sound(word) == ""


@given(st.text(max_size=LONGEST_WORD * 2))
def test_any_word_has_few_keys_of_small_letters(word: str) -> None:
    found = keys(word)
    assert len(found) <= MOST_KEYS
    assert all(len(key) >= SHORTEST and key.isascii() and key.islower() for key in found)


def test_an_endless_word_is_heard_in_part() -> None:
    assert len(keys("jcxgw" * 2000)) <= MOST_KEYS


def test_keys_of_a_text_come_once_and_those_of_stems_with_a_language() -> None:
    assert sounds_of_text("Tillerson, Тиллерсон!") == "tlrsn"
    of_words = set(sounds_of_text("Тиллерсоном").split())
    of_stems = set(sounds_of_text("Тиллерсоном", "ru").split())
    assert "tlrsn" not in of_words
    assert "tlrsn" in of_stems


def test_names_of_the_table_are_of_many_scripts() -> None:
    scripts = defaultdict(int)
    for row in NAMES:
        for name in row:
            scripts["Latn" if name.isascii() else name[0] > "\u0530"] += 1
    assert len(scripts) == 3
