"""What a translation was made from: the story, and the revision of it that was really copied."""

from __future__ import annotations

from articles.pages.article import ArticlePage


def note_origin(translation: ArticlePage, source: ArticlePage) -> None:
    """Records the source of a fresh copy: of a live story the live text is copied, of a draft the latest."""
    revision = source.live_revision if source.live else source.latest_revision
    translation.translated_from = source
    translation.translated_revision = revision
    ArticlePage.objects.filter(pk=translation.pk).update(translated_from=source, translated_revision=revision)
