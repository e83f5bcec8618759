"""Tests of the spellings that count as one, in each of these languages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.conflation.western import CONFLATIONS
from tests.search.conflation.western.meeting import stems

LETTERS = {
    "ce": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяӀӏI1l|!iaeopcxy",
    "en": "abcdefghijklmnopqrstuvwxyzé'’",
    "hu": "aábcdeéfghiíjklmnoóöőprstuúüűvz",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև՛՜՞",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰᲐᲑᲒ",
    "ro": "aăâbcdefghiîjlmnoprsșştțţuvz",
    "sq": "abcçdeëfghijklmnopqrstuvxyz",
}
SAME = [
    ("en", "café", "cafe"),
    ("en", "government’s", "government's"),
    ("en", "co\u00adoperate", "cooperate"),
    ("en", "ﬁnance", "finance"),
    ("en", "ＮＡＴＯ", "nato"),
    ("hu", "MINISZTER", "miniszter"),
    ("hu", "kormány", "KORMÁNY"),
    ("hu", unicodedata.normalize("NFD", "kormány"), "kormány"),
    ("ro", "şapte", "șapte"),
    ("ro", "ţară", "țară"),
    ("ro", unicodedata.normalize("NFD", "țară"), "țară"),
    ("sq", unicodedata.normalize("NFD", "çështje"), "çështje"),
    ("hy", "գրի՛ր", "գրիր"),
    ("hy", "եւ", "և"),
    ("hy", "ԵՐԵՎԱՆ", "երևան".replace("և", "եվ")),
    ("hy", "\ufb13", "մն"),
    ("ka", "ᲥᲐᲚᲐᲥᲘ", "ქალაქი"),
    ("ka", "ⴕⴀⴊⴀⴕⴈ", "ქალაქი"),
    ("ce", "КIАНТ", "кӏант"),
    ("ce", "мо́хк", "мохк"),
    ("ce", "к1oнт", "кӏонт"),
]


@pytest.mark.parametrize(("code", "typed", "plain"), SAME)
def test_spellings_fold_into_one(code: str, typed: str, plain: str) -> None:
    fold = CONFLATIONS[code].fold
    assert fold(typed) == fold(plain)


@pytest.mark.parametrize("code", LETTERS)
def test_digits_of_other_scripts_become_ascii(code: str) -> None:
    assert CONFLATIONS[code].fold("٢٠٢٦") == "2026"


@pytest.mark.parametrize("code", LETTERS)
def test_word_of_nothing_but_marks_is_empty(code: str) -> None:
    assert CONFLATIONS[code].fold("\u200f\u00ad\u0301’") == ""


@pytest.mark.parametrize(
    ("code", "typed", "written"),
    [
        ("hu", "miniszterelnok", "miniszterelnök"),
        ("hu", "kormanynak", "kormány"),
        ("ro", "tara", "țările"),
        ("ro", "Trecut", "trecutului"),
        ("sq", "kryeminister", "kryeministri"),
        ("sq", "ceshtje", "çështjen"),
    ],
)
def test_word_typed_without_marks_is_found(code: str, typed: str, written: str) -> None:
    assert stems(code, typed) & stems(code, written)


@pytest.mark.parametrize("code", LETTERS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_folding_twice_changes_nothing(code: str, data: st.DataObject) -> None:
    fold = CONFLATIONS[code].fold
    own = st.text(st.sampled_from(LETTERS[code] + LETTERS[code].upper() + "\u0301\u0308\u00ad0 "), max_size=14)
    once = fold(data.draw(own | st.text(max_size=20)))
    assert fold(once) == once


@pytest.mark.parametrize("code", LETTERS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_no_word_breaks_the_stems(code: str, data: st.DataObject) -> None:
    rules = CONFLATIONS[code]
    own = st.text(st.sampled_from(LETTERS[code] + LETTERS[code].upper()), min_size=1, max_size=14)
    folded = rules.fold(data.draw(own | st.text(min_size=1, max_size=20)))
    if folded:
        found = rules.stem(folded)
        assert found
        assert all(stem and stem.split() == [stem] for stem in found)


@pytest.mark.parametrize("code", LETTERS)
@pytest.mark.parametrize("size", [1, 2, 3, 10_000])
def test_words_of_any_length_are_answered(code: str, size: int) -> None:
    for letter in LETTERS[code]:
        folded = CONFLATIONS[code].fold(letter * size)
        assert not folded or CONFLATIONS[code].stem(folded)
