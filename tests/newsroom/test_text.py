"""Tests of what a text may hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text import clean_line, clean_text, isolates_are_balanced

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("\x00\x0b\x85\n\r\t \u00a0\u202f\u2028\u2029\u200b\u200c\u200d\u200e\u200f\u061c"),
        st.sampled_from(
            "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\U000e0041\u0301\u0338e\uac00\u11a8"
        ),
    )
)
"""Any text, lone surrogates included, with the characters that matter here often."""


@given(ANYTHING)
@example("e\x00\u0301")
@example("e\u2066\u0301")
@example("a \u00a0 b")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANYTHING)
def test_clean_text_is_safe_to_store_and_to_print(text: str) -> None:
    for cleaned in (clean_text(text), clean_line(text)):
        cleaned.encode("utf-8")
        assert unicodedata.is_normalized("NFC", cleaned)
        assert not set(cleaned) & set("\x00\x0b\x0c\x1b\x7f\u202a\u202b\u202c\u202d\u202e\U000e0041\ufffe\uffff")
        assert isolates_are_balanced(cleaned)


@given(ANYTHING)
def test_clean_line_is_one_line_without_space_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert line == line.strip()
    assert len(line.splitlines()) <= 1
    assert "  " not in line


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "\u200fسلام\u200e",
        "Mike\u00a0Eckel",
        "1\u202f000",
        "\u2068Reuters\u2069",
        "<script>alert(1)</script>",
        "Oʻzbekcha",
    ],
)
def test_what_writers_need_stays(text: str) -> None:
    assert clean_line(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("user\u202etxt.exe", "usertxt.exe"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("\U000e0041\U000e007fflag", "flag"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("  two\r\n\tlines \u2028 ", "two lines"),
        ("e\u0301", "\u00e9"),
        ("\u2067open", "open"),
        ("closed\u2069 first\u2066", "closed first"),
        ("e\x07\u0301", "\u00e9"),
        ("", ""),
        ("\u00a0", ""),
    ],
)
def test_what_hides_or_breaks_is_taken_out(text: str, line: str) -> None:
    assert clean_line(text) == line


def test_lines_of_a_text_stay() -> None:
    assert clean_text("one\ntwo\n\nthree") == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("", True),
        ("\u2066a\u2069", True),
        ("\u2066\u2068\u2069\u2069", True),
        ("\u2066", False),
        ("\u2069\u2066", False),
    ],
)
def test_isolates_are_balanced_when_each_is_closed_after_it_was_opened(text: str, balanced: bool) -> None:
    assert isolates_are_balanced(text) is balanced
