"""Index settings of every language: its pipeline as two analysers, and the analyser of ready-made stems."""

from __future__ import annotations

from typing import Any

from search.pipelines.iranian import PIPELINES as IRANIAN
from search.pipelines.pipeline import Pipeline
from search.pipelines.slavic import PIPELINES as SLAVIC
from search.pipelines.turkic import PIPELINES as TURKIC
from search.pipelines.western import PIPELINES as WESTERN

PIPELINES: dict[str, Pipeline] = {**IRANIAN, **SLAVIC, **TURKIC, **WESTERN}
"""Code of the language → its pipeline."""

TEXT = "text"
"""The analyser of texts, in the index of every language."""
QUERY = "query"
"""The analyser of queries: as that of texts, and synonyms."""
STEMS = "stems"
"""The analyser of stems that were made before they came: it cuts at spaces alone."""


def analysis_settings(code: str) -> dict[str, Any]:
    """The `analysis` part of the settings of a language's index."""
    pipeline = PIPELINES[code]
    filters, query_filters = dict(pipeline.filters), list(pipeline.filters)
    if pipeline.synonyms:
        filters[f"{pipeline.name}_synonyms"] = {"type": "synonym_graph", "synonyms": _rules(pipeline)}
        query_filters.append(f"{pipeline.name}_synonyms")
    shared = {"type": "custom", "tokenizer": pipeline.tokenizer, "char_filter": list(pipeline.char_filters)}
    return {
        "char_filter": pipeline.char_filters,
        "filter": filters,
        "analyzer": {
            TEXT: {**shared, "filter": list(pipeline.filters)},
            QUERY: {**shared, "filter": query_filters},
            STEMS: {"type": "custom", "tokenizer": "whitespace"},
        },
    }


def _rules(pipeline: Pipeline) -> list[str]:
    """The pipeline's synonyms without its stop words, with which a server refuses a rule."""
    stop_words = {word for each in pipeline.filters.values() for word in each.get("stopwords", ())}
    rules = []
    for line in pipeline.synonyms:
        sides = [", ".join(_without(side, stop_words)) for side in line.split("=>")]
        rules.append(" => ".join(sides))
    return rules


def _without(side: str, stop_words: set[str]) -> list[str]:
    kept = (" ".join(word for word in entry.split() if word not in stop_words) for entry in side.split(","))
    return [entry for entry in kept if entry]
