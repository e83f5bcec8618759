"""What is in an index, and the means to put it there, for tests on a real server."""

from __future__ import annotations

from typing import Any

from newsroom.outbox.draining import drain
from search.client import client
from search.indexing.rebuilding import rebuild
from search.indexing.verifying import verify
from search.names import alias_of


def make_index(*codes: str) -> None:
    """Makes the indexes of these languages, with what is published."""
    for code in codes:
        for _ in rebuild(code):
            pass


def deliver_everything() -> None:
    """What waits in the outbox, to the end of what can be delivered now."""
    while drain().delivered:
        pass


def documents_in(code: str) -> dict[int, dict[str, Any]]:
    """Every document of a language's index, by its page's number; tombstones too."""
    client().indices.refresh(index=alias_of(code))
    hits = client().search(index=alias_of(code), size=1000, query={"match_all": {}})["hits"]["hits"]
    return {int(hit["_id"]): hit["_source"] for hit in hits}


def found_in(code: str) -> set[int]:
    """The pages whose stories a query can find."""
    return {page for page, source in documents_in(code).items() if source["live"]}


def versions_in(code: str) -> dict[int, int]:
    """The versions of the documents, by page."""
    client().indices.refresh(index=alias_of(code))
    hits = client().search(index=alias_of(code), size=1000, version=True)["hits"]["hits"]
    return {int(hit["_id"]): hit["_version"] for hit in hits}


def is_true_of(code: str) -> bool:
    """Whether the index says what the database says."""
    return verify(code).is_good
