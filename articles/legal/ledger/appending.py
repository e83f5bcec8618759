"""Writing entries: in the transaction of what they record, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from articles.legal.ledger.canonical import canonical, entry_hash
from articles.legal.ledger.contents import keep
from articles.legal.ledger.triggers import LOCK
from articles.legal.models.ledger import LedgerEntry

KIND = re.compile(r"[a-z]+(?:_[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*)+")
LONGEST_SUBJECT = 255
LONGEST_DATA = 10_000
"""Bytes. More would be content, and content belongs into the store, where an order can erase it."""
BATCH = 500


class LedgerNeedsTransaction(TransactionManagementError):
    """An entry outside a transaction could stay when what it records does not, or the other way round."""


class EntryIsMalformed(ValueError):
    """The entry has a kind, a subject, data or a moment that the ledger does not take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entry before it is written. `content` is kept; `content_hash` refers to what was kept before."""

    kind: str
    subject: str
    staff_id: int | None = None
    data: dict[str, Any] | None = None
    content: bytes | str | None = None
    content_type: str = ""
    content_hash: str = ""
    at: datetime | None = None


def append(
    kind: str,
    *,
    subject: str,
    staff: AbstractBaseUser | int | None = None,
    data: dict[str, Any] | None = None,
    content: bytes | str | None = None,
    content_type: str = "",
    at: datetime | None = None,
) -> LedgerEntry:
    """Writes one entry and keeps its content; `data` holds references and hashes only.

    Call it inside the transaction of what it records, as late as can be: from here to the end of the transaction no
    other entry is written. Raises LedgerNeedsTransaction, EntryIsMalformed.
    """
    record = Record(
        kind=kind,
        subject=subject,
        staff_id=staff if isinstance(staff, int) else getattr(staff, "pk", None),
        data=data,
        content=content,
        content_type=content_type,
        at=at,
    )
    return append_all([record])[0]


def append_all(records: Iterable[Record]) -> list[LedgerEntry]:
    """Writes entries in this order; raises what `append` raises, and then writes none."""
    wanted = [_checked(record) for record in records]
    if not connection.in_atomic_block:
        raise LedgerNeedsTransaction("Append to the ledger inside the transaction of what the entry records.")
    _take_turn()
    last = LedgerEntry.objects.order_by("-id").values_list("id", "hash").first() or (0, "")
    entries = []
    for record, data in wanted:
        entry = _entry(record, data, *last)
        last = entry.id, entry.hash
        entries.append(entry)
    return LedgerEntry.objects.bulk_create(entries, batch_size=BATCH)


def _checked(record: Record) -> tuple[Record, str]:
    """The record and its data as canonical text."""
    if not KIND.fullmatch(record.kind) or not 0 < len(record.subject) <= LONGEST_SUBJECT or "\0" in record.subject:
        raise EntryIsMalformed(f"{record.kind!r} of {record.subject!r} is no entry.")
    if record.at is not None and record.at.tzinfo is None:
        raise EntryIsMalformed(f"The moment of {record.kind} has no time zone.")
    try:
        data = canonical(record.data or {})
    except (TypeError, ValueError, RecursionError) as error:
        raise EntryIsMalformed(f"The data of {record.kind} is not JSON: {error}") from error
    if len(data) > LONGEST_DATA:
        raise EntryIsMalformed(f"The data of {record.kind} is too long; hand it over as content.")
    return record, data.decode()


def _take_turn() -> None:
    """Waits until no other transaction is appending; the turn ends with this transaction.

    PostgreSQL has a lock for it. On SQLite an update, even of nothing, makes the transaction the only one that writes:
    usual for transactions that are immediate, and needed in one that is deferred.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        else:
            cursor.execute(f"UPDATE {LedgerEntry._meta.db_table} SET id = id WHERE 0")  # noqa: S608 our own name


def _entry(record: Record, data: str, last_id: int, last_hash: str) -> LedgerEntry:
    at = (record.at or timezone.now()).astimezone(UTC)
    content_hash = record.content_hash
    if record.content is not None:
        content_hash = keep(record.content, content_type=record.content_type, at=at)
    entry = LedgerEntry(
        id=last_id + 1,
        at=at,
        kind=record.kind,
        subject=record.subject,
        staff_id=record.staff_id,
        data=data,
        content_hash=content_hash,
        previous_hash=last_hash,
    )
    entry.hash = entry_hash(entry)
    return entry
