"""Tests of Serbian in two scripts."""

from __future__ import annotations

import pytest

from articles.translation.scripts import convert


def latin(text: str) -> str:
    return convert(text, "sr", "sr-latn")


def cyrillic(text: str) -> str:
    return convert(text, "sr-latn", "sr")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Љубав и њива", "Ljubav i njiva"),
        ("ЉУБЉАНА", "LJUBLJANA"),
        ("Џем, џеп и оџак", "Džem, džep i odžak"),
        ("надживети", "nadživeti"),
        ("конјунктив", "konjunktiv"),
        ("инјекција", "injekcija"),
        ("Танјуг", "Tanjug"),
        ("Ђорђе Ћирић", "Đorđe Ćirić"),
        ("НАТО и ЕУ", "NATO i EU"),
        ("пањ и коњ", "panj i konj"),
    ],
)
def test_word_has_its_letters_in_both_scripts(one: str, other: str) -> None:
    assert latin(one) == other
    assert cyrillic(other) == one


@pytest.mark.parametrize(
    "text", ["AFP", "XIX", "Wikipedia", "YouTube", "anna@example.org", "https://example.org/ljubav"]
)
def test_acronyms_addresses_and_foreign_words_stay(text: str) -> None:
    assert cyrillic(f"Reč {text} reč") == f"Реч {text} реч"


def test_word_of_another_cyrillic_language_stays() -> None:
    assert latin("Рекао је «быт»") == "Rekao je «быт»"


def test_headline_in_capitals_is_no_row_of_acronyms() -> None:
    assert cyrillic("SVE SE MENJA") == "СВЕ СЕ МЕЊА"


def test_single_letters_of_unicode_are_known() -> None:
    assert cyrillic("ǆep ǉubav ǌiva") == "џеп љубав њива"
