"""What readers are told of texts that a machine made, while nobody has checked them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.pages.article import ArticlePage
from articles.pages.purges import let_caches_follow
from articles.translation.models import Translation
from articles.translation.ways import count_machine, reviewed


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    post_save.connect(_saved, sender=ArticlePage, dispatch_uid="translation.machine_texts")
    reviewed.connect(_reviewed, sender=Translation, dispatch_uid="translation.machine_texts_reviewed")


def notes(story: ArticlePage) -> list[SafeString]:
    """The note of a story whose public version has such texts; without a query."""
    if not story.has_machine_text:
        return []
    words = gettext("Parts of this text were translated by a machine and have not been checked yet.")
    return [format_html("<p>{}</p>", words)]


def recount(story: ArticlePage) -> None:
    """Counts the machine's texts of the public version, and has its page and the caches follow.

    A story whose record is gone keeps its note: what is not known to be checked is not called checked.
    """
    row = Translation.objects.filter(story=story.pk).first()
    if row is None:
        return
    revision = story.live_revision if row.ways and story.live else None
    count = count_machine(row, revision.content) if revision else 0
    if row.machine_texts != count:
        Translation.objects.filter(pk=row.pk).update(machine_texts=count)
    if story.has_machine_text != bool(count):
        story.has_machine_text = bool(count)
        ArticlePage.objects.filter(pk=story.pk).update(has_machine_text=story.has_machine_text)
        let_caches_follow(story)


def _saved(instance: ArticlePage, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    """Published and unpublished is what is saved with all its fields, or with the names of these."""
    concerns = update_fields is None or {"live_revision", "live"} & set(update_fields)
    if concerns and not raw and (instance.live_revision_id or instance.has_machine_text):
        recount(instance)


def _reviewed(instance: Translation, **kwargs: Any) -> None:
    if instance.story:
        recount(instance.story)
