"""The store of what entries refer to: bytes under their hash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from articles.legal.ledger.canonical import digest
from articles.legal.models.ledger import KeptContent

BATCH = 200


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


def keep_all(contents: Iterable[bytes], *, content_type: str, at: datetime) -> None:
    """Stores many at once, in two queries; whoever calls it has appended to the ledger in this transaction."""
    by_hash = {digest(content): content for content in contents}
    known = set(KeptContent.objects.filter(hash__in=by_hash).values_list("hash", flat=True))
    KeptContent.objects.bulk_create(
        (
            KeptContent(hash=key, content=content, content_type=content_type, kept_at=at)
            for key, content in by_hash.items()
            if key not in known
        ),
        batch_size=BATCH,
    )
