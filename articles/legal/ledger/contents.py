"""The store of what entries refer to: bytes under their hash."""

from __future__ import annotations

from datetime import datetime

from articles.legal.ledger.canonical import digest
from articles.legal.models.ledger import KeptContent


def keep(content: bytes | str, *, content_type: str, at: datetime) -> str:
    """Stores the content, text as UTF-8, unless it is there already; gives its hash.

    What was erased by order stays empty: the order holds for the content, however often it comes back. Looked up first,
    because the store refuses a second row of one hash; whoever appends holds the ledger's lock meanwhile.
    """
    raw = content.encode() if isinstance(content, str) else content
    key = digest(raw)
    if not KeptContent.objects.filter(hash=key).exists():
        KeptContent.objects.create(hash=key, content=raw, content_type=content_type, kept_at=at)
    return key


def kept_bytes(hash_: str) -> bytes | None:
    """The content of this hash; None where it was never kept or is erased."""
    kept = KeptContent.objects.filter(hash=hash_, erased_at__isnull=True).values_list("content", flat=True).first()
    return None if kept is None else bytes(kept)
