"""Asking Elasticsearch on a reader's behalf: within a time, and never again at once after it has failed.

Nothing here writes down what a reader typed: errors are told by their kind, because their texts hold the query.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.breaker import Breaker
from search.client import REQUEST_SECONDS, client

logger = logging.getLogger(__name__)

LEAST_SECONDS = 0.05
"""With less time left nothing is asked."""
FOR_THE_WAY = 0.8
"""The part of the time that the server may work; the rest is for the way there and back."""
breaker = Breaker()
"""The breaker of searches."""
quick_breaker = Breaker()
"""The breaker of what has less time, so that one late answer to it does not keep searches from being tried."""
REFUSED = frozenset({400, 404})
"""Answers that say nothing about the server: an index that is not built yet, a query that it does not take."""

Body = dict[str, Any]


class Away(Exception):
    """Elasticsearch has given no usable answer."""


class Asker:
    """The requests that one reader's page makes; `LIMIT` at most, in `REQUEST_SECONDS` all together."""

    LIMIT = 2

    def __init__(self, seconds: float | None = None) -> None:
        """`seconds` where there is less time than a search has."""
        self._ends_at = time.monotonic() + (REQUEST_SECONDS if seconds is None else seconds)
        self._made = 0
        self._breaker = breaker if seconds is None else quick_breaker

    def search(self, index: str, body: Body) -> Body:
        """The answer to one search. Raises Away."""
        return self._ask(
            lambda server, seconds: server.search(
                index=index, body={**body, "timeout": _milliseconds(seconds)}, allow_partial_search_results=False
            )
        )

    def search_many(self, searches: Sequence[tuple[list[str], Body]]) -> list[Body | None]:
        """The answers to several searches made as one request; None for one that failed. Raises Away."""
        lines: list[Body] = []
        seconds = self._seconds_left()
        for indexes, body in searches:
            lines.append({"index": indexes, "ignore_unavailable": True, "allow_no_indices": True})
            lines.append({**body, "timeout": _milliseconds(seconds)})
        answers = self._ask(lambda server, _: server.msearch(searches=lines))["responses"]
        return [None if "error" in answer else answer for answer in answers]

    def _seconds_left(self) -> float:
        return self._ends_at - time.monotonic()

    def _ask(self, request: Callable[[Elasticsearch, float], Any]) -> Body:
        seconds = self._seconds_left()
        if self._made >= self.LIMIT or seconds < LEAST_SECONDS or not self._breaker.lets_through():
            raise Away
        self._made += 1
        try:
            answer = request(client().options(request_timeout=seconds), seconds)
        except (ApiError, TransportError) as error:
            self._note(error)
            raise Away from None
        self._breaker.succeeded()
        body: Body = answer.body
        return body

    def _note(self, error: ApiError | TransportError) -> None:
        """Remembers the failure and tells of it once, in words that hold no query."""
        kind = f"{type(error).__name__} {error.status_code}" if isinstance(error, ApiError) else type(error).__name__
        if isinstance(error, ApiError) and error.status_code in REFUSED:
            self._breaker.succeeded()
            _tell_once(kind)
        elif self._breaker.failed():
            logger.warning("Elasticsearch does not answer readers (%s); the database does", kind)


def _milliseconds(seconds: float) -> str:
    return f"{max(1, int(seconds * FOR_THE_WAY * 1000))}ms"


_told: set[str] = set()


def _tell_once(kind: str) -> None:
    """A refusal is told once in the life of a process."""
    if kind not in _told:
        _told.add(kind)
        logger.warning("Elasticsearch refused a reader's search (%s); the database answers", kind)
