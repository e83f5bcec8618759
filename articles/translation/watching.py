"""What happens to stories that their translations' records must follow: one call each."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save, pre_delete, pre_save
from wagtail.models import Revision

from articles.legal.ledger.stories import BEFORE
from articles.pages.article import ArticlePage
from articles.pages.origin import made_from, origin_forgotten
from articles.translation.beginning import begin, begin_again, end, forget
from articles.translation.staleness import follow_source, recount_story

PUBLIC_BEFORE = "_public_before"


def connect() -> None:
    """Connects the receivers, after those of the pages' own room; safe to repeat."""
    pre_save.connect(_about_to_be_saved, sender=ArticlePage, dispatch_uid="translation.saving")
    post_save.connect(_saved, sender=ArticlePage, dispatch_uid="translation.saved")
    pre_delete.connect(_about_to_be_deleted, sender=ArticlePage, dispatch_uid="translation.deleting")
    made_from.connect(_made_from, sender=ArticlePage, dispatch_uid="translation.made_from")
    origin_forgotten.connect(_origin_forgotten, sender=ArticlePage, dispatch_uid="translation.origin_forgotten")


def _about_to_be_saved(instance: ArticlePage, raw: bool, **kwargs: Any) -> None:
    """The ledger has just read the row; what was public before is needed once more after it is written."""
    row = instance.__dict__.get(BEFORE)
    instance.__dict__[PUBLIC_BEFORE] = row.live_revision_id if row and not raw else None


def _saved(instance: ArticlePage, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    """Wagtail's own signals come after the transaction that made a page public, so its row is watched."""
    before = instance.__dict__.pop(PUBLIC_BEFORE, None)
    if raw:
        return
    is_new_draft = update_fields is not None and "latest_revision" in update_fields
    may_be_public = update_fields is None or "live_revision" in update_fields
    if may_be_public and instance.live_revision_id != before:
        was_public = Revision.objects.filter(pk=before).first() if before and instance.live_revision_id else None
        follow_source(instance, previous=was_public)
    elif is_new_draft and instance.live_revision_id is None:
        follow_source(instance)
    if is_new_draft:
        recount_story(instance)


def _about_to_be_deleted(instance: ArticlePage, **kwargs: Any) -> None:
    forget(instance)


def _made_from(instance: ArticlePage, source: ArticlePage, revision: Revision | None, again: bool, **kw: Any) -> None:
    if again:
        begin_again(instance, source, revision=revision)
    else:
        begin(instance, source, revision=revision)


def _origin_forgotten(instance: ArticlePage, **kwargs: Any) -> None:
    end(instance)
