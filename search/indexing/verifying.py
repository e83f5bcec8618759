"""Comparing a language's index with the database, both ways, by the stories' numbers and digests.

Both sides are read in order and in parts, so memory does not grow with the archive. What differs is looked at twice
more, because stories change meanwhile; what still waits in the outbox is a delay and no difference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from newsroom.outbox.models import Message
from search.client import client
from search.facts import facts_of
from search.indexing.indexes import found_under
from search.indexing.keys import DESTINATION, key_of
from search.indexing.rebuilding import stories_of
from search.indexing.sending import FAILURES, SearchIsAway, told
from search.models import Verification
from search.names import alias_of

BATCH = 500
KEEP_ALIVE = "2m"
LOOKS = 2
"""How often a difference must be seen again."""
MOST_DIFFERENCES = 1000
"""More are not looked at again nor named: such an index is rebuilt."""
EXAMPLES = 20
MISSING, STALE, WITHDRAWN = "is published and not found", "is found as it was before", "is found and not published"


@dataclass(frozen=True, slots=True)
class Difference:
    """One story that the index and the database know differently."""

    page: int
    what: str

    def __str__(self) -> str:
        return f"page {self.page} {self.what}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of the comparison of one language."""

    language: str
    stories: int
    waiting: int
    differences: tuple[Difference, ...] = ()
    index_is_missing: bool = False

    @property
    def is_good(self) -> bool:
        """Whether the index says what the database says."""
        return not self.differences and not self.index_is_missing


def verify(code: str) -> Finding:
    """Compares the index of a language with the database, and keeps what was found. Raises SearchIsAway."""
    try:
        finding = _compare(code)
    except FAILURES as error:
        raise SearchIsAway(told(error)) from error
    lines = [f"{alias_of(code)} leads to no index"] if finding.index_is_missing else map(str, finding.differences)
    Verification.objects.update_or_create(
        language=code,
        defaults={
            "checked_at": timezone.now(),
            "stories": finding.stories,
            "waiting": finding.waiting,
            "differences": len(finding.differences) + finding.index_is_missing,
            "examples": list(lines)[:EXAMPLES],
        },
    )
    return finding


def _compare(code: str) -> Finding:
    if len(found_under(alias_of(code))) != 1:
        return Finding(code, 0, 0, index_is_missing=True)
    stories = 0
    suspects: list[int] = []
    for page, expected, found in _side_by_side(_expected(code), _found(code)):
        stories += expected is not None
        if expected != found and len(suspects) < MOST_DIFFERENCES:
            suspects.append(page)
    waiting: set[int] = set()
    differences: dict[int, Difference] = {}
    for _ in range(LOOKS):
        if suspects:
            waiting = _waiting(code, suspects)
            differences = _look_again(code, suspects)
            waiting |= _waiting(code, suspects)
            suspects = [page for page in differences if page not in waiting]
    real = tuple(differences[page] for page in suspects)
    delayed = Message.objects.waiting().filter(destination=DESTINATION, key__startswith=f"{code}:").count()
    return Finding(code, stories, delayed, real)


def _expected(code: str) -> Iterator[tuple[int, str | None]]:
    """Each story that is or was public, with its digest; None where readers must not find it."""
    cursor = 0
    while pages := list(stories_of(code).filter(pk__gt=cursor).values_list("pk", flat=True)[:BATCH]):
        cursor = pages[-1]
        for page, facts in sorted(facts_of(pages).items()):
            yield page, facts.digest if facts.is_out else None


def _found(code: str) -> Iterator[tuple[int, str | None]]:
    """Each document of the index, with its digest; None for a tombstone."""
    alias = alias_of(code)
    client().indices.refresh(index=alias)
    point = client().open_point_in_time(index=alias, keep_alive=KEEP_ALIVE)["id"]
    after: dict[str, Any] = {}
    try:
        while True:
            answer = client().search(
                pit={"id": point, "keep_alive": KEEP_ALIVE},
                size=BATCH,
                sort=[{"page": "asc"}],
                source=False,
                docvalue_fields=[{"field": "digest"}, {"field": "live"}],
                track_total_hits=False,
                **after,
            )
            hits = answer["hits"]["hits"]
            if not hits:
                return
            point, after = answer["pit_id"], {"search_after": hits[-1]["sort"]}
            for hit in hits:
                fields = hit["fields"]
                yield int(hit["_id"]), fields.get("digest", [""])[0] if fields["live"][0] else None
    finally:
        client().close_point_in_time(id=point)


def _side_by_side(
    left: Iterator[tuple[int, str | None]], right: Iterator[tuple[int, str | None]]
) -> Iterator[tuple[int, str | None, str | None]]:
    """Both sides in the order of their numbers; None for what one of them does not have."""
    ours, theirs = next(left, None), next(right, None)
    while ours or theirs:
        if theirs is None or (ours and ours[0] < theirs[0]):
            assert ours is not None  # noqa: S101 one of the two is there
            yield ours[0], ours[1], None
            ours = next(left, None)
        elif ours is None or theirs[0] < ours[0]:
            yield theirs[0], None, theirs[1]
            theirs = next(right, None)
        else:
            yield ours[0], ours[1], theirs[1]
            ours, theirs = next(left, None), next(right, None)


def _look_again(code: str, pages: Collection[int]) -> dict[int, Difference]:
    """The differences that are still there, read anew: from the index as its writers see it."""
    different: dict[int, Difference] = {}
    rest = sorted(pages)
    for start in range(0, len(rest), BATCH):
        part = rest[start : start + BATCH]
        answer = client().mget(
            index=alias_of(code), ids=[str(page) for page in part], source_includes=["digest", "live"]
        )
        sources = {int(doc["_id"]): doc.get("_source", {}) for doc in answer["docs"]}
        facts = facts_of(part)
        for page in part:
            known = facts.get(page)
            expected = known.digest if known and known.language == code and known.is_out else None
            found = sources[page].get("digest", "") if sources[page].get("live") else None
            if expected != found:
                what = MISSING if found is None else WITHDRAWN if expected is None else STALE
                different[page] = Difference(page, what)
    return different


def _waiting(code: str, pages: Collection[int]) -> set[int]:
    keys = {key_of(code, page): page for page in pages}
    found = Message.objects.waiting().filter(destination=DESTINATION, key__in=keys)
    return {keys[key] for key in found.values_list("key", flat=True)}
