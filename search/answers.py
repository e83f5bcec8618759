"""What the search answers: hits, facets and ways on, as values that templates show."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from articles.pages.article import ArticlePage

ELASTICSEARCH, DATABASE = "elasticsearch", "database"


@dataclass(frozen=True, slots=True)
class Hit:
    """One story that was found."""

    story: ArticlePage
    headline: SafeString
    """Its headline with `<mark>` around what was found, escaped."""
    snippet: SafeString
    """A piece of its text with `<mark>`, escaped; its standfirst where nothing was found in the text."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value by which the answer can be narrowed."""

    value: str
    label: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """Values of one kind (`section`, `person`, `agency`, `place`, `video`), the most frequent first."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many stories of another language the same words find."""

    language: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """All that one page of results shows."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    total_is_exact: bool = True
    facets: tuple[Facet, ...] = ()
    did_you_mean: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    source: str = ELASTICSEARCH
    """Who answered; `database` while Elasticsearch is away or not configured."""
    is_makeshift: bool = False
    """Whether Elasticsearch is configured but away, which the reader is told."""
