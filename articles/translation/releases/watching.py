"""What releases stand on: a pinned version is not purged; a draft that is deleted leaves its release unconfirmed."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, ProtectedError
from django.db.models.signals import post_delete, pre_delete
from wagtail.models import Revision

from articles.translation.models import Release, ReleaseItem


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    pre_delete.connect(_revision_goes, sender=Revision, dispatch_uid="translation.releases.revision_goes")
    post_delete.connect(_item_gone, sender=ReleaseItem, dispatch_uid="translation.releases.item_gone")


def _revision_goes(instance: Revision, origin: Any = None, **kwargs: Any) -> None:
    """A version alone must stay while a release needs it; with its whole story it may go."""
    if getattr(origin, "model", type(origin)) is not Revision:
        return
    needed: set[Model] = set(
        ReleaseItem.objects.filter(revision=instance, published_at=None, release__cancelled_at=None)
    )
    if needed:
        raise ProtectedError("A release is to publish this version.", needed)


def _item_gone(instance: ReleaseItem, **kwargs: Any) -> None:
    """What was promised is another thing now, so it is to be confirmed again."""
    if instance.is_required:
        Release.objects.filter(pk=instance.release_id, published_at=None).update(is_confirmed=False)
