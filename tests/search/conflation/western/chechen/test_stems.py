"""Tests of the stems of Chechen words."""

from __future__ import annotations

import pytest

from tests.search.conflation.western.chechen.paradigms import nouns, verbs
from tests.search.conflation.western.meeting import rates, stems, strangers

IRREGULAR = (
    "стаг стеган стагана нах нехан нахаца",
    "ваша вешин вежарий вежаршна",
    "зуда зудчун зудчуьнца зударий зударшна",
    "цӏа цӏийнан цӏенош цӏахь",
    "хила хуьлу хилла хир хилар",
    "ала олу элира аьлла аьллера алар",
    "дан до дина динера дийр деш йина бина бийр",
    "диса дуьсу висина йисира",
)
ALTERNATING = (
    "лам лоьман ламанца лаьмнаш лаьмнийн",
    "мотт меттан маттана меттанаш",
    "юрт юьртан юьртахь ярташ ярташкахь ярташкара ярташкарчу",
    "нохчо нохчочун нохчий нохчийн нохчашна",
    "хьехархо хьехархочунна хьехархой хьехархоша",
    "къам къоман къаьмнаш къаьмнийн",
)
VERBS = (
    "деша доьшу дийшира дешна дешнера доьшуш дешар дешарехь доьшург дешначу",
    "деша еша йоьшу йешна беша боьшу",
    "хьажа хьожу хьаьжира хьаьжна хьожуш хьаьжча",
    "кхета кхетта кхеттера кхийтира",
    "яздан яздо яздина язйина язъян язъеш яздеш",
    "чӏагӏдан чӏагӏдо чӏагӏйина чӏагӏбелла чӏагӏвала",
    "кхайкхо кхайкхадо кхайкхийна кхайкхийра",
    "дӏаделла дӏаяла дӏабелла",
)
NAMES = ("Кадыров Кадыровс", "Путин Путина Путинна Путинан", "Зеленский Зеленскийс Зеленскийн Зеленскийца")


@pytest.mark.parametrize("group", [*IRREGULAR, *ALTERNATING, *VERBS, *NAMES])
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("ce", group) == []


@pytest.mark.parametrize("pair", ["шахар шад", "хи хила", "болх бутт", "говр гӏала", "буьйса дуьсу", "бер верг"])
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("ce", pair)) == 1


@pytest.mark.parametrize("typed", ["кӏант", "кӀант", "кIант", "кlант", "к1ант", "КI\u0410НТ", "кіант", "к|ант"])
def test_palochka_is_found_in_every_typing(typed: str) -> None:
    assert stems("ce", typed) == stems("ce", "кӏант")


def test_digits_beside_words_stay_digits() -> None:
    assert stems("ce", "2011") == {"2011"}
    assert not stems("ce", "11шо") & stems("ce", "шо")


def test_new_and_old_spelling_of_iotated_vowels_meet() -> None:
    assert stems("ce", "юрт") == stems("ce", "йурт")
    assert stems("ce", "ярташ") == stems("ce", "йарташ")


def test_nouns_of_the_grammar_meet_and_keep_apart() -> None:
    meet, collide = rates("ce", nouns())
    assert meet >= 0.95
    assert collide <= 0.05


def test_verbs_of_the_grammar_meet_and_keep_apart() -> None:
    meet, collide = rates("ce", verbs())
    assert meet >= 0.95
    assert collide <= 0.05
