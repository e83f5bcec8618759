"""Keeps the stage of each translation in step with its page, in the transaction that changes the page."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import WorkflowState

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from articles.translation.models.translation import Stage


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    post_save.connect(_saved, sender=ArticlePage, dispatch_uid="articles.stage_of_story")
    post_delete.connect(_deleted, sender=ArticlePage, dispatch_uid="articles.stage_of_deleted_story")
    post_save.connect(_moved_on, sender=WorkflowState, dispatch_uid="articles.stage_in_workflow")


def follow(story: ArticlePage) -> None:
    """Writes the stage that the page is in, where the desk has a record of it."""
    stage = Stage.LIVE if story.live else _stage_of_draft(story)
    Translation.objects.filter(story=story.pk).exclude(stage=stage).update(stage=stage)


def _stage_of_draft(story: ArticlePage) -> Stage:
    waits = WorkflowState.objects.for_instance(story).filter(status=WorkflowState.STATUS_IN_PROGRESS).exists()
    return Stage.WAITING if waits else Stage.IN_PROGRESS


def _saved(
    instance: ArticlePage, created: bool, raw: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    """Drafts are saved with the names of their fields; only what may have changed `live` is looked at."""
    if not raw and not created and (update_fields is None or "live" in update_fields):
        follow(instance)


def _deleted(instance: ArticlePage, **kwargs: Any) -> None:
    """What was translated and is gone is wanted again."""
    gone = Translation.objects.filter(translation_key=instance.translation_key, locale=instance.locale_id, story=None)
    gone.update(stage=Stage.WANTED)


def _moved_on(instance: WorkflowState, raw: bool, **kwargs: Any) -> None:
    story = None if raw else instance.content_object
    if isinstance(story, ArticlePage):
        follow(story)
