"""What a search with facets and highlights costs beside its bare query, over 100,000 documents in 31 languages."""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone
from elasticsearch import helpers

from newsroom.demo.content_files import stories
from newsroom.languages import LANGUAGES
from search.client import client
from search.conflation.table import stems_of_text
from search.conflation.tokens import tokens
from search.facets import counts_of
from search.highlighting import Needles, marked, snippet
from search.names import alias_of
from search.querying import search_body
from search.questions import PER_PAGE, Question
from search.sounds import sounds_of_text
from search.words import words_of
from tests.search.bench_servers import on_a_server
from tests.search.indexes import make_index

DOCUMENTS = 100_000
QUERIES = 8
"""Queries of each language."""
MOST = 2.0
PARAGRAPHS = 6
TEXT = re.compile(r"<(?:p|h2|li)>(.*?)</(?:p|h2|li)>", re.DOTALL)
BEGIN = datetime(2023, 1, 1, tzinfo=UTC)


def searching() -> None:
    """Prints the ratio of the medians; exits with an error where it is out of its bound."""
    on_a_server("searching", _measure)


def _measure() -> None:
    queries = []
    for code in LANGUAGES:
        paragraphs, headlines = _texts(code)
        make_index(code, refresh_interval="-1")
        helpers.bulk(client().options(request_timeout=120), _actions(code, paragraphs, headlines), chunk_size=1000)
        client().options(request_timeout=120).indices.refresh(index=alias_of(code))
        queries += [(code, query) for query in _queries(code, paragraphs)]
    for work in (_bare, _full):  # what is read for the first time is in neither
        for code, query in queries:
            work(code, query)
    bare, full = [], []
    for code, query in queries:  # in turns, so that whatever else the machine does is in both
        bare.append(_seconds(lambda code=code, query=query: _bare(code, query)))  # type: ignore[misc]
        full.append(_seconds(lambda code=code, query=query: _full(code, query)))  # type: ignore[misc]
    ratio = statistics.median(full) / statistics.median(bare)
    note = f"{statistics.median(full) * 1000:.1f} ms; at most {MOST}"
    sys.stdout.write(f"{'A search with facets and highlights against its bare query':70} {ratio:6.2f} ×  {note}\n")
    if ratio > MOST:
        sys.exit("Facets and highlights cost too much.")


def _bare(code: str, query: str) -> None:
    body = _body(code, query)
    client().search(index=alias_of(code), body={"query": body["query"], "size": PER_PAGE})


def _full(code: str, query: str) -> None:
    found = client().search(index=alias_of(code), body=_body(code, query))
    counts_of(found["aggregations"])
    needles = Needles.of(words_of(query), code)
    for hit in found["hits"]["hits"]:
        source = hit["_source"]
        marked(source["standfirst"], needles)
        snippet([source["standfirst"], source["body"]], needles)


def _body(code: str, query: str) -> dict[str, Any]:
    question = Question(code, query)
    return search_body(question, words_of(query), timezone.now(), withdrawn=frozenset(), by_sound=frozenset())


def _texts(code: str) -> tuple[list[str], list[str]]:
    """Paragraphs and headlines of the demo in a language."""
    texts = [story.texts[code] for story in stories() if code in story.texts]
    paragraphs = [re.sub(r"<[^>]+>", "", found) for text in texts for found in TEXT.findall(text["body"])]
    return paragraphs, [text["headline"] for text in texts]


def _actions(code: str, paragraphs: list[str], headlines: list[str]) -> Iterator[dict[str, Any]]:
    chance = random.Random(code)
    stems = {text: stems_of_text(code, text) for text in (*paragraphs, *headlines)}
    sounds = {text: sounds_of_text(text) for text in headlines}
    for number in range(DOCUMENTS // len(LANGUAGES)):
        headline, lead = chance.choice(headlines), chance.choice(paragraphs)
        body = chance.choices(paragraphs, k=PARAGRAPHS)
        moment = (BEGIN + timedelta(hours=chance.randrange(24 * 1000))).isoformat()
        yield {
            "_index": alias_of(code),
            "_id": number,
            "page": number,
            "story": f"{code}-{number}",
            "language": code,
            "live": True,
            "published_at": moment,
            "updated_at": moment,
            "headline": headline,
            "standfirst": lead,
            "body": "\n".join(body),
            "stems": {
                "headline": stems[headline],
                "lead": stems[lead],
                "text": " ".join(stems[paragraph] for paragraph in body),
            },
            "sounds": sounds[headline],
            "section": f"section-{chance.randrange(8)}",
            "people": [f"person-{chance.randrange(60)}"],
            "agencies": [f"agency-{chance.randrange(12)}"],
            "places": [f"place-{chance.randrange(90)}"],
            "has_video": chance.random() < 0.2,
        }


def _queries(code: str, paragraphs: list[str]) -> list[str]:
    """Two words each that stand in one paragraph."""
    chance = random.Random(f"{code} queries")
    made = []
    while len(made) < QUERIES:
        words = [token.text for token in tokens(chance.choice(paragraphs)) if len(token.text) > 4]
        if len(words) > 1:
            made.append(" ".join(chance.sample(words, 2)))
    return made


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
