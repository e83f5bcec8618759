"""Other languages in which the same words find something: by sound, and by stems where the script is the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from newsroom.languages import LANGUAGES
from search.answers import Elsewhere
from search.filters import readable
from search.matching import Clause, sound_clauses, stem_clauses
from search.names import alias_of
from search.scripts import is_foreign
from search.words import Words, telling_words

MOST_LANGUAGES = 6
"""Languages that are offered, those with most stories first."""
SHORTEST = 4
"""Letters of a word that is listened to; shorter ones sound like too much else."""


def elsewhere_search(words: Words, code: str, at: datetime, withdrawn: frozenset[int]) -> tuple[list[str], Clause]:
    """The indexes of all other languages, and the search that counts in each what its readers may see."""
    others = [other for other in LANGUAGES if other != code]
    each = [clause for other in others if (clause := _in_language(words, other, at, withdrawn))]
    body = {
        "query": {"bool": {"should": each, "minimum_should_match": 1}} if each else {"match_none": {}},
        "size": 0,
        "track_total_hits": False,
        "aggs": {"languages": {"terms": {"field": "language", "size": len(LANGUAGES)}}},
    }
    return [alias_of(other) for other in others], body


def elsewhere_of(answer: Mapping[str, Any] | None) -> tuple[Elsewhere, ...]:
    """The languages of an answer to `elsewhere_search`; none where it failed."""
    buckets = ((answer or {}).get("aggregations") or {}).get("languages", {}).get("buckets", ())
    found = [Elsewhere(bucket["key"], bucket["doc_count"]) for bucket in buckets if bucket["key"] in LANGUAGES]
    return tuple(found[:MOST_LANGUAGES])


def _in_language(words: Words, code: str, at: datetime, withdrawn: frozenset[int]) -> Clause | None:
    """Every telling word, in a form of the language where it shares the script, else by sound."""
    wanted = telling_words(code, words.all_wanted) or words.all_wanted
    must: list[Clause] = []
    for word in wanted:
        clauses = sound_clauses(word) if len(word) >= SHORTEST else []
        if not is_foreign(word, code):
            clauses += stem_clauses(code, word)
        if not clauses:
            return None
        must.append({"dis_max": {"queries": clauses}})
    if not must:
        return None
    return {"bool": {"filter": [{"term": {"language": code}}, readable(code, at, withdrawn), *must]}}
