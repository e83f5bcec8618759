"""Tests of offering other languages; on a real server they are tried in `test_answering`."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from newsroom.languages import LANGUAGES
from search.answers import Elsewhere
from search.elsewhere import MOST_LANGUAGES, elsewhere_of, elsewhere_search
from search.names import alias_of
from search.words import words_of


def search(text: str, code: str = "en") -> tuple[list[str], dict[str, Any]]:
    return elsewhere_search(words_of(text), code, timezone.now(), frozenset())


def test_every_other_language_is_asked_under_its_own_filter() -> None:
    indexes, body = search("Tillerson")
    assert set(indexes) == {alias_of(code) for code in LANGUAGES if code != "en"}
    clauses = body["query"]["bool"]["should"]
    assert {clause["bool"]["filter"][0]["term"]["language"] for clause in clauses} == set(LANGUAGES) - {"en"}
    assert all(clause["bool"]["filter"][1]["bool"]["filter"] == [{"term": {"live": True}}] for clause in clauses)


def test_short_words_are_asked_only_where_the_script_is_the_same() -> None:
    clauses = search("sea")[1]["query"]["bool"]["should"]
    asked = {clause["bool"]["filter"][0]["term"]["language"] for clause in clauses}
    assert "hu" in asked
    assert not asked & {"ru", "fa", "ka", "hy"}


@pytest.mark.parametrize("text", ["", "-sea", "'"])
def test_without_words_nothing_is_asked(text: str) -> None:
    assert search(text)[1]["query"] == {"match_none": {}}


def test_the_most_stories_come_first_and_strange_languages_not_at_all() -> None:
    buckets = [{"key": code, "doc_count": 9} for code in [*list(LANGUAGES)[:10], "xx"]]
    found = elsewhere_of({"aggregations": {"languages": {"buckets": buckets}}})
    assert found[0] == Elsewhere(buckets[0]["key"], 9)
    assert len(found) == MOST_LANGUAGES


@pytest.mark.parametrize("answer", [None, {}, {"aggregations": None}, {"aggregations": {}}])
def test_a_failed_answer_offers_nothing(answer: Any) -> None:
    assert elsewhere_of(answer) == ()
