"""What a translation was made from: the story, and the revision of it that was really copied."""

from __future__ import annotations

from django.dispatch import Signal
from wagtail.models import Revision

from articles.pages.article import ArticlePage

made_from = Signal()
"""Sent in the transaction with a translation as `instance`, its `source`, the `revision` that it was made from (None
for a source without any), and `again` for one that came anew from outside."""
origin_forgotten = Signal()
"""Sent in the transaction with a story as `instance` that is nobody's translation, or no longer."""


def note_origin(translation: ArticlePage, source: ArticlePage) -> None:
    """Records the source of a fresh copy: of a live story the live text is copied, of a draft the latest."""
    revision = source.live_revision if source.live else source.latest_revision
    record_origin(translation, source, revision)


def record_origin(
    translation: ArticlePage, source: ArticlePage, revision: Revision | None, *, again: bool = False
) -> None:
    """Records the source and its version, and tells whoever follows them."""
    translation.translated_from = source
    translation.translated_revision = revision
    ArticlePage.objects.filter(pk=translation.pk).update(translated_from=source, translated_revision=revision)
    made_from.send(sender=ArticlePage, instance=translation, source=source, revision=revision, again=again)


def forget_origin(story: ArticlePage) -> None:
    """Records that a story is nobody's translation."""
    story.translated_from = story.translated_revision = None
    ArticlePage.objects.filter(pk=story.pk).update(translated_from=None, translated_revision=None)
    origin_forgotten.send(sender=ArticlePage, instance=story)
