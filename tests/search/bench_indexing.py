"""What a rebuild costs beside bare bulk requests with the same documents, and how much memory it takes."""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

from elasticsearch import helpers

from search.client import client
from search.documents import documents
from search.indexing import indexes
from search.indexing.rebuilding import rebuild, stories_of
from search.names import alias_of
from tests.search.bench_servers import on_a_server
from tests.search.many_stories import make_many

CODES = ("en", "ru", "fa")
FEW, MANY = 750, 3000
ROUNDS = 5
LEAST = 0.7
"""Of the rate of bare bulk requests."""
MOST_GROWTH = 1.5
"""Of the memory that a rebuild takes, when there are four times as many stories."""
MEGABYTE = 1024 * 1024


def indexing() -> None:
    """Prints both ratios; exits with an error where one is out of its bounds."""
    on_a_server("indexing", measure)


def measure() -> None:
    """The same, on the server of the settings."""
    for code in CODES:
        make_many(code, FEW)
    few = _peak_bytes()
    for code in CODES:
        make_many(code, MANY - FEW)
    many = _peak_bytes()
    made = {code: _ready_made(code) for code in CODES}
    # In turns, so that whatever else the machine does is in both.
    rounds = [(_seconds(_rebuild_all), _seconds(lambda: _bare(made))) for _ in range(ROUNDS)]
    ours, bare = zip(*rounds, strict=True)
    ratio = statistics.median(bare) / statistics.median(ours)
    rate = MANY * len(CODES) / statistics.median(ours)
    _say("search_rebuild: its rate against bare helpers.bulk", ratio, f"{rate:.0f} stories/s; at least {LEAST}")
    _say(f"Memory of a rebuild of {MANY // FEW} × as many stories", many / few, f"{many / MEGABYTE:.0f} MB")
    if ratio < LEAST or many / few > MOST_GROWTH:
        sys.exit("A rebuild is too slow or takes too much memory.")


def _ready_made(code: str) -> list[dict[str, Any]]:
    pages = list(stories_of(code).values_list("pk", flat=True))
    return list(documents(pages).values())


def _bare(made: dict[str, list[dict[str, Any]]]) -> None:
    """What anybody would do who had the documents: an index of the same settings, and the client's own helper."""
    for code, some in made.items():
        name = f"{alias_of(code)}-bare"
        client().indices.create(
            index=name, mappings=indexes.mapping(), settings={**indexes.index_settings(code), **indexes.FILLING}
        )
        helpers.bulk(client(), ({"_index": name, "_id": each["page"], "_source": each} for each in some))
        client().indices.refresh(index=name)
        client().indices.delete(index=name)


def _rebuild_all() -> None:
    for code in CODES:
        for _ in rebuild(code):
            pass


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak_bytes() -> int:
    """What a rebuild of everything has Python hold at most, once all that is remembered of words is there."""
    _rebuild_all()
    tracemalloc.start()
    try:
        _rebuild_all()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _say(what: str, ratio: float, note: str) -> None:
    sys.stdout.write(f"{what:70} {ratio:6.2f} ×  {note}\n")
