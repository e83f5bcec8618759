"""How well the queries of `pairs/` find their stories: by the search of a language, and by plain analysis beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone

from search.client import client
from search.conflation.table import stems_of_text
from search.names import alias_of
from search.querying import search_body
from search.questions import Question
from search.scripts import is_foreign
from search.sounds import sounds_of_text
from search.words import words_of
from tests.search.indexes import fill, make_index

PAIRS = Path(__file__).parent / "pairs"
BEST = 10
"""Hits of a query that are looked at."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A query, and the stories that a reader wants for it."""

    query: str
    finds: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One language's stories and queries."""

    code: str
    stories: dict[str, str]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Means over the queries: the part of what is wanted that is found, and the part of what is found that is wanted.

    A query that finds nothing has neither.
    """

    recall: float
    precision: float
    missed: tuple[str, ...]
    """What was wanted and not found, or found and not wanted, in words."""


def trial_of(code: str) -> Trial:
    """The file of a language."""
    with (PAIRS / f"{code}.toml").open("rb") as file:
        read = tomllib.load(file)
    pairs = tuple(Pair(pair["query"], frozenset(pair["finds"]), pair["kind"]) for pair in read["pair"])
    return Trial(code, {story["id"]: story["text"] for story in read["story"]}, pairs)


def put(trial: Trial) -> None:
    """Puts the stories into an index of the language, and into a plain one."""
    make_index(trial.code)
    names = list(trial.stories)
    fill(trial.code, [_document(trial.code, number, trial.stories[name]) for number, name in enumerate(names)])
    client().indices.create(
        index=_plain(trial.code), mappings={"properties": {"text": {"type": "text", "analyzer": "standard"}}}
    )
    for number, name in enumerate(names):
        client().index(index=_plain(trial.code), id=str(number), document={"text": trial.stories[name]})
    client().indices.refresh(index=_plain(trial.code))


def ours(trial: Trial) -> Measured:
    """What the search of the language finds."""
    return _measured(trial, lambda query: _found(trial.code, query))


def plain(trial: Trial) -> Measured:
    """What the `standard` analyser finds, all words of a query together."""

    def found(query: str) -> list[int]:
        body = {"match": {"text": {"query": query, "operator": "and"}}}
        return _pages(client().search(index=_plain(trial.code), query=body, size=BEST))

    return _measured(trial, found)


def _found(code: str, query: str) -> list[int]:
    """As `search.answering` asks: words of another script by their sound too, and all words where nothing is found."""
    question, words = Question(code, text=query), words_of(query)
    foreign = frozenset(word for word in words.words if is_foreign(word, code))
    for by_sound in (foreign, frozenset(words.words)):
        body = search_body(question, words, timezone.now(), withdrawn=frozenset(), by_sound=by_sound)
        pages = _pages(client().search(index=alias_of(code), body={**body, "aggs": {}}))
        if pages:
            return pages
    return []


def _measured(trial: Trial, find: Any) -> Measured:
    names, missed = list(trial.stories), []
    recalls, precisions = [], []
    for pair in trial.pairs:
        found = {names[page] for page in find(pair.query)}
        right = found & pair.finds
        recalls.append(len(right) / len(pair.finds))
        precisions.append(len(right) / len(found) if found else 0.0)
        if right != pair.finds or found != pair.finds:
            missed.append(
                f"{pair.kind} {pair.query}: not {sorted(pair.finds - found)}, but {sorted(found - pair.finds)}"
            )
    return Measured(sum(recalls) / len(recalls), sum(precisions) / len(precisions), tuple(missed))


def _document(code: str, number: int, text: str) -> dict[str, Any]:
    return {
        "page": number,
        "live": True,
        "language": code,
        "headline": text,
        "updated_at": timezone.now().isoformat(),
        "stems": {"headline": stems_of_text(code, text)},
        "sounds": sounds_of_text(text),
    }


def _pages(answer: Any) -> list[int]:
    return [int(hit["_id"]) for hit in answer["hits"]["hits"]]


def _plain(code: str) -> str:
    return f"{alias_of(code)}-plain"
