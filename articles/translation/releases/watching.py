"""A draft that is deleted leaves its release unconfirmed; a story that is taken down is ready no more."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_unpublished

from articles.pages.article import ArticlePage
from articles.pages.killing.killing import killed
from articles.translation.models import Release, ReleaseItem


def connect() -> None:
    """Connects the receiver; safe to repeat."""
    post_delete.connect(_item_gone, sender=ReleaseItem, dispatch_uid="translation.releases.item_gone")
    page_unpublished.connect(_unpublished, dispatch_uid="translation.releases.unpublished")
    killed.connect(_killed, dispatch_uid="translation.releases.killed")


def _item_gone(instance: ReleaseItem, **kwargs: Any) -> None:
    """What was promised is another thing now, so it is to be confirmed again."""
    if instance.is_required:
        Release.objects.filter(pk=instance.release_id, published_at=None).update(is_confirmed=False)


def _unpublished(instance: Page, **kwargs: Any) -> None:
    _not_ready([instance.pk])


def _killed(stories: Collection[ArticlePage], **kwargs: Any) -> None:
    _not_ready([story.pk for story in stories])


def _not_ready(keys: Collection[int]) -> None:
    """What somebody took down goes with no release until its desk says so anew."""
    waiting = ReleaseItem.objects.filter(story__in=keys, published_at=None, release__cancelled_at=None)
    waiting.update(is_ready=False, revision=None, ready_by=None, fault="")
