"""What happens to a story and its desks must hear of."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from articles.pages.article import ArticlePage
from articles.translation.models import Notification, Translation
from articles.translation.notifying import tell_desks
from articles.translation.staleness import went_stale


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    went_stale.connect(_went_stale, sender=Translation, dispatch_uid="translation.tell_of_changes")


def tell_of(kind: str, story: ArticlePage) -> None:
    """Tells the desks of all other languages of a story what happened to it."""
    rows = Translation.objects.filter(translation_key=story.translation_key).exclude(story=story.pk)
    tell_desks(list(_with_desk(rows)), kind)


def _went_stale(translations: Collection[int], **kwargs: Any) -> None:
    rows = Translation.objects.filter(pk__in=list(translations))
    tell_desks(list(_with_desk(rows)), Notification.Kind.SOURCE_CHANGED)


def _with_desk(rows: QuerySet[Translation]) -> QuerySet[Translation]:
    return rows.select_related("locale").defer("parts", "ways")
