"""Tests of the spellings that count as one, in all languages of the group."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.conflation.iranian import CONFLATIONS

CODES = ("fa", "fa-af", "ps", "tg", "ur")
LETTERS = (
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأإؤئءيكىۀةەہۂھںےۓېۍټډړږښځڅڼګٱﻻﷲ\u0640\u064b\u0651\u0654\u0670\u200c\u200d\u00ad"
    "абвгдеёжзийӣклмнопрстуӯфхҳчҷшъэюяқғĳİIıéѐѝ'’ʼ \u0301\u0304\u0306۱۲٣5\ue000aoеpc"
)
HOSTILE = (
    "",
    " ",
    "\u200c",
    "\u200c\u200c",
    "'",
    "’’’",
    "\u0301",
    "\u0640\u064b",
    "\ue000",
    "ه\u200cا",
    "ه\u200c \u200cآ",
    "\ud800",
)


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None)
@given(word=st.one_of(st.text(alphabet=LETTERS, max_size=14), st.text(max_size=14)))
def test_folding_twice_changes_nothing_and_stems_are_words(code: str, word: str) -> None:
    """Whatever is typed."""
    rules = CONFLATIONS[code]
    folded = rules.fold(word)
    assert rules.fold(folded) == folded
    if folded:
        stems = rules.stem(folded)
        assert stems
        assert all(stem and not any(letter.isspace() for letter in stem) for stem in stems)


@pytest.mark.parametrize("code", CODES)
def test_hostile_words_are_folded_to_nothing_or_to_something_stable(code: str) -> None:
    """Marks alone, joiners alone, letters of private use, half a pair."""
    for word in HOSTILE:
        folded = CONFLATIONS[code].fold(word)
        assert CONFLATIONS[code].fold(folded) == folded
        assert not folded or CONFLATIONS[code].stem(folded)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "letter", ["ه", "ا", "ي", "\u200c", "ه\u200cا", "'", "\u0301", "ҳ", "а", "می", "на", "хо", "x"]
)
def test_a_word_of_ten_thousand_letters_is_its_own_stem(code: str, letter: str) -> None:
    """No rule looks into it."""
    folded = CONFLATIONS[code].fold(letter * 10_000)
    assert not folded or len(CONFLATIONS[code].stem(folded)) == 1


@pytest.mark.parametrize("code", CODES)
def test_digits_of_any_script_are_one(code: str) -> None:
    """Persian, Arabic and Latin digits; a number is its own stem."""
    for number in ("۲۰۲۶", "٢٠٢٦", "2026", "２０２６"):
        assert CONFLATIONS[code].fold(number) == "2026"
    assert CONFLATIONS[code].stem("2026") == ("2026",)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("fa", "كتاب", "کتاب"),
        ("fa", "علي", "علی"),
        ("fa", "رئیس", "رييس"),
        ("fa", "مسؤول", "مسئول"),
        ("fa", "آتش", "اتش"),
        ("fa", "خانۀ", "خانهٔ"),
        ("fa", "مُحَمَّد", "محمد"),
        ("fa", "کـتـاب", "کتاب"),
        ("fa", "ﻛﺘﺎﺏ", "کتاب"),
        ("fa", "می‌روم", "میروم"),
        ("fa", "می روم", "میروم"),
        ("fa-af", "ادارهٔ", "اداره"),
        ("ps", "ښوونځي", "ښوونځی"),
        ("ps", "ګل", "گل"),
        ("ps", "ډېر", "ډیر"),
        ("ps", "نجلۍ", "نجلی"),
        ("tg", "Ҷумҳурӣ", "чумхурӣ"),
        ("tg", "қарор", "карор"),
        ("tg", "маʼно", "маънo"),
        ("tg", "кӯҳ", "кух"),
        ("tg", "китóб", "китоб"),
        ("ur", "ہے", "هے"),
        ("ur", "گئے", "گیے"),
        ("ur", "كتاب", "کتاب"),
        ("ur", "هونگے", "ہوں گے"),
        ("ur", "آؤ", "آو"),
    ],
)
def test_spellings_of_one_word_are_folded_alike(code: str, one: str, other: str) -> None:
    """Letters of other keyboards, joiners, points, forms of presentation."""
    assert CONFLATIONS[code].fold(one) == CONFLATIONS[code].fold(other)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [("fa", "سامانه‌ای", "سامان‌های"), ("tg", "сиёсӣ", "сиёси"), ("ur", "کھا", "کہا"), ("ps", "ښځې", "ښځی")],
)
def test_letters_that_tell_words_apart_stay(code: str, one: str, other: str) -> None:
    """Where one spelling would make two words one."""
    assert CONFLATIONS[code].fold(one) != CONFLATIONS[code].fold(other)


def test_dari_is_folded_and_stemmed_as_persian() -> None:
    """One pipeline and one set of rules for both."""
    assert CONFLATIONS["fa-af"] is CONFLATIONS["fa"]
