"""Tests of Hungarian words."""

from __future__ import annotations

import pytest

from search.conflation.western.hungarian import even, roots
from tests.search.conflation.western.meeting import rates, strangers

HARMONIES = (("a", "o", "á", "ó", "u"), ("e", "e", "é", "ő", "ü"))
"""Vowels of the endings after back and after front vowels."""


def paradigms() -> dict[str, set[str]]:
    """Nouns of two harmonies, singular, plural and owned, in ten cases."""
    found = {}
    words = (
        ("vonat vonal kalap kaland asztal barát barlang kapitány város plakát kampány sofőr konzulátus konzul", 0),
        ("ének énekes ezred ezrelék épület építész", 1),
    )
    for text, harmony in words:
        a, o, long, far, u = HARMONIES[harmony]
        cases = [f"b{a}n", f"b{a}", f"n{a}k", f"r{a}", f"r{far}l", f"t{far}l", "ért", "ig", "ként", f"n{long}l"]
        for word in text.split():
            bases = [
                word,
                f"{word}{o}k",
                f"{word}{o}m",
                f"{word}{u}nk",
                f"{word}{a}im" if word[-1] != "s" else f"{word}{a}i",
            ]
            found[word] = {base + case for base in bases for case in ("", *cases)}
    return found


@pytest.mark.parametrize(
    "group",
    [
        "alma almát almák almákból almáink",
        "ház házban házak házaimban házunkról házzal",
        "kéz kezet kezek kezemben kezünkkel",
        "bokor bokrok bokrot bokorban",
        "madár madarak madarat madárral",
        "ló lovat lovak lovaink lóval",
        "kő követ kövek",
        "bárd bárdot bárdban",
        "Orbán Orbánnal Orbánnak",
        "Kijev Kijevben Kijevből Kijevet",
        "szavaz szavazott szavaznak szavazzanak szavazhat szavazni",
        "megír megírta megírják megírnád megírhassuk",
        "eszik ettem eszünk enni",
        "gyerek gyerekek gyerekeitek gyerekkel",
    ],
)
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("hu", group) == []


@pytest.mark.parametrize("pair", ["város váró", "kert kereskedő", "miniszter minta", "kormány korona", "állam állat"])
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("hu", pair)) == 1


@pytest.mark.parametrize(
    "form", ["blogszerkedben", "blogszerkedek", "blogszerkednek", "blogszerkeddel", "blogszerkedet"]
)
def test_rules_alone_find_a_word_that_no_dictionary_knows(form: str) -> None:
    assert set(roots("blogszerked")) & set(roots(form))


@pytest.mark.parametrize("form", ["tvítel", "tvíteltem", "tvítelnek", "tvíteljünk", "tvítelhetett", "tvítelné"])
def test_rules_alone_find_a_verb_that_no_dictionary_knows(form: str) -> None:
    assert set(roots("tvítel")) & set(roots(form))


def test_vowel_that_flees_is_left_out() -> None:
    assert even("bokor") == even("bokr")


def test_words_of_the_grammar_meet_and_keep_apart() -> None:
    meet, collide = rates("hu", paradigms())
    assert meet >= 0.9
    assert collide <= 0.05
