"""Tests of the glossary as a check."""

from __future__ import annotations

from dataclasses import dataclass

from articles.translation.checking.findings import Pair
from articles.translation.checking.terms import missing_terms
from articles.translation.units import Unit, units_of
from tests.articles.translation.checking.demo_stories import demo_story


@dataclass
class Entry:
    term: str
    translation: str
    is_case_sensitive: bool = False


def missing(source: str, target: str, *terms: Entry, code: str = "ru") -> list[str]:
    first, second = (Unit("title", "title", "title", text, False) for text in (source, target))
    return [term.term for term in missing_terms(Pair(first, second, "en", code), terms)]


def test_inflected_term_is_found() -> None:
    assert missing("Caspian seals", "О каспийских тюленях", Entry("Caspian seal", "каспийский тюлень")) == []


def test_other_word_for_a_term_is_told_of() -> None:
    assert missing("The Caspian seal", "Каспийская нерпа", Entry("Caspian seal", "каспийский тюлень")) == [
        "Caspian seal"
    ]


def test_term_is_no_part_of_another_word() -> None:
    assert missing("The seal sleeps", "Тюлень спит", Entry("sea", "море")) == []


def test_capitals_matter_where_they_are_said_to() -> None:
    entry = Entry("Who", "ВОЗ", is_case_sensitive=True)
    assert missing("who came", "кто пришел", entry) == []
    assert missing("Who came", "кто пришел", entry) == ["Who"]


def test_right_terms_do_not_fire_over_a_whole_story() -> None:
    own = {
        "ru": "каспийский тюлень",
        "uk": "каспійський тюлень",
        "hu": "kaszpi fóka",
        "fa": "فک خزری",
        "kk": "Каспий итбалығы",
    }
    for code, translation in own.items():
        source, target = units_of(demo_story("caspian", "en")), units_of(demo_story("caspian", code))
        pairs = [Pair(source[key], target[key], "en", code) for key in source if key in target]
        found = [pair for pair in pairs if missing_terms(pair, [Entry("Caspian seal", translation)])]
        assert len(found) <= 1, (code, [(pair.target.words) for pair in found])


def test_term_without_words_says_nothing() -> None:
    assert missing("a — b", "а — б", Entry("—", "—")) == []


def test_a_dotted_capital_is_the_same_letter_at_the_beginning_of_a_sentence() -> None:
    for code in ("az", "crh"):
        assert missing("The economy", "İqtisadiyyat böyüyür", Entry("economy", "iqtisadiyyat"), code=code) == []
        assert missing("The light", "Işıq yandı", Entry("light", "ışıq"), code=code) == []
    assert missing("The economy", "Iqtisodiyot", Entry("economy", "iqtisodiyot"), code="uz") == []
