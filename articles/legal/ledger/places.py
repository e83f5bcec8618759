"""What the ledger says of regions, and of the source that tells where readers are: both decide who meets a notice."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.log_actions import get_active_log_context

from articles.legal.ledger.appending import append
from articles.legal.ledger.canonical import canonical, digest
from articles.legal.models.ledger import LedgerEntry
from newsroom.regions.models import Region

CHANGED, DELETED, SOURCE = "region.changed", "region.deleted", "geo.source"
SOURCE_SUBJECT = "newsroom.geo:1"


def connect() -> None:
    """Has every region that somebody saves or deletes leave an entry; safe to repeat."""
    post_save.connect(_saved, sender=Region, dispatch_uid="articles.region_saved")
    post_delete.connect(_deleted, sender=Region, dispatch_uid="articles.region_deleted")


def record_places() -> int:
    """Notes what has no entry yet: presets that a migration wrote, and another source of places; how much it was.

    The worker does it when it starts, because a migration runs before there is a ledger to write in.
    """
    noted = int(_record_source())
    for region in Region.objects.order_by("pk"):
        entries = LedgerEntry.objects.filter(subject=_subject(region), kind=CHANGED).order_by("-id")
        if entries.values_list("content_hash", flat=True).first() != digest(canonical(region.facts())):
            _record(CHANGED, region)
            noted += 1
    return noted


def _record_source() -> bool:
    last = LedgerEntry.objects.filter(subject=SOURCE_SUBJECT).order_by("-id").values_list("data", flat=True).first()
    if last is not None and json.loads(last).get("source") == settings.GEO_SOURCE:
        return False
    with transaction.atomic():
        append(SOURCE, subject=SOURCE_SUBJECT, data={"source": settings.GEO_SOURCE})
    return True


def _saved(instance: Region, raw: bool, **kwargs: Any) -> None:
    if not raw and (_who(instance) or not instance.preset_key):
        _record(CHANGED, instance)


def _deleted(instance: Region, **kwargs: Any) -> None:
    _record(DELETED, instance)


def _record(kind: str, region: Region) -> None:
    with transaction.atomic():
        append(
            kind,
            subject=_subject(region),
            staff=_who(region),
            data={"preset": region.preset_key or ""},
            content=canonical(region.facts()),
            content_type="application/json",
        )


def _who(region: Region) -> Any:
    return get_active_log_context().user or region.updated_by


def _subject(region: Region) -> str:
    return f"{region._meta.label_lower}:{region.pk}"
