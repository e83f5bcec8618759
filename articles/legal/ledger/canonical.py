"""The exact bytes that are hashed: canonical JSON, and an entry written in it.

Canonical JSON follows RFC 8785: UTF-8, no spaces, object keys in the order of their UTF-16 code units, the shortest
escape for control characters, quotation marks and backslashes, everything else as it is. Two things go further than the
RFC: a lone surrogate, which UTF-8 cannot hold, is written as its escape, and numbers with a fraction are written as
Python writes them.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from articles.legal.models.ledger import LedgerEntry


def canonical(value: Any) -> bytes:
    """The value as canonical JSON; raises ValueError for what JSON does not have (NaN, keys that are no text)."""
    text = json.dumps(
        _in_order(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False, cls=DjangoJSONEncoder
    )
    return text.encode("utf-8", "backslashreplace")


def digest(content: bytes) -> str:
    """The SHA-256 of the content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def moment(at: datetime) -> str:
    """An aware moment in UTC to the microsecond: `2026-03-01T12:00:00.000000Z`; raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def entry_bytes(entry: LedgerEntry) -> bytes:
    """What an entry's hash covers: every field but the hash itself, as one canonical JSON object.

    `data` stands in it as the text that is stored, so a change of a single space in it shows. Example:
    `{"at":"2026-03-01T12:00:00.000000Z","content_hash":"","data":"{}","id":1,"kind":"rule.changed",
    "previous_hash":"","staff_id":7,"subject":"legal.rule:4"}`, without the line break.
    """
    return canonical(entry_fields(entry))


def entry_fields(entry: LedgerEntry) -> dict[str, Any]:
    """Every field of an entry but its hash, as plain values."""
    return {
        "id": entry.id,
        "at": moment(entry.at),
        "kind": entry.kind,
        "subject": entry.subject,
        "staff_id": entry.staff_id,
        "data": entry.data,
        "content_hash": entry.content_hash,
        "previous_hash": entry.previous_hash,
    }


def entry_hash(entry: LedgerEntry) -> str:
    """The hash that the entry must have."""
    return digest(entry_bytes(entry))


def _in_order(value: Any) -> Any:
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("Keys of canonical JSON are text.")
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return {key: _in_order(value[key]) for key in keys}
    if isinstance(value, list | tuple):
        return [_in_order(item) for item in value]
    return value
