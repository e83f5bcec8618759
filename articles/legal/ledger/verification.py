"""Walking the ledger to find what somebody changed in spite of the triggers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext as _

from articles.legal.ledger import triggers
from articles.legal.ledger.canonical import digest, entry_hash
from articles.legal.ledger.heads import Head
from articles.legal.models.ledger import ERASED, KeptContent, LedgerEntry

BATCH = 500
CONTENTS_AT_ONCE = 10


class Kind(StrEnum):
    """What can be found."""

    CHANGED = "changed"
    GAP = "gap"
    OUT_OF_ORDER = "out of order"
    WRONG_LINK = "wrong previous hash"
    CONTENT_MISSING = "content missing"
    CONTENT_CHANGED = "content changed"
    CONTENT_EMPTIED = "content emptied without order"
    ERASED_BY_ORDER = "erased by order"
    TAIL_CUT = "tail cut"
    REWRITTEN = "rewritten"
    NOT_OUR_HEAD = "bad signature"
    TRIGGERS_MISSING = "triggers missing"


INFORMATION = frozenset({Kind.ERASED_BY_ORDER, Kind.TRIGGERS_MISSING})
"""What is worth knowing and does not make the record untrue."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found, at an entry where there is one, in words."""

    kind: Kind
    entry: int | None
    text: str

    @property
    def is_fault(self) -> bool:
        """Whether the record is not what it was."""
        return self.kind not in INFORMATION


def verify(head: Head | None = None, *, trusted: Collection[str] = ()) -> list[Finding]:
    """Everything found; empty where the ledger is whole. `trusted` are earlier public keys that may sign heads."""
    return list(walk(head, trusted=trusted))


def walk(head: Head | None = None, *, trusted: Collection[str] = ()) -> Iterator[Finding]:
    """Finds one thing after the other, in a memory that does not grow with the ledger."""
    if names := triggers.missing():
        text = _("Triggers that protect the ledger are missing: {names}.")
        yield Finding(Kind.TRIGGERS_MISSING, None, text.format(names=", ".join(names)))
    if head and not head.is_genuine(trusted):
        yield Finding(Kind.NOT_OUR_HEAD, None, _("The signature of the head is not the newsroom's; it proves nothing."))
        head = None
    last, previous = 0, ""
    for entry, contents in _entries():
        yield from _place(entry, last)
        if isinstance(entry, Unreadable):
            yield _changed(entry.id)
        else:
            yield from _links(entry, previous)
            yield from contents
        if head and entry.id == head.count and entry.hash != head.hash:
            text = _("Entry {id} is another one than when the head was signed: the ledger was written anew.")
            yield Finding(Kind.REWRITTEN, entry.id, text.format(id=entry.id))
        last, previous = max(entry.id, 0), entry.hash
    if head and last < head.count:
        text = _("The tail is cut: entries {first} to {last} are missing, which the head counts.")
        yield Finding(Kind.TAIL_CUT, last + 1, text.format(first=last + 1, last=head.count))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row with values that no entry can have."""

    id: int
    hash: str


def _place(entry: LedgerEntry | Unreadable, last: int) -> Iterator[Finding]:
    if entry.id <= last:
        text = _("Entry {id} stands where no entry can stand.")
        yield Finding(Kind.OUT_OF_ORDER, entry.id, text.format(id=entry.id))
    elif entry.id != last + 1:
        text = _("Entries are missing: {first} to {last}.")
        yield Finding(Kind.GAP, last + 1, text.format(first=last + 1, last=entry.id - 1))


def _links(entry: LedgerEntry, previous: str) -> Iterator[Finding]:
    if entry.previous_hash != previous:
        text = _("Entry {id} does not follow the entry before it: the previous hash is wrong.")
        yield Finding(Kind.WRONG_LINK, entry.id, text.format(id=entry.id))
    try:
        is_changed = entry_hash(entry) != entry.hash
    except (TypeError, ValueError, AttributeError):
        is_changed = True
    if is_changed:
        yield _changed(entry.id)


def _changed(key: int) -> Finding:
    return Finding(Kind.CHANGED, key, _("Entry {id} was changed: its hash does not match.").format(id=key))


def _entries() -> Iterator[tuple[LedgerEntry | Unreadable, list[Finding]]]:
    """Each row in the order of ids, with what is found about its content."""
    after: int | None = None
    while batch := _batch(after):
        after = batch[-1].id
        states = _contents([row for row in batch if isinstance(row, LedgerEntry)])
        for row in batch:
            state = states.get(row.content_hash) if isinstance(row, LedgerEntry) and row.kind != ERASED else None
            yield row, [_about_content(row.id, state)] if state else []


def _batch(after: int | None) -> list[LedgerEntry | Unreadable]:
    rows = LedgerEntry.objects.order_by("id")
    if after is not None:
        rows = rows.filter(id__gt=after)
    try:
        return list(rows[:BATCH])
    except (TypeError, ValueError, AttributeError):
        # SQLite keeps whatever is put into a column; one such row must not hide the others.
        return [_row(key) for key in rows.values_list("id", flat=True)[:BATCH]]


def _row(key: int) -> LedgerEntry | Unreadable:
    try:
        return LedgerEntry.objects.get(id=key)
    except (TypeError, ValueError, AttributeError):
        return Unreadable(key, str(LedgerEntry.objects.values_list("hash", flat=True).get(id=key)))


def _contents(entries: list[LedgerEntry]) -> dict[str, Kind]:
    """What is wrong or worth knowing about the contents that these entries refer to, by hash."""
    wanted = {entry.content_hash for entry in entries if entry.content_hash}
    if not wanted:
        return {}
    orders = LedgerEntry.objects.filter(kind=ERASED, content_hash__in=wanted)
    ordered = set(orders.values_list("content_hash", flat=True))
    states = dict.fromkeys(wanted, Kind.CONTENT_MISSING)
    # Not the moment itself: SQLite may hold one there that nobody can read.
    is_erased = models.ExpressionWrapper(models.Q(erased_at__isnull=False), models.BooleanField())
    rows = KeptContent.objects.filter(hash__in=wanted).annotate(is_erased=is_erased)
    for hash_, content, was_erased in rows.values_list("hash", "content", "is_erased").iterator(CONTENTS_AT_ONCE):
        raw = content.encode() if isinstance(content, str) else bytes(content or b"")
        if was_erased and not raw:
            states[hash_] = Kind.ERASED_BY_ORDER if hash_ in ordered else Kind.CONTENT_EMPTIED
        elif was_erased or digest(raw) != hash_:
            states[hash_] = Kind.CONTENT_CHANGED
        else:
            del states[hash_]
    return states


def _about_content(key: int, state: Kind) -> Finding:
    texts = {
        Kind.CONTENT_MISSING: _("The content of entry {id} is missing."),
        Kind.CONTENT_CHANGED: _("The content of entry {id} was changed: it does not match its hash."),
        Kind.CONTENT_EMPTIED: _("The content of entry {id} was emptied, and no entry tells of an order."),
        Kind.ERASED_BY_ORDER: _("The content of entry {id} was erased by order."),
    }
    return Finding(state, key, texts[state].format(id=key))
