"""Tests of Eastern Armenian words."""

from __future__ import annotations

import pytest

from search.conflation.western.armenian import roots
from tests.search.conflation.western.meeting import rates, strangers

NOUNS = """
    գիրք:գրք լրագրող:լրագրող նախագահ:նախագահ պատճառ:պատճառ նախարար:նախարար քաղաք:քաղաք պատուհան:պատուհան
    գետ:գետ բժիշկ:բժշկ ժողովուրդ:ժողովրդ
"""
VERBS = "գր խոս աշխատ նկար խոստ նկատ հրապարակ կազմ վիճ որոշ պահանջ պահպան կազդուր"


def nouns() -> dict[str, set[str]]:
    found = {}
    for spec in NOUNS.split():
        word, stem = spec.split(":")
        cases = "ի ին ից ով".split()
        plural = [word + "ներ" + end for end in ("", "ը", "ի", "ին", "ից", "ով", "ում", "ս", "դ")]
        found[word] = {word, word + "ը", word + "ս", word + "դ", *(stem + end for end in cases), *plural}
    return found


def verbs() -> dict[str, set[str]]:
    found = {}
    for root in VERBS.split():
        present = [root + end for end in "եմ ես ի ենք եք են եի եիր եր եինք եիք եին".split()]
        rest = [root + end for end in "ել ելու ում ած ող ելիս եցի եցիր եց եցինք եցիք եցին իր".split()]
        found[root + "ել"] = {*present, *rest, *("կ" + form for form in present), *("չ" + form for form in present)}
    return found


@pytest.mark.parametrize(
    "group",
    [
        "գիրք գրքի գրքերը գրքերից",
        "ջուր ջրի ջրով ջրերը",
        "ազատություն ազատության ազատությամբ ազատությունը",
        "շարժում շարժման շարժումները",
        "օր օրվա օրերին",
        "Երևան Երևանում Երևանից Երևանի",
        "Փաշինյան Փաշինյանը Փաշինյանի Փաշինյանին",
        "գրել գրում գրեց կգրեմ չգրեց գրած գրող",
        "կարդալ կարդում կարդաց կկարդամ չկարդացի",
        "ուրախանալ ուրախացավ ուրախանում",
    ],
)
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("hy", group) == []


@pytest.mark.parametrize("pair", ["քաղաք քաղցր", "գիր գին", "մարդ մարզ", "նախարար նախագահ", "պատ պատերազմ"])
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("hy", pair)) == 1


@pytest.mark.parametrize("form", ["բլոգերը", "բլոգերի", "բլոգերներին", "բլոգերներից"])
def test_rules_alone_find_a_word_that_no_dictionary_knows(form: str) -> None:
    assert set(roots("բլոգեր")) & set(roots(form))


@pytest.mark.parametrize("paradigms", [nouns(), verbs()], ids=["nouns", "verbs"])
def test_words_of_the_grammar_meet_and_keep_apart(paradigms: dict[str, set[str]]) -> None:
    meet, collide = rates("hy", paradigms)
    assert meet >= 0.9
    assert collide <= 0.05
