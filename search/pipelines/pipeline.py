"""One language's analysis, in the terms of a stock Elasticsearch server."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What becomes two custom analysers: one for texts, and one for queries, which knows synonyms as well."""

    name: str
    """`newsroom_<code>`; languages that share a pipeline share its name."""
    char_filters: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Name → definition, in order; applied before the tokenizer."""
    tokenizer: str = "standard"
    filters: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Name → definition, in order, in texts and queries alike: small letters, normalisation, stop words, stemmer."""
    synonyms: tuple[str, ...] = ()
    """Lines in Solr's format, for queries only; spelled as `filters` leave words."""
