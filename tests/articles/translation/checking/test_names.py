"""Tests of names that a translation lacks."""

from __future__ import annotations

import pytest

from articles.translation.checking.findings import KnownName, Pair
from articles.translation.checking.names import missing_known_names, missing_names
from articles.translation.units import Unit, units_of
from newsroom.languages import LANGUAGES
from tests.articles.translation.checking.demo_stories import demo_story


def pair(source: str, target: str, code: str = "ru") -> Pair:
    first, second = (Unit("standfirst", "standfirst", "standfirst", text, False) for text in (source, target))
    return Pair(first, second, "en", code)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_name_is_found_in_every_script_and_missed_where_it_is_not(code: str) -> None:
    source, target = (units_of(demo_story("caspian", each)) for each in ("en", code))
    said = next(unit for unit in source.values() if "Samira Velieva" in unit.words)
    own = target[said.key].words
    assert missing_names(pair(said.words, own, code)) == []
    other = said.words.replace("Samira Velieva", "Gordon Mackintosh")
    assert missing_names(pair(other, own, code)) == ["Gordon Mackintosh"]


def test_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    assert missing_names(pair('It ended. "From January" it went. Then May came.', "Все")) == []


def test_names_that_are_translated_are_not_looked_for() -> None:
    assert missing_names(pair("at the United Nations and the Supreme Court", "в ООН")) == []


def test_known_name_is_looked_for_in_its_own_spelling() -> None:
    names = [KnownName("Reuters", "Рейтер"), KnownName("Baku", "Баку")]
    assert missing_known_names(pair("Reuters says in Baku", "Рейтер сообщает из Баку"), names) == []
    assert missing_known_names(pair("Reuters says in Baku", "Reuters сообщает"), names) == ["Baku"]
    assert missing_known_names(pair("Nothing here", "Ничего"), names) == []


def test_thousands_of_names_are_looked_for_in_a_long_text() -> None:
    names = [
        f"Borg{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676)}" for number in range(6000)
    ]
    source = " ".join(f"the {name} Vorname" for name in names)
    assert missing_names(pair(source, "тыфх " * 20_000))[0] == f"{names[0]} Vorname"
