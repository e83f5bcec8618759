"""Which savings of stories translations must hear of."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.models import Revision

from articles.legal.ledger.stories import BEFORE
from articles.pages.article import ArticlePage
from articles.pages.origin import made_from
from articles.translation.beginning import begin, begin_again
from articles.translation.models import Translation
from articles.translation.staleness import follow_source, recount

PUBLIC_BEFORE = "_public_before"


def connect() -> None:
    """Connects the receivers, after those of the pages' own room; safe to repeat."""
    pre_save.connect(_about_to_be_saved, sender=ArticlePage, dispatch_uid="translation.saving")
    post_save.connect(_saved, sender=ArticlePage, dispatch_uid="translation.saved")
    made_from.connect(_made_from, sender=ArticlePage, dispatch_uid="translation.made_from")


def _about_to_be_saved(instance: ArticlePage, raw: bool, **kwargs: Any) -> None:
    """The ledger has just read the row; what was public before is needed once more after it is written."""
    row = instance.__dict__.get(BEFORE)
    instance.__dict__[PUBLIC_BEFORE] = row.live_revision_id if row and not raw else None


def _saved(instance: ArticlePage, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    before = instance.__dict__.pop(PUBLIC_BEFORE, None)
    if raw:
        return
    is_published = instance.live_revision_id is not None and instance.live_revision_id != before
    if is_published and (update_fields is None or "live_revision" in update_fields):
        follow_source(instance, previous=Revision.objects.filter(pk=before).first() if before else None)
    if update_fields is not None and "latest_revision" in update_fields:
        _recount_own(instance)


def _recount_own(story: ArticlePage) -> None:
    """A newer draft may leave a block out, or take it up again."""
    row = Translation.objects.filter(story=story).select_related("source", "story").first()
    if row is not None and (row.stale_parts or row.parts.get("seen")):
        recount(row)


def _made_from(instance: ArticlePage, source: ArticlePage, revision: Revision | None, again: bool, **kw: Any) -> None:
    if again:
        begin_again(instance, source, revision=revision)
    else:
        begin(instance, source, revision=revision)
