"""Tests of how alike texts are, and of finding them by what they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.translation.memory.likeness import BANDS, bands, likeness, plain_words
from articles.translation.units import units_of
from newsroom.languages import LANGUAGES
from tests.articles.translation.checking.demo_stories import demo_story


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_text_with_one_word_changed_shares_a_band_and_is_alike(code: str) -> None:
    long = [unit for unit in units_of(demo_story("caspian", code)).values() if len(unit.words) > 100]
    found = 0
    for unit in long:
        words = plain_words(unit.text, is_rich=unit.is_rich)
        first, _, rest = words.partition(" ")
        changed = f"{first[::-1]}x {rest}"
        found += bool(set(bands(words)) & set(bands(changed)))
        assert likeness(words, changed) >= 80
    assert found == len(long)


def test_different_texts_seldom_share_a_band() -> None:
    texts = [plain_words(unit.text, is_rich=unit.is_rich) for unit in units_of(demo_story("caspian", "en")).values()]
    marks = [set(bands(text)) for text in texts if len(text) > 40]
    shared = sum(bool(one & other) for place, one in enumerate(marks) for other in marks[place + 1 :])
    assert shared <= 1


def test_same_words_are_wholly_alike_whatever_their_markup_and_case() -> None:
    one, other = plain_words("<p>The <b>Sea</b></p>", is_rich=True), plain_words("the  sea", is_rich=False)
    assert likeness(one, other) == 100


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_and_bands_are_numbers_for_any_text(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
    assert len(bands(one)) == BANDS
    assert all(0 <= band < 2**63 for band in bands(one))


def test_a_long_text_of_one_word_is_compared_like_any_other() -> None:
    assert likeness("a " * 20_000, "a a a b " * 5_000) < 100
