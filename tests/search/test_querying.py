"""Tests of the body of a search."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from search.querying import MOST_COUNTED, search_body
from search.questions import LAST_PAGE, NEWEST, PER_PAGE, Question
from search.words import words_of

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def body(text: str = "sea", withdrawn: frozenset[int] = frozenset(), **fields: Any) -> dict[str, Any]:
    question = Question("en", text, **fields)
    return search_body(question, words_of(text), NOON, withdrawn=withdrawn, by_sound=frozenset())


@pytest.mark.parametrize("page", [-1, 0, 1, 2, LAST_PAGE, LAST_PAGE + 1, 10**9])
def test_paging_is_never_deep(page: int) -> None:
    made = body(page=page)
    assert 0 <= made["from"] <= (LAST_PAGE - 1) * PER_PAGE
    assert made["size"] == PER_PAGE
    assert made["track_total_hits"] == MOST_COUNTED


def test_relevance_is_asked_for_where_there_are_words_to_rank() -> None:
    assert "function_score" in body()["query"]
    assert "function_score" not in body(order=NEWEST)["query"]
    assert "function_score" not in body("")["query"]
    assert "function_score" not in body("-sea")["query"]
    assert body(order=NEWEST)["sort"][0] == {"updated_at": "desc"}


def test_every_search_carries_the_readers_filter() -> None:
    for made in (body(), body(order=NEWEST), body("")):
        query = made["query"].get("function_score", made)["query"]
        condition = query["bool"]["filter"][0]["bool"]
        assert condition["filter"] == [{"term": {"live": True}}]
        assert condition["must_not"][0] == {"range": {"embargo_until": {"gt": NOON.isoformat()}}}


def test_withdrawn_stories_are_named() -> None:
    query = body(withdrawn=frozenset({3, 1}), order=NEWEST)["query"]
    assert {"terms": {"page": [1, 3]}} in query["bool"]["filter"][0]["bool"]["must_not"]


def test_chosen_values_narrow_the_hits_and_leave_their_own_facet() -> None:
    made = body(section="world", has_video=True)
    assert made["post_filter"]["bool"]["filter"] == [{"term": {"section": "world"}}, {"term": {"has_video": True}}]
    assert made["aggs"]["section"]["filter"]["bool"]["filter"] == [{"term": {"has_video": True}}]
    assert len(made["aggs"]["person"]["filter"]["bool"]["filter"]) == 2
    assert "post_filter" not in body()


def test_days_become_moments() -> None:
    query = body(order=NEWEST, since=date(2026, 2, 1), until=date(2026, 2, 28))["query"]
    assert query["bool"]["filter"][1] == {
        "range": {"updated_at": {"gte": "2026-02-01T00:00:00+00:00", "lt": "2026-03-01T00:00:00+00:00"}}
    }
    assert len(body(order=NEWEST, until=date.max)["query"]["bool"]["filter"]) == 1
