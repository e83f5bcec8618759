"""Tests of cutting pieces out of texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import isolates_are_balanced
from search.cutting import LONGEST_SNIPPET, REACH, balanced, continues, cut

WORDS = "The sea recedes from the harbour every year a little more. " * 20


def test_a_short_text_stays_whole() -> None:
    assert cut("short", 0, 5) == (0, 5)


def test_a_piece_begins_and_ends_between_words() -> None:
    place = WORDS.index("harbour", 500)
    start, end = cut(WORDS, place, place + 7)
    assert start <= place < place + 7 <= end
    assert end - start <= LONGEST_SNIPPET + REACH
    assert WORDS[start - 1].isspace()
    assert WORDS[end].isspace()


def test_a_piece_begins_with_a_sentence_where_one_is_near() -> None:
    place = WORDS.index("sea", 600) + 70
    start, _ = cut(WORDS, place, place + 5)
    assert WORDS[start:].startswith(("The sea", "sea", "recedes", "from", "the")) is True


@given(
    st.text(alphabet="ab \u0301\u064b\u200c\u200dکی.\u2067\u2069", min_size=230, max_size=700),
    st.integers(0, 650),
    st.integers(0, 40),
)
def test_no_letter_is_torn_from_its_marks(text: str, first: int, length: int) -> None:
    first = min(first, len(text) - 1)
    start, end = cut(text, first, min(len(text), first + length))
    assert 0 <= start <= end <= len(text)
    assert end - start <= LONGEST_SNIPPET + 2 * REACH + 40 or not any(map(str.isspace, text[start:end]))
    for place in (start, end):
        if 0 < place < len(text) and not text[place - 1].isspace() and not text[place].isspace():
            assert not continues(text[place])


@given(st.text(alphabet="a\u2066\u2067\u2068\u2069", max_size=40))
def test_isolates_are_closed(text: str) -> None:
    result = balanced(text)
    assert isolates_are_balanced(result)
    assert result.replace("\u2069", "") == text.replace("\u2069", "")


def test_balanced_text_stays() -> None:
    assert balanced("a \u2068b\u2069 c") == "a \u2068b\u2069 c"
    assert balanced("a\u2069 \u2067b") == "a \u2067b\u2069"
