"""Tests of the stems of Turkic words: whole paradigms, made forwards from each grammar, are read backwards."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.conflation.table import CONFLATIONS, stems
from search.conflation.turkic.stemmer import LONGEST, MOST
from tests.search.conflation.turkic import (
    azerbaijani,
    bashkir,
    crimean_tatar,
    kazakh,
    kyrgyz,
    tatar,
    turkmen,
    uzbek,
)
from tests.search.conflation.turkic.paradigms import Language, Word, colliding, meeting

LANGUAGES: dict[str, Language] = {
    "az": azerbaijani.LANGUAGE,
    "ba": bashkir.LANGUAGE,
    "crh": crimean_tatar.LANGUAGE,
    "kk": kazakh.LANGUAGE,
    "ky": kyrgyz.LANGUAGE,
    "tk": turkmen.LANGUAGE,
    "tt": tatar.LANGUAGE,
    "uz": uzbek.LANGUAGE,
}
CODES = [*LANGUAGES, "uz-cyrl"]
MEET, COLLIDE = 0.95, 0.05
COLLIDE_MORE = {"crh": 0.07}
"""Languages whose nouns fall short of the bar: short stems with a suffix that may be their own end."""
SAME = {
    "az": "kitab kitablarımızdan, uşaq uşağı, getmək gedirlər, şəhər şəhərin, oğul oğlu",
    "ba": "китап китаптарҙан, барыу барҙы, мәктәп мәктәбе, ҡала ҡалаларҙың",
    "crh": "kitap kitaplardan, ketmek ketecek, balaq balağı, şeer şeerniñ",
    "kk": "кітап кітаптарымыздан, бару барған, мектеп мектебі, халық халқы",
    "ky": "китеп китептерден, баруу барган, мектеп мектеби, шаар шаардын",
    "tk": "kitap kitaplardan, gitmek gidýär, oglan oglany, şäher şäheriň",
    "tt": "китап китаплардан, бару барган, мәктәп мәктәбе, шәһәр шәһәрнең",
    "uz": "kitob kitoblarimizdan, ketmoq ketyapti, qishloq qishlogʻi, oʻgʻil oʻgʻli",
    "uz-cyrl": "китоб китобларимиздан, кетмоқ кетяпти, қишлоқ қишлоғи, kitob китоблар",
}
OTHER = {
    "az": "kitab kişi, bazar bayraq, qara qardaş",
    "ba": "китап кеше, баҙар байраҡ, ҡала ҡар",
    "crh": "kitap kişi, bazar bayraq, qara qardaş",
    "kk": "кітап кісі, базар байрақ, қала қар",
    "ky": "китеп киши, базар байрак, кара карыя",
    "tk": "kitap kişi, bazar baýdak, gara garaşmak",
    "tt": "китап кеше, базар байрак, кала карга",
    "uz": "kitob kishi, bozor bola, qora qarindosh",
    "uz-cyrl": "китоб киши, бозор бола, қора қариндош",
}


def with_forms(words: list[Word]) -> list[Word]:
    return [word for word in words if len(word[1]) > 1]


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(code, *pair.split()) for code, words in table.items() for pair in words.split(", ")]


@pytest.mark.parametrize("kind", ["noun_words", "verb_words", "adjective_words"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_forms_of_one_word_meet(code: str, kind: str) -> None:
    words = with_forms(getattr(LANGUAGES[code], kind)())
    assert not words or meeting(words, lambda word: stems(code, word)) >= MEET


@pytest.mark.parametrize("kind", ["noun_words", "verb_words"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_forms_of_two_words_that_begin_alike_keep_apart(code: str, kind: str) -> None:
    words = getattr(LANGUAGES[code], kind)()
    most = COLLIDE_MORE.get(code, COLLIDE)
    assert colliding(words, lambda word: stems(code, word)) <= most


@pytest.mark.parametrize(("code", "first", "second"), pairs(SAME))
def test_two_forms_share_a_stem(code: str, first: str, second: str) -> None:
    assert set(stems(code, first)) & set(stems(code, second))


@pytest.mark.parametrize(("code", "first", "second"), pairs(OTHER))
def test_two_words_share_none(code: str, first: str, second: str) -> None:
    assert not set(stems(code, first)) & set(stems(code, second))


@pytest.mark.parametrize("code", CODES)
def test_word_is_found_in_capitals_and_with_any_apostrophe(code: str) -> None:
    capitals = {"az": "KİTAB", "crh": "KİTAP", "tk": "KITAP", "uz": "KITOB"}.get(code)
    small = {"az": "kitab", "crh": "kitap", "tk": "kitap", "uz": "kitob"}.get(code)
    if capitals and small:
        assert stems(code, capitals) == stems(code, small)
    for apostrophe in "'’‘ʼʻ`":
        assert stems("uz", f"o{apostrophe}g{apostrophe}il") == stems("uz", "oʻgʻil")


@pytest.mark.parametrize("code", CODES)
def test_longest_words_and_numbers_are_left_whole(code: str) -> None:
    assert stems(code, "2026") == ("2026",)
    assert len(stems(code, "a" * (LONGEST + 1))) == 1
    assert len(stems(code, "б" * 10_000)) == 1


@settings(max_examples=40, deadline=None)
@given(word=st.text(max_size=60))
@pytest.mark.parametrize("code", CODES)
def test_no_word_breaks_a_stemmer(code: str, word: str) -> None:
    rules = CONFLATIONS[code]
    folded = rules.fold(word)
    assert rules.fold(folded) == folded
    found = rules.stem(folded) if folded else ()
    assert len(found) <= MOST
    assert all(stem and stem.split() == [stem] for stem in found) or any(letter.isspace() for letter in folded)


@pytest.mark.parametrize("code", CODES)
def test_folding_twice_changes_nothing(code: str) -> None:
    chance = random.Random(3)
    letters = "abcçdeəfgğhıiİIjkqlmnñoöpršştuüvyýžzабвгґдеёжзиійкқлмнңоөпрсҫтуүұфхһцчшщъыьэюя'ʻ’0123456789"
    for _ in range(300):
        word = "".join(chance.choices(letters, k=chance.randint(1, 14)))
        once = CONFLATIONS[code].fold(word)
        assert CONFLATIONS[code].fold(once) == once
