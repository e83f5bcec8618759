"""Tests of texts that are still the source's."""

from __future__ import annotations

from articles.translation.checking.findings import Pair
from articles.translation.checking.untranslated import is_untranslated
from articles.translation.units import Unit

SENTENCE = "The five countries around the sea have agreed to measure its falling water"


def untranslated(source: str, target: str, source_code: str = "en", code: str = "hu") -> bool:
    first, second = (Unit("title", "title", "title", text, False) for text in (source, target))
    return is_untranslated(Pair(first, second, source_code, code))


def test_copy_of_the_source_is_found() -> None:
    assert untranslated(SENTENCE, SENTENCE)
    assert untranslated("Breaking news today", "breaking news today")


def test_half_a_translation_is_found() -> None:
    assert untranslated(SENTENCE, "Öt ország have agreed to measure its falling water")


def test_name_may_be_the_same_in_both_languages() -> None:
    assert not untranslated("Samira Velieva", "Samira Velieva")
    assert not untranslated("Baku", "Baku")


def test_languages_that_are_nearly_one_may_share_a_text() -> None:
    assert not untranslated("Moj otac je vezivao", "Moj otac je vezivao", "sr-latn", "cnr")
