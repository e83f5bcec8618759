"""The request body of a question: hits of one page, their total, and facets."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from search.facets import aggregations
from search.filters import between_days, chosen, readable
from search.matching import Clause, matching
from search.questions import LAST_PAGE, NEWEST, PER_PAGE, Question
from search.words import Words

MOST_COUNTED = 10_000
"""Stories that are counted one by one; of more it is only said that there are more."""
SOURCE = ("page", "standfirst", "body", "captions", "videos")
"""What is read of the hits, for their snippets."""
NEWEST_FIRST: list[dict[str, Any]] = [{"updated_at": "desc"}, {"page": "desc"}]
HALF_WORTH_AFTER = "120d"
"""The age at which a story has lost half of what its newness adds."""


def search_body(
    question: Question, words: Words, at: datetime, *, withdrawn: frozenset[int], by_sound: frozenset[str]
) -> dict[str, Any]:
    """The body of the search that a question is."""
    filters = chosen(question)
    found = {
        "bool": {
            "must": [matching(words, question.language, by_sound=by_sound)],
            "filter": [readable(question.language, at, withdrawn), *between_days(question)],
        }
    }
    is_ranked = bool(words.words or words.phrases) and question.order != NEWEST
    page = min(max(1, question.page), LAST_PAGE)
    body: dict[str, Any] = {
        "query": newer_counts_more(found, at) if is_ranked else found,
        "aggs": aggregations(filters),
        "sort": [{"_score": "desc"}, *NEWEST_FIRST] if is_ranked else NEWEST_FIRST,
        "from": (page - 1) * PER_PAGE,
        "size": PER_PAGE,
        "_source": list(SOURCE),
        "track_total_hits": MOST_COUNTED,
    }
    if filters:
        body["post_filter"] = {"bool": {"filter": list(filters.values())}}
    return body


def newer_counts_more(query: Clause, at: datetime) -> Clause:
    """Relevance times one to two, by how new the story is: of two that match alike the newer comes first."""
    newness = {"updated_at": {"origin": at.isoformat(), "scale": HALF_WORTH_AFTER, "offset": "1d", "decay": 0.5}}
    return {
        "function_score": {
            "query": query,
            "functions": [{"weight": 1}, {"exp": newness}],
            "score_mode": "sum",
            "boost_mode": "multiply",
        }
    }
