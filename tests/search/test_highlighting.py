"""Tests of marks around what was found, and of the piece of text that is shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.cutting import LONGEST_SNIPPET
from search.highlighting import Needles, densest, marked, snippet
from search.words import words_of

FILLING = "Nothing of note was said about it by anybody there. " * 12


def needles(text: str, code: str = "en", *by_sound: str) -> Needles:
    return Needles.of(words_of(text), code, frozenset(by_sound))


@pytest.mark.parametrize(
    ("query", "code", "text", "expected"),
    [
        ("harbour", "en", "Harbours close", "<mark>Harbours</mark> close"),
        ("журналист", "ru", "С журналистами", "С <mark>журналистами</mark>"),
        ("şəhər", "az", "Şəhərlərdə", "<mark>Şəhərlərdə</mark>"),
        ("beograd", "sr", "У Београду", "У <mark>Београду</mark>"),
        ("کتاب", "fa", "کتاب‌ها آمد", "<mark>کتاب‌ها</mark> آمد"),
        ("sea", "en", "<b>sea</b> & air", "&lt;b&gt;<mark>sea</mark>&lt;/b&gt; &amp; air"),
        ('"red line"', "en", "A red line, a line", "A <mark>red line</mark>, a line"),
        ("the sea", "en", "The sea", "The <mark>sea</mark>"),
        ("the", "en", "The sea", "<mark>The</mark> sea"),
        ("", "en", "The sea", "The sea"),
    ],
)
def test_forms_of_the_words_are_marked(query: str, code: str, text: str, expected: str) -> None:
    assert marked(text, needles(query, code)) == expected


def test_a_name_of_another_script_is_marked_where_it_was_looked_for_by_sound() -> None:
    assert marked("Тиллерсон там", needles("Tillerson", "ru", "Tillerson")) == "<mark>Тиллерсон</mark> там"
    assert marked("Тиллерсон там", needles("Tillerson", "ru")) == "Тиллерсон там"


def test_a_snippet_is_the_piece_where_most_words_stand_together() -> None:
    text = f"The sea. {FILLING} The harbour by the sea closed. {FILLING}"
    piece = snippet(["No such words", text], needles("harbour sea"))
    assert "<mark>harbour</mark> by the <mark>sea</mark>" in piece
    assert piece.startswith("… ")
    assert piece.endswith(" …")
    assert len(re.sub("</?mark>", "", piece)) <= LONGEST_SNIPPET + 40


def test_a_standfirst_that_has_all_words_is_shown() -> None:
    assert snippet(["A sea of words", "The sea"], needles("sea")) == "A <mark>sea</mark> of words"


def test_without_a_word_in_the_text_its_beginning_is_shown() -> None:
    assert snippet(["", FILLING], needles("harbour")).startswith("Nothing of note")
    assert snippet(["", ""], needles("harbour")) == ""
    assert snippet([], needles("harbour")) == ""


def test_densest_looks_no_further_than_it_must() -> None:
    def endless():
        yield from needles("sea").places("sea")
        raise AssertionError("looked further")

    assert [place.start for place in densest(endless(), 1)] == [0]


HOSTILE = "ab<>&\"' \u0301\u064b\u200c\u200f\u2067\u2069کتاب sea."


@given(st.text(alphabet=HOSTILE, max_size=900), st.sampled_from(["en", "fa", "ru", "ka"]))
def test_whatever_the_text_its_snippet_is_safe(text: str, code: str) -> None:
    piece = snippet([text, f"{text} sea {text}"], needles("sea کتاب", code, "sea"))
    bare = re.sub("</?mark>", "", piece)
    assert "<" not in bare
    assert ">" not in bare
    assert re.findall("</?mark>", piece) == ["<mark>", "</mark>"] * piece.count("<mark>")
