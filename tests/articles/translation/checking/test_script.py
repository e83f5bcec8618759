"""Tests of texts in the wrong script."""

from __future__ import annotations

import pytest

from articles.translation.checking.findings import Pair
from articles.translation.checking.script import foreign_letters, mixed_words
from articles.translation.units import Unit, units_of
from newsroom.languages import LANGUAGES
from tests.articles.translation.checking.demo_stories import demo_story


def pair(text: str, code: str) -> Pair:
    unit = Unit("title", "title", "title", text, False)
    return Pair(unit, unit, "en", code)


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_own_script_is_right_and_every_other_is_wrong(code: str) -> None:
    own = LANGUAGES[code].script
    for other, row in LANGUAGES.items():
        words = " ".join(unit.words for unit in units_of(demo_story("caspian", other)).values())
        assert foreign_letters(pair(words, code)) == (row.script != own)


def test_latin_names_in_other_scripts_are_usual() -> None:
    assert not foreign_letters(pair("Об этом в среду утром сообщили агентства Reuters и AFP", "ru"))
    assert not foreign_letters(pair("خبرگزاری Reuters این خبر را در روز چهارشنبه منتشر کرد", "fa"))


def test_word_with_letters_of_two_scripts_is_named() -> None:
    assert mixed_words(pair("Мoре не ждет", "ru")) == ["Мoре"]
    assert mixed_words(pair("Море не ждет, YouTube тоже", "ru")) == []
