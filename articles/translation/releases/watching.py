"""A draft that is deleted leaves its release unconfirmed."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete

from articles.translation.models import Release, ReleaseItem


def connect() -> None:
    """Connects the receiver; safe to repeat."""
    post_delete.connect(_item_gone, sender=ReleaseItem, dispatch_uid="translation.releases.item_gone")


def _item_gone(instance: ReleaseItem, **kwargs: Any) -> None:
    """What was promised is another thing now, so it is to be confirmed again."""
    if instance.is_required:
        Release.objects.filter(pk=instance.release_id, published_at=None).update(is_confirmed=False)
