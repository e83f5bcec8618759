"""Tests of Georgian words."""

from __future__ import annotations

import pytest

from tests.search.conflation.western.georgian_paradigms import nouns, verbs
from tests.search.conflation.western.meeting import rates, strangers


@pytest.mark.parametrize(
    "group",
    [
        "წყალი წყლის წყალს წყალში წყლები წყლებისთვის",
        "მეგობარი მეგობრის მეგობრებთან მეგობარმა",
        "დედა დედის დედამ დედებს",
        "ხაჭო ხაჭოს ხაჭოზე",
        "მინისტრი მინისტრმა მინისტრისგან მინისტრებიდან",
        "ტრამპი ტრამპმა ტრამპის ტრამპთან",
        "კეთება აკეთებს გააკეთა გაუკეთებია გაგეკეთებინა",
        "წერს ვწერდი დაწერა დამიწერია დაგვეწერა დავწეროთ",
        "ხატავს დახატა დაუხატავს ვხატავდით",
        "მუშაობს ვმუშაობდი იმუშავებს",
    ],
)
def test_forms_of_a_word_meet(group: str) -> None:
    assert strangers("ka", group) == []


@pytest.mark.parametrize("pair", ["ქალი ქალაქი", "წიგნი წიწილა", "ბანკი ბანი", "მინდა მინისტრი", "კარი კარტოფილი"])
def test_words_that_begin_alike_keep_apart(pair: str) -> None:
    assert len(strangers("ka", pair)) == 1


@pytest.mark.parametrize("paradigms", [nouns(), verbs()], ids=["nouns", "verbs"])
def test_words_of_the_grammar_meet_and_keep_apart(paradigms: dict[str, set[str]]) -> None:
    meet, collide = rates("ka", paradigms)
    assert meet >= 0.9
    assert collide <= 0.05
