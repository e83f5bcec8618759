"""How the search is: for probes, metrics and people. Everything is asked of the database, but for one cheap probe."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from elastic_transport import TransportError
from elasticsearch import ApiError

from newsroom.languages import LANGUAGES
from search.client import client, is_configured
from search.indexing.indexes import fingerprint
from search.models import Rebuild, Verification

PROBE_SECONDS = 0.3
REMEMBERED_SECONDS = 5.0
"""How long the answer of a probe stands, so that probes cost nothing."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The index of one language, as the database knows it."""

    language: str
    index: str = ""
    built_at: datetime | None = None
    is_stale: bool = False
    """Whether an index made now would be another; search goes on with this one."""
    written: int | None = None
    """Documents that a running rebuild has written."""
    verification: Verification | None = None

    @property
    def needs_rebuild(self) -> bool:
        """Whether it should be made, and nobody is making it."""
        return (self.is_stale or not self.index) and self.written is None


@dataclass(slots=True)
class _Memory:
    asked_at: float = float("-inf")
    answers: bool = False


_memory = _Memory()


def conditions() -> list[Condition]:
    """Every language's index; two queries."""
    rows = {(row.language, row.finished_at is None): row for row in Rebuild.objects.all()}
    checks = {check.language: check for check in Verification.objects.all()}
    return [_condition(code, rows.get((code, False)), rows.get((code, True)), checks.get(code)) for code in LANGUAGES]


def answers() -> bool:
    """Whether Elasticsearch answers and has its data; asked at most every few seconds, and for a moment only."""
    now = time.monotonic()
    if now - _memory.asked_at >= REMEMBERED_SECONDS:
        _memory.answers = _probe()
        _memory.asked_at = now
    return _memory.answers


def degraded() -> list[str]:
    """What somebody should look at, though readers find stories or are told that they cannot.

    How long changes wait, and what is parked, the outbox says of all its destinations.
    """
    if not is_configured():
        return []
    found = conditions()
    told = [] if answers() else ["search: Elasticsearch does not answer"]
    for what, codes in (
        ("the index needs a rebuild", [one.language for one in found if one.needs_rebuild]),
        (
            "verification found differences",
            [one.language for one in found if one.verification and one.verification.differences],
        ),
    ):
        if codes:
            told.append(f"search: {what} ({', '.join(codes)})")
    return told


def forget() -> None:
    """Has the next question be asked of Elasticsearch."""
    _memory.asked_at = float("-inf")


def _condition(code: str, served: Rebuild | None, filling: Rebuild | None, check: Verification | None) -> Condition:
    return Condition(
        language=code,
        index=served.index if served else "",
        built_at=served.finished_at if served else None,
        is_stale=served is not None and served.fingerprint != fingerprint(code),
        written=filling.written if filling else None,
        verification=check,
    )


def _probe() -> bool:
    try:
        health = client().options(request_timeout=PROBE_SECONDS).cluster.health(filter_path=["status"])
    except (TransportError, ApiError):
        return False
    return bool(health["status"] != "red")
