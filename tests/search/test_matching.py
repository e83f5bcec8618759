"""Tests of how words become a query."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsroom.languages import LANGUAGES
from search.matching import BY_TEXT, matching, needed_of, phrase_clause, sound_clauses, stem_clauses, word_clause
from search.words import words_of


def text_of(clause: Any) -> str:
    return json.dumps(clause, ensure_ascii=False)


@pytest.mark.parametrize(("words", "needed"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (8, 6), (24, 18)])
def test_most_words_are_needed(words: int, needed: int) -> None:
    assert needed_of(words) == needed


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_hit_is_found_by_nearness_or_beginnings(code: str) -> None:
    clause = text_of(matching(words_of('sea* level "red line" -air'), code, by_sound=frozenset({"sea"})))
    assert not any(kind in clause for kind in ("fuzz", "prefix", "wildcard", "regexp", "query_string"))


def test_function_words_are_not_asked_for_beside_others() -> None:
    clause = matching(words_of("the sea of Azov"), "en")["bool"]["must"][0]["bool"]["should"][0]["bool"]
    assert clause["minimum_should_match"] == len(clause["should"]) == 2


def test_a_query_of_function_words_is_asked_for_as_it_is() -> None:
    clause = matching(words_of("who is"), "en")["bool"]["must"][0]
    assert clause["bool"]["should"][0]["bool"]["minimum_should_match"] == 2
    assert "stems" in text_of(phrase_clause("en", ("to", "the")))


def test_a_query_without_words_is_everything_but_what_is_unwanted() -> None:
    assert matching(words_of(""), "en")["bool"]["must"] == [{"match_all": {}}]
    assert len(matching(words_of("-sea"), "en")["bool"]["must_not"]) == 1


def test_only_words_to_be_heard_are_asked_for_by_sound() -> None:
    assert "sounds" in text_of(word_clause("ru", "Tillerson", by_sound=True))
    assert "sounds" not in text_of(word_clause("ru", "Tillerson"))
    assert sound_clauses("12") == []


def test_a_word_of_marks_has_no_stems() -> None:
    assert stem_clauses("fa", "\u064b") == []
    assert word_clause("fa", "\u064b")["dis_max"]["queries"] == [
        {"multi_match": {"query": "\u064b", "fields": BY_TEXT}}
    ]
