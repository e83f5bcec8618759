"""Tests of Uzbek in two scripts."""

from __future__ import annotations

import pytest

from articles.translation.scripts import convert


def latin(text: str) -> str:
    return convert(text, "uz-cyrl", "uz")


def cyrillic(text: str) -> str:
    return convert(text, "uz", "uz-cyrl")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ўзбекистон", "Oʻzbekiston"),
        ("Тоғ ва қишлоқ", "Togʻ va qishloq"),
        ("шаҳар", "shahar"),
        ("ИССИҚ ЧОЙ", "ISSIQ CHOY"),
        ("Чой", "Choy"),
        ("ер", "yer"),
        ("поезд", "poyezd"),
        ("Элчин", "Elchin"),
        ("маъно", "maʼno"),
        ("Исҳоқ", "Isʼhoq"),
        ("йўл", "yoʻl"),
        ("ёш", "yosh"),
        ("ноябрь", "noyabr"),
        ("19 ноябрда", "19 noyabrda"),
        ("цирк", "sirk"),
        ("концерт", "konsert"),
        ("экспедиция", "ekspeditsiya"),
        ("иссиқ", "issiq"),
        ("АҚШ", "AQSH"),
    ],
)
def test_word_has_its_letters_in_both_scripts(one: str, other: str) -> None:
    assert latin(one) == other
    assert cyrillic(other) == one


@pytest.mark.parametrize("mark", ["ʻ", "‘", "’", "'", "`"])
def test_every_mark_that_people_type_makes_the_letter(mark: str) -> None:
    assert cyrillic(f"O{mark}zbek to{mark}g{mark}") == "Ўзбек тўғ"


@pytest.mark.parametrize("text", ["AFP", "XIX", "WhatsApp", "www.example.uz/yangi", "info@example.uz"])
def test_acronyms_addresses_and_foreign_words_stay(text: str) -> None:
    assert cyrillic(f"soʻz {text} soʻz") == f"сўз {text} сўз"
