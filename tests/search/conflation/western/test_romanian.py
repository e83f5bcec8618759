"""Tests of Romanian words."""

from __future__ import annotations

import pytest

from search.conflation.western.romanian import noun_root, verb_root
from tests.search.conflation.western.meeting import rates, strangers

MASCULINE = "jurnalist jurat activist actor procuror profet senator senzor militar miliardar deputat pictor editor"
NEUTER = "document documentar argument argint tribunal tribut spital spirit parlament fenomen"


def nouns() -> dict[str, set[str]]:
    found = {}
    for word in MASCULINE.split():
        plural = word[:-1] + "ț" if word[-1] == "t" else word
        found[word] = {
            word,
            *(word + end for end in ("ul", "ului", "ule")),
            *(plural + end for end in ("i", "ii", "ilor")),
        }
    for word in NEUTER.split():
        found[word] = {word + end for end in ("", "ul", "ului", "e", "ele", "elor")}
    return found


def verbs() -> dict[str, set[str]]:
    ends = "a ez ezi ează ăm ați eze am ai au ase asem aseși aseră ai ași ară arăm at ată ați ate ând".split()
    return {
        stem + "a": {stem + end for end in ends}
        for stem in "anunț anul lucr lupt form forț vizit vizion organiz declar decol finanț finaliz".split()
    }


@pytest.mark.parametrize(
    "group",
    [
        "carte cărți cartea cărțile cărții cărților",
        "băiat băiatul băiatului băieți băieților",
        "student studenți studenților studentului",
        "brad brazi brazilor",
        "fată fete fetelor fetei",
        "seară seri serii seara",
        "țară țării țările țărilor",
        "om oameni oamenilor omului",
        "construibil construibile construibilele",
        "anunța anunță anunțase anunțând anunțat anunțăm",
        "vorbi vorbesc vorbește vorbind vorbeam vorbiseră",
        "merge merg mergea mergem mers",
        "pământ pămînt pământului",
    ],
)
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("ro", group) == []


@pytest.mark.parametrize("pair", ["carte cartof", "port portocală", "lege legumă", "casă casetă", "minister mină"])
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("ro", pair)) == 1


@pytest.mark.parametrize("form", ["blogărul", "blogărului", "blogărilor", "blogări"])
def test_rules_alone_find_a_noun_that_no_dictionary_knows(form: str) -> None:
    assert noun_root(form) == noun_root("blogăr")


@pytest.mark.parametrize("form", ["mandevez", "mandevează", "mandevând", "mandevaserăm", "mandevezi", "mandevăm"])
def test_rules_alone_find_a_verb_that_no_dictionary_knows(form: str) -> None:
    assert verb_root(form) == verb_root("mandeva")


@pytest.mark.parametrize("paradigms", [nouns(), verbs()], ids=["nouns", "verbs"])
def test_words_of_the_grammar_meet_and_keep_apart(paradigms: dict[str, set[str]]) -> None:
    meet, collide = rates("ro", paradigms)
    assert meet >= 0.9
    assert collide <= 0.05
