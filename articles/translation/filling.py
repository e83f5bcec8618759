"""Filling a whole translation in the background, because machines take their time."""

from __future__ import annotations

import logging
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django_tasks import task

from articles.translation.engines.interface import EngineFailed
from articles.translation.models import Notification, Translation
from articles.translation.notifying import notify
from articles.translation.suggesting import NothingToFill, StoryIsLocked, fill
from newsroom.users.models import User

logger = logging.getLogger(__name__)


def ask_for_all(translation: Translation, *, by: User) -> None:
    """Has the worker fill every text that nobody has written; who asked is told if it fails."""
    transaction.on_commit(partial(run_fill.enqueue, translation.pk, by.pk))


@task()
def run_fill(translation_pk: int, user_pk: int) -> None:
    """Fills what is unwritten; safe to run twice."""
    row = Translation.objects.select_related("source", "story").filter(pk=translation_pk).first()
    user = User.objects.filter(pk=user_pk, is_active=True).first()
    if row is None or user is None:
        return
    try:
        done = fill(row, by=user)
    except NothingToFill:
        return
    except (EngineFailed, PermissionDenied, StoryIsLocked, ValidationError) as error:
        logger.warning("Translation %s is not filled: %s", row.pk, type(error).__name__)
        notify([user], Notification.Kind.FAILED, row)
        return
    logger.info("Translation %s has %d texts by %s", row.pk, done.count, done.engine)
