"""The ledger's head: how many entries there were at a moment and the hash of the last one, signed.

Kept outside the database, and best outside the machine, it shows later that the ledger was cut or written anew.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from articles.legal.ledger.canonical import canonical, moment
from articles.legal.ledger.signing import Signature, is_signed, public_key, sign
from articles.legal.models.ledger import LedgerEntry

PREFIX = b"newsroom ledger head\n"
"""Stands before what is signed, so that a signature of something else is never one of a head."""
LONGEST_FILE = 10_000
LARGEST_COUNT = 2**63 - 1
SHAPES = {
    "hash": re.compile(r"[0-9a-f]{64}|"),
    "at": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII),
    "key": re.compile(r"[A-Za-z0-9+/]{43}="),
    "signature": re.compile(r"[A-Za-z0-9+/]{86}=="),
}


class HeadIsUnreadable(ValueError):
    """The file holds no head."""


class LedgerWasRewritten(RuntimeError):
    """A head of as many entries was exported before, and it has another hash."""


@dataclass(frozen=True, slots=True)
class Head:
    """A signed head; `hash` is empty while there is no entry, `key` and `signature` are in base64."""

    count: int
    hash: str
    at: str
    key: str
    signature: str

    def is_genuine(self, trusted: Collection[str] = ()) -> bool:
        """Whether the newsroom signed it, with its key of today or one of these."""
        content = _signed_bytes(self.count, self.hash, self.at)
        return self.key in {public_key(), *trusted} and is_signed(content, Signature(self.key, self.signature))


def make_head() -> Head:
    """The head of the ledger as it is now."""
    count, hash_ = LedgerEntry.objects.order_by("-id").values_list("id", "hash").first() or (0, "")
    at = moment(timezone.now())
    signature = sign(_signed_bytes(count, hash_, at))
    return Head(count, hash_, at, signature.key, signature.signature)


def export_head(file: Path | None = None) -> Path:
    """Writes the head of now to a file; without one, to `<count>.json` among the exported heads, unless it is there.

    Raises LedgerWasRewritten when that one tells another hash; it stays as it is.
    """
    head = make_head()
    place = file or Path(settings.LEDGER_HEADS) / f"{head.count}.json"
    if file is None and place.exists():
        if read_head(place.read_bytes()).hash != head.hash:
            raise LedgerWasRewritten(f"{place} tells another hash than the ledger for entry {head.count}.")
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".head-", delete=False) as draft:
        draft.write(json.dumps(asdict(head), indent=2).encode() + b"\n")
    Path(draft.name).chmod(0o644)  # nothing in it is secret, and somebody else copies it away
    os.replace(draft.name, place)
    return place


def read_head(content: bytes) -> Head:
    """The head that a file holds; raises HeadIsUnreadable, and says why."""
    if len(content) > LONGEST_FILE:
        raise HeadIsUnreadable("The file is too long for a head.")
    try:
        values = json.loads(content.decode("utf-8"), object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError) as error:
        raise HeadIsUnreadable("The file is not JSON.") from error
    if not isinstance(values, dict) or set(values) != {"count", *SHAPES}:
        raise HeadIsUnreadable("A head is an object of count, hash, at, key and signature, and nothing else.")
    count = values["count"]
    if type(count) is not int or not 0 <= count <= LARGEST_COUNT:
        raise HeadIsUnreadable("The count of the head is not a number of entries.")
    for name, shape in SHAPES.items():
        if not isinstance(values[name], str) or not shape.fullmatch(values[name]):
            raise HeadIsUnreadable(f"The {name} of the head does not have its form.")
    if bool(count) != bool(values["hash"]):
        raise HeadIsUnreadable("A head has a hash just when it counts entries.")
    return Head(**values)


def _signed_bytes(count: int, hash_: str, at: str) -> bytes:
    return PREFIX + canonical({"count": count, "hash": hash_, "at": at})


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("A name stands twice.")
    return values
