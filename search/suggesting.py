"""Headlines while a reader types."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from articles.pages.article import ArticlePage
from newsroom.text import clean_line
from search.asking import Asker
from search.conflation.table import CONFLATIONS, stems
from search.conflation.tokens import tokens
from search.filters import readable
from search.matching import Clause
from search.names import alias_of
from search.querying import newer_counts_more
from search.waiting import Waiting

MOST = 8
SHORTEST, LONGEST = 2, 80
"""Characters that must be typed, and that are read."""
MOST_WORDS = 8
SECONDS = 0.6


def typed_words(typed: str) -> tuple[str, ...]:
    """The words of what was typed, as far as they are read; none where it is too short."""
    line = clean_line(typed[: LONGEST * 4])[:LONGEST]
    return tuple(token.text for token in tokens(line))[:MOST_WORDS] if len(line) >= SHORTEST else ()


def suggested(code: str, typed: str, at: datetime, behind: Waiting) -> list[str]:
    """Headlines of visible stories with words that begin so, best and newest first; one request. Raises Away."""
    words = typed_words(typed)
    if not words:
        return []
    body: dict[str, Any] = {
        "query": newer_counts_more(
            {"bool": {"must": [beginning(code, words)], "filter": [readable(code, at, behind.withdrawn)]}}, at
        ),
        "size": MOST * 2,
        "_source": ["page"],
        "track_total_hits": False,
    }
    hits = Asker(SECONDS).search(alias_of(code), body)["hits"]["hits"]
    numbers = [hit["_source"]["page"] for hit in hits]
    stories = ArticlePage.objects.filter(pk__in=numbers).in_language(code).visible()
    headlines = dict(stories.values_list("pk", "title"))
    found = dict.fromkeys(headlines[number] for number in numbers if number in headlines)
    return sorted(found, key=lambda headline: not begins_with(code, headline, words))[:MOST]


def begins_with(code: str, headline: str, words: tuple[str, ...]) -> bool:
    """Whether a headline's first words are these, the last one perhaps unfinished: the reader may be typing it."""
    fold = CONFLATIONS[code].fold
    *finished, last = (fold(word) for word in words)
    first = [fold(token.text) for token in tokens(headline)][: len(words)]
    return len(first) == len(words) and first[:-1] == finished and first[-1].startswith(last)


def beginning(code: str, words: tuple[str, ...]) -> Clause:
    """Headlines that have all these words, the last one perhaps unfinished."""
    line, last = " ".join(words), words[-1]
    fold = CONFLATIONS[code].fold
    by_stems: list[Clause] = [_stem(code, word) for word in words[:-1] if stems(code, word)]
    unfinished: list[Clause] = [{"prefix": {"stems.headline": {"value": fold(last)}}}] if fold(last) else []
    if stems(code, last):
        unfinished.append(_stem(code, last))
    by_stems.append({"bool": {"should": unfinished, "minimum_should_match": 1}})
    as_written = {"match_bool_prefix": {"headline.typed": {"query": line, "operator": "and", "boost": 2}}}
    from_the_start = {"match_phrase_prefix": {"headline.typed": {"query": line, "boost": 4, "max_expansions": 20}}}
    return {"dis_max": {"queries": [as_written, from_the_start, {"bool": {"must": by_stems}}]}}


def _stem(code: str, word: str) -> Clause:
    return {"terms": {"stems.headline": list(stems(code, word))}}
