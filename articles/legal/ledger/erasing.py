"""Erasing kept content because a court or a data protection authority ordered it; the entries about it stay."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.legal.ledger.appending import Record, append_all
from articles.legal.models.ledger import ERASED, KeptContent, LedgerEntry


class ContentIsUnknown(LookupError):
    """No content of this hash was ever kept."""


class ContentIsAlreadyErased(ValueError):
    """There is nothing left to erase."""


class OrderIsMissing(ValueError):
    """An erasure names the order that it obeys."""


@transaction.atomic
def erase_content(hash_: str, *, by: AbstractBaseUser | int, order: str) -> LedgerEntry:
    """Empties the content and writes the entry that says so; `order` is the order's file number, not its text.

    Raises OrderIsMissing, ContentIsUnknown, ContentIsAlreadyErased.
    """
    if not order.strip():
        raise OrderIsMissing(hash_)
    kept = KeptContent.objects.select_for_update().filter(hash=hash_).only("hash", "erased_at").first()
    if kept is None:
        raise ContentIsUnknown(hash_)
    if kept.erased_at:
        raise ContentIsAlreadyErased(hash_)
    now = timezone.now()
    record = Record(
        kind=ERASED,
        subject=f"{KeptContent._meta.label_lower}:{hash_}",
        staff_id=by if isinstance(by, int) else by.pk,
        data={"order": order.strip()},
        content_hash=hash_,
        at=now,
    )
    # The entry comes first: the store gives content up only to an entry that is there.
    (entry,) = append_all([record])
    KeptContent.objects.filter(hash=hash_).update(content=b"", erased_at=now)
    return entry
