"""Tests of the difference between two texts, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.translation.differences import MOST_WORDS, PieceKind, unit_diffs, word_diff
from articles.translation.parts import Part

WORDS = st.lists(
    st.sampled_from(["море", "دریا", "ზღვა", "sea", "e\u0301t", "می\u200cرود", ",", " ", "\n"]), max_size=30
)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_difference(old: list[str], new: list[str]) -> None:
    before, after = "".join(old), "".join(new)
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != PieceKind.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind != PieceKind.REMOVED) == after


@pytest.mark.parametrize(
    ("before", "after", "gone", "came"),
    [
        ("Море мелеет быстро", "Море мелеет медленно", "быстро", "медленно"),
        ("دریا کم می\u200cشود", "دریا زیاد می\u200cشود", "کم", "زیاد"),
        ("ზღვა იკლებს დღეს", "ზღვა იმატებს დღეს", "იკლებს", "იმატებს"),
        ("Denız oʻzgaradi", "Denız oʻzgardi", "oʻzgaradi", "oʻzgardi"),
    ],
)
def test_whole_words_differ(before: str, after: str, gone: str, came: str) -> None:
    pieces = word_diff(before, after)
    assert [piece.text for piece in pieces if piece.kind == PieceKind.REMOVED] == [gone]
    assert [piece.text for piece in pieces if piece.kind == PieceKind.ADDED] == [came]


def test_words_that_changed_side_by_side_are_one_change() -> None:
    pieces = word_diff("The old grey sea falls", "The young blue sea falls")
    assert [(piece.kind.value, piece.text) for piece in pieces] == [
        ("same", "The "),
        ("removed", "old grey"),
        ("added", "young blue"),
        ("same", " sea falls"),
    ]


@pytest.mark.parametrize(
    "word", ["e\u0301te\u0301", "كِتَابٌ", "رحمٰن", "Їжак", "может\u0301", "ՀԱՅ", "oʻzbek", "l'eau", "می\u200cرود"]
)
def test_a_word_with_its_marks_is_one_word(word: str) -> None:
    assert [piece.text for piece in word_diff(f"a {word} b", "a x b") if piece.kind == PieceKind.REMOVED] == [word]


def test_huge_texts_are_told_apart_by_their_middle() -> None:
    before = " ".join(f"a{number}" for number in range(MOST_WORDS))
    after = " ".join(f"b{number}" for number in range(MOST_WORDS))
    assert [piece.kind for piece in word_diff(f"x {before} y", f"x {after} y") if piece.text.strip()] == [
        PieceKind.SAME,
        PieceKind.REMOVED,
        PieceKind.ADDED,
        PieceKind.SAME,
    ]


def test_an_address_behind_the_same_words_is_a_difference_that_is_shown() -> None:
    before = Part("block:a", "paragraph", '<p>See <a href="https://a.example/">here</a>.</p>')
    after = Part("block:a", "paragraph", '<p>See <a href="https://b.example/">here</a>.</p>')
    (difference,) = unit_diffs(before, after)
    assert "https://b.example/" in "".join(piece.text for piece in difference.pieces)
    assert before.digest != after.digest


def test_only_the_texts_of_a_block_that_differ_are_shown() -> None:
    before = Part("block:a", "quote", {"text": "<p>Same</p>", "speaker": "Marat"})
    after = Part("block:a", "quote", {"text": "<p>Same</p>", "speaker": "Marat Ilyasov"})
    assert [difference.kind for difference in unit_diffs(before, after)] == ["quote.speaker"]


def test_a_part_that_came_or_went_is_shown_whole() -> None:
    part = Part("block:a", "heading", "Harbour")
    assert [piece.kind for piece in unit_diffs(None, part)[0].pieces] == [PieceKind.ADDED]
    assert [piece.kind for piece in unit_diffs(part, None)[0].pieces] == [PieceKind.REMOVED]
    assert unit_diffs(Part("credits", "credits", []), Part("credits", "credits", [{"agency": 1}])) == []
