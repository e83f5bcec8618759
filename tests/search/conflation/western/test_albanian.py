"""Tests of Albanian words."""

from __future__ import annotations

import pytest

from tests.search.conflation.western.meeting import rates, stems, strangers

MASCULINE = (
    "gazetar gaz ushtar ushqim student studim president presidium dokument doktor parlament parfum aktivist aktor"
)
FEMININE = "shkoll shkall fush pun pul lul vajz letr"


def nouns() -> dict[str, set[str]]:
    found = {}
    for word in MASCULINE.split():
        ends = "i it in ë ët ëve ësh e et eve".split()
        found[word] = {word, *(word + end for end in ends)}
    for stem in FEMININE.split():
        found[stem + "ë"] = {stem + end for end in "ë a ës ën e at ave ash".split()}
    return found


def verbs() -> dict[str, set[str]]:
    ends = "oj on ojmë oni ojnë oja oje onte onim onin ova ove oi uam uat uan ofsha oftë uar osh ojë uaka".split()
    return {
        stem + "oj": {stem + end for end in ends}
        for stem in "kërk kërcën pun pus vend vent paralajmër parashik mirat miras".split()
    }


@pytest.mark.parametrize(
    "group",
    [
        "libër libri librit librave librat",
        "mik miku miq miqve miqtë",
        "artikull artikulli artikuj artikujve",
        "shtëpi shtëpia shtëpisë shtëpinë shtëpive",
        "gazetar gazetarët gazetarit",
        "Tiranë Tirana Tiranës Tiranën",
        "Kosovë Kosova Kosovës",
        "kërkoj kërkon kërkoi kërkuan kërkuar kërkojnë kërkofsha",
        "përsërit përsëriti përsëritën përsëritur përsëritka",
        "hap hapi hapur hapën",
    ],
)
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("sq", group) == []


@pytest.mark.parametrize(
    "pair", ["libër lindje", "qytet qytetar", "punë punonjës", "ministri minierë", "shkollë shkollar"]
)
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("sq", pair)) == 1


def test_middle_voice_that_the_dictionary_lists_is_a_word_of_its_own() -> None:
    assert not stems("sq", "punësohem") & stems("sq", "punësoj")


@pytest.mark.parametrize("paradigms", [nouns(), verbs()], ids=["nouns", "verbs"])
def test_words_of_the_grammar_meet_and_keep_apart(paradigms: dict[str, set[str]]) -> None:
    meet, collide = rates("sq", paradigms)
    assert meet >= 0.9
    assert collide <= 0.05
