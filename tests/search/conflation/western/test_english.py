"""Tests of English words."""

from __future__ import annotations

import pytest

from search.conflation.western.english import american
from tests.search.conflation.western.meeting import rates, stems, strangers

NOUNS = (
    "minister minor journalist journal border boron blogger blot lawyer lawn student stud election elector hostage host"
)
VERBS = (
    "protest prohibit attack attend report repeat detain detect launch vlog:vlogg publish request confirm accus:accus"
)


def nouns() -> dict[str, set[str]]:
    return {word: {word, word + "s", word + "'s"} for word in NOUNS.split()}


def verbs() -> dict[str, set[str]]:
    found = {}
    for spec in VERBS.split():
        word, _, stem = spec.partition(":")
        ends = ("e", "es", "ed", "ing") if stem == word else ("", "es" if word[-1] in "sh" else "s")
        past = set() if stem == word else {(stem or word) + "ed", (stem or word) + "ing"}
        found[word] = {word + end for end in ends} | past
    return found


@pytest.mark.parametrize(
    "group",
    [
        "run running ran runs",
        "child children child's",
        "city cities",
        "leaf leaves",
        "leave leaves left leaving",
        "write wrote written writing writes",
        "build building buildings built",
        "find found",
        "organise organize organised organizing organises",
        "colour color colours",
        "centre center centres",
        "defence defense",
        "programme program programs",
        "travelled traveled travel travelling",
        "government government’s governments'",
        "vlog vlogs vlogging vlogged",
    ],
)
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("en", group) == []


@pytest.mark.parametrize(
    "pair", ["universe university", "organ organise", "police policy", "news new", "hour hor", "rise riz"]
)
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("en", pair)) == 1


@pytest.mark.parametrize("word", ["hour", "four", "rise", "wise", "promise", "exercise", "advertise", "our", "genre"])
def test_words_that_only_look_british_stay(word: str) -> None:
    assert american(word) == word


def test_word_of_apostrophes_has_a_stem() -> None:
    assert stems("en", "o'brien") == {"obrien"}


@pytest.mark.parametrize("paradigms", [nouns(), verbs()], ids=["nouns", "verbs"])
def test_words_of_the_grammar_meet_and_keep_apart(paradigms: dict[str, set[str]]) -> None:
    meet, collide = rates("en", paradigms)
    assert meet >= 0.9
    assert collide <= 0.05
