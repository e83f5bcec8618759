"""Sending documents to Elasticsearch in bulk, and what it says to each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError

from newsroom.outbox.handlers import DeliveryFailure
from search.client import client

LARGEST_BODY = 5 * 1024 * 1024
"""Bytes of one request; a document that is larger goes alone."""
ANSWER = ("errors", "items.*.status", "items.*.error.type", "items.*.error.reason")
MISSING = "index_not_found_exception"
BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT})
LONGEST_REASON = 250
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
FAILURES = (TransportError, ApiError)
"""What the client raises."""


class SearchIsAway(DeliveryFailure):
    """Elasticsearch does not answer, or takes nothing now."""


class CannotBeWritten(ValueError):
    """The document is no text that Elasticsearch could read."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way to the index that stands behind an alias."""

    alias: str
    page: int
    line: bytes
    """The order and the document, as the bulk request has them."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one document was not taken."""

    status: int
    kind: str
    reason: str = ""

    @property
    def is_final(self) -> bool:
        """Whether it would be refused again."""
        return self.status in (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

    @property
    def is_missing_index(self) -> bool:
        """Whether nothing stands behind the alias."""
        return self.kind == MISSING

    def __str__(self) -> str:
        return f"{self.status} {self.kind}: {self.reason}"[:LONGEST_REASON]


def told(error: Exception) -> str:
    """A failure in words that name no address, which may hold a password."""
    if isinstance(error, ApiError):
        return f"Elasticsearch answered {error.meta.status}: {error.message}"[:LONGEST_REASON]
    return f"Elasticsearch does not answer: {type(error).__name__}"


def writing(alias: str, page: int, document: dict[str, Any], number: int) -> Writing:
    """The document, ready to be sent with its version. Raises CannotBeWritten."""
    order = {
        "index": {
            "_index": alias,
            "_id": str(page),
            "version": number,
            "version_type": "external_gte",
            "require_alias": True,
        }
    }
    try:
        line = f"{_json(order)}\n{_json(document)}\n".encode()
    except ValueError as error:
        raise CannotBeWritten(type(error).__name__) from error
    return Writing(alias, page, line)


def send(writings: Sequence[Writing]) -> list[Refusal | None]:
    """What became of each document, in order: None for one that was taken, or that a later reading has overtaken.

    Raises SearchIsAway where one of the requests failed as a whole; then earlier ones may have been taken.
    """
    outcomes: list[Refusal | None] = []
    for part in _parts(writings):
        outcomes += _send(part)
    return outcomes


def _parts(writings: Sequence[Writing]) -> Iterator[Sequence[Writing]]:
    """Runs of documents that fit one request."""
    start = size = 0
    for place, each in enumerate(writings):
        if size + len(each.line) > LARGEST_BODY and place > start:
            yield writings[start:place]
            start, size = place, 0
        size += len(each.line)
    if start < len(writings):
        yield writings[start:]


def _send(writings: Sequence[Writing]) -> list[Refusal | None]:
    try:
        answer = client().bulk(operations=[each.line for each in writings], filter_path=ANSWER)  # type: ignore[misc]
    except FAILURES as error:
        if isinstance(error, ApiError) and error.meta.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return _send_smaller(writings)
        raise SearchIsAway(told(error)) from error
    items = answer.get("items")
    if not isinstance(items, list) or len(items) != len(writings):
        raise SearchIsAway("Elasticsearch answered something else")
    return [_outcome(item) for item in items]


def _send_smaller(writings: Sequence[Writing]) -> list[Refusal | None]:
    """By halves, because the server takes less at once than we send; a document that is too large alone is refused."""
    if len(writings) == 1:
        return [Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")]
    middle = len(writings) // 2
    return _send(writings[:middle]) + _send(writings[middle:])


def _outcome(item: dict[str, Any]) -> Refusal | None:
    """A conflict says that a document of a later reading is there: then this one has done its duty."""
    told = next(iter(item.values()))
    status, error = told.get("status", 0), told.get("error", {})
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.CONFLICT:
        return None
    return Refusal(status, str(error.get("type", "unknown")), str(error.get("reason", "")))
