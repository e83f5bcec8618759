"""Saying that a story of a release may go: the desk of its language pins the version that it has looked at."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log

from articles.translation.models import ReleaseItem
from articles.translation.releases.opening import open_item
from articles.translation.releases.rights import may_say_ready
from newsroom.users.models import User
from newsroom.users.rights import may_in
from newsroom.users.roles import Action

LOG_READY, LOG_NOT_READY = "release.ready", "release.not_ready"


class StoryIsUnfinished(ValueError):
    """The version cannot be published; the message says why, field by field."""


class StoryChangedMeanwhile(ValueError):
    """There is a newer version than the one that the person has looked at."""


@transaction.atomic
def mark_ready(item: ReleaseItem, *, by: User, revision_id: int | None = None) -> ReleaseItem:
    """Pins the newest version; with `revision_id`, only if that is the newest.

    Raises PermissionDenied, ReleaseIsOver, StoryChangedMeanwhile, StoryIsUnfinished.
    """
    row = open_item(item)
    if not may_say_ready(by, row.story):
        raise PermissionDenied
    newest = row.story.latest_revision
    if newest is None or (revision_id is not None and newest.pk != revision_id):
        raise StoryChangedMeanwhile
    try:
        newest.as_object().full_clean()
    except ValidationError as error:
        raise StoryIsUnfinished(" ".join(error.messages)) from error
    row.is_ready, row.revision, row.ready_by, row.fault = True, newest, by, ""
    row.save()
    log(row.story, LOG_READY, user=by, revision=newest, data={"release": row.release.title})
    return row


@transaction.atomic
def take_back(item: ReleaseItem, *, by: User) -> ReleaseItem:
    """Says that the story is not ready after all. Raises PermissionDenied, ReleaseIsOver."""
    row = open_item(item)
    if not may_in(by, Action.PUBLISH, row.story.language_code):
        raise PermissionDenied
    row.is_ready, row.revision, row.ready_by, row.fault = False, None, None, ""
    row.save()
    log(row.story, LOG_NOT_READY, user=by, data={"release": row.release.title})
    return row
