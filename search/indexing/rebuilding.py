"""Making a language's index anew while stories are being published: nothing is lost, nothing doubled.

1. A row says that a rebuild of the language is active. It is committed before anything else is done.
2. An index is made, with the alias `…-next`. From the row on, whoever delivers a message writes to both aliases, and
   takes the message for delivered only when both have it; until the new index is there, the message waits.
3. The snapshot: every story of the language that is or was public, by page number, in batches. Each batch draws its
   number first and then reads (`search.indexing.numbers`). What is not public any more gets a tombstone. The cursor is
   kept in the row once the server has the batch, so a rebuild that was killed goes on where it stopped.
4. In one step the alias leads to the new index, and `…-next` to none. Then the row is finished, and the old index goes.

Why nothing is lost. Let C be the last change of a story. If C was true before the row, the snapshot, which reads later,
has it. If it came after the row, whoever delivers C's message looks for active rebuilds after C, so finds the row, and
writes C to the new index as well. A message delivered by somebody who saw no row therefore belongs to a change before
the row. Nor does the end lose anything: before the swap both indexes get C, after it the alias leads to the new one,
and whoever still knows the row while `…-next` is gone fails, and delivers again.

Why nothing is doubled or comes back. The page's number is the document's, so an index has one. Among writers to one
index the highest number wins, and a number is drawn before reading: a worker that read a live story, stood still, and
writes after the story was withdrawn and the rebuild done meets a tombstone with a higher number, because the snapshot
writes tombstones. Two snapshots at once, or a batch that is sent twice after a crash, write the same truth twice.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from elasticsearch import ApiError

from articles.pages.article import ArticlePage
from search.documents import document_of
from search.facts import facts_of
from search.indexing import indexes
from search.indexing.numbers import draw
from search.indexing.sending import (
    BUSY,
    FAILURES,
    CannotBeWritten,
    Refusal,
    SearchIsAway,
    Writing,
    send,
    told,
    writing,
)
from search.models import Rebuild
from search.names import next_alias_of

BATCH = 500
"""Stories that are read at once; at most two batches are in memory."""
LEASE = timedelta(seconds=60)
"""How long a rebuild whose worker says nothing is taken for that worker's."""
PATIENCE = (0.5, 1, 2, 4, 8)
"""Seconds to wait, one after the other, while the server says that it has too much to do."""


class RebuildIsTaken(RuntimeError):
    """Somebody else is filling the index."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rebuild is."""

    written: int
    total: int
    refused: int = 0


def stories_of(code: str) -> QuerySet[ArticlePage]:
    """The stories of a language that its index must know: those that are or were public."""
    was_public = Q(live=True) | Q(first_published_at__isnull=False)
    return ArticlePage.objects.filter(was_public, locale__language_code=code).order_by("pk")


def active(code: str) -> Rebuild | None:
    """The rebuild of the language that is not finished."""
    return Rebuild.objects.filter(language=code, finished_at=None).first()


def rebuild(code: str, *, restart: bool = False) -> Generator[Progress, None, None]:
    """Makes the language's index, or goes on making it, and says after each batch how far it is.

    Whoever stops asking leaves the rest to the next one. Raises RebuildIsTaken, SearchIsAway.
    """
    row = _claimed(code, restart=restart)
    try:
        _make_index(row)
        yield from _fill(row)
        indexes.serve(code, row.index)
        _finish(row)
        indexes.remove_leftovers(code)
    except FAILURES as error:
        raise SearchIsAway(told(error)) from error
    finally:
        Rebuild.objects.filter(index=row.index, held_by=row.held_by).update(held_until=timezone.now())


def _claimed(code: str, *, restart: bool) -> Rebuild:
    """The row of the rebuild, held by the caller: the active one if it can go on, else a new one."""
    now, token = timezone.now(), uuid.uuid4().hex
    row = active(code)
    if row is not None:
        held = Rebuild.objects.filter(pk=row.pk, finished_at=None, held_until__lte=now)
        if not held.update(held_by=token, held_until=now + LEASE):
            raise RebuildIsTaken(code)
        row.held_by = token
        if not restart and row.fingerprint == indexes.fingerprint(code) and _can_go_on(row):
            return row
        row.delete()
    try:
        with transaction.atomic():
            return Rebuild.objects.create(
                language=code,
                index=indexes.new_name(code),
                fingerprint=indexes.fingerprint(code),
                held_by=token,
                held_until=now + LEASE,
            )
    except IntegrityError as error:
        raise RebuildIsTaken(code) from error


def _can_go_on(row: Rebuild) -> bool:
    """Whether its index still holds what it was given; one that got nothing may not have been made yet."""
    try:
        return row.cursor == 0 or indexes.exists(row.index)
    except FAILURES as error:
        raise SearchIsAway(told(error)) from error


def _make_index(row: Rebuild) -> None:
    """Makes the index unless it is there. Where the server refuses it, no message may wait for it."""
    if indexes.exists(row.index):
        return
    try:
        indexes.create(row.language, row.index)
    except ApiError as error:
        if error.meta.status == HTTPStatus.BAD_REQUEST:
            row.delete()
        raise


def _fill(row: Rebuild) -> Iterator[Progress]:
    """Reads a batch while the one before it is being sent."""
    total = row.written + stories_of(row.language).filter(pk__gt=row.cursor).count()
    yield Progress(row.written, total, row.refused)
    sending: tuple[list[int], int, Future[int]] | None = None
    with ThreadPoolExecutor(1, thread_name_prefix="search-rebuild") as pool:
        try:
            cursor = row.cursor
            while pages := list(stories_of(row.language).filter(pk__gt=cursor).values_list("pk", flat=True)[:BATCH]):
                cursor = pages[-1]
                writings, unwritten = _writings(row, pages)
                if sending:
                    earlier, sending = sending, None
                    _note(row, *earlier)
                    yield Progress(row.written, total, row.refused)
                sending = (pages, unwritten, pool.submit(_send_all, writings))
        finally:
            if sending:
                _note(row, *sending)
    yield Progress(row.written, max(total, row.written), row.refused)


def _writings(row: Rebuild, pages: list[int]) -> tuple[list[Writing], int]:
    """The documents of these stories, and how many cannot be written."""
    number, alias = draw(), next_alias_of(row.language)
    made, unwritten = [], 0
    for page, facts in facts_of(pages).items():
        try:
            made.append(writing(alias, page, document_of(facts), number))
        except CannotBeWritten:
            unwritten += 1
    return made, unwritten


def _send_all(writings: list[Writing]) -> int:
    """Sends until each is taken or refused for good; how many were refused. Touches no database: it is a thread."""
    refused = 0
    for wait in (*PATIENCE, None):
        outcomes = send(writings)
        rest = [each for each, outcome in zip(writings, outcomes, strict=True) if outcome and not outcome.is_final]
        refused += sum(outcome is not None and outcome.is_final for outcome in outcomes)
        if not rest:
            return refused
        if wait is None or not _is_busy(outcomes):
            raise SearchIsAway(str(next(outcome for outcome in outcomes if outcome and not outcome.is_final)))
        time.sleep(wait)
        writings = rest
    raise AssertionError("the last attempt returns or raises")


def _is_busy(outcomes: list[Refusal | None]) -> bool:
    return all(outcome is None or outcome.is_final or outcome.status in BUSY for outcome in outcomes)


def _note(row: Rebuild, pages: list[int], unwritten: int, sending: Future[int]) -> None:
    """Keeps how far the rebuild is, once the server has the batch. Raises RebuildIsTaken."""
    refused = sending.result() + unwritten
    row.cursor, row.written, row.refused = pages[-1], row.written + len(pages), row.refused + refused
    kept = {"cursor": row.cursor, "written": row.written, "refused": row.refused}
    mine = Rebuild.objects.filter(pk=row.pk, held_by=row.held_by, finished_at=None)
    if not mine.update(**kept, held_until=timezone.now() + LEASE):
        raise RebuildIsTaken(row.language)


def _finish(row: Rebuild) -> None:
    """The row of the index that is searched stands for the earlier one."""
    with transaction.atomic():
        Rebuild.objects.filter(language=row.language).exclude(pk=row.pk).delete()
        Rebuild.objects.filter(pk=row.pk).update(finished_at=timezone.now())
