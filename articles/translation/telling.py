"""What happens to a story and its desks must hear of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import QuerySet

from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import corrected
from articles.pages.corrections.models import Correction
from articles.pages.killing.killing import killed, revived
from articles.pages.killing.models import Kill
from articles.translation.models import Notification, Translation
from articles.translation.notifying import tell_desks
from articles.translation.staleness import went_stale


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    killed.connect(_killed, sender=Kill, dispatch_uid="translation.tell_of_kills")
    revived.connect(_revived, sender=Kill, dispatch_uid="translation.tell_of_revivals")
    corrected.connect(_corrected, sender=Correction, dispatch_uid="translation.tell_of_corrections")
    went_stale.connect(_went_stale, sender=Translation, dispatch_uid="translation.tell_of_changes")


def tell_of(kind: str, stories: Iterable[ArticlePage]) -> None:
    """Tells the desks of all languages of these stories what happened to them."""
    rows = Translation.objects.filter(translation_key__in={story.translation_key for story in stories})
    tell_desks(list(_with_desk(rows)), kind)


def _killed(stories: Iterable[ArticlePage], **kwargs: Any) -> None:
    tell_of(Notification.Kind.KILLED, stories)


def _revived(stories: Iterable[ArticlePage], **kwargs: Any) -> None:
    tell_of(Notification.Kind.REVIVED, stories)


def _corrected(waiting: Collection[ArticlePage], **kwargs: Any) -> None:
    rows = Translation.objects.filter(story__in=[story.pk for story in waiting])
    tell_desks(list(_with_desk(rows)), Notification.Kind.CORRECTION)


def _went_stale(translations: Collection[int], **kwargs: Any) -> None:
    rows = Translation.objects.filter(pk__in=list(translations))
    tell_desks(list(_with_desk(rows)), Notification.Kind.SOURCE_CHANGED)


def _with_desk(rows: QuerySet[Translation]) -> QuerySet[Translation]:
    return rows.select_related("locale").defer("parts")
