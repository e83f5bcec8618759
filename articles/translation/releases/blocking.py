"""What keeps the stories of releases from going, by name; the same few queries however many stories there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.db.models import QuerySet, TextChoices
from django.db.models.fields.json import KeyTextTransform
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, WorkflowState

from articles.translation.models import ReleaseItem

ROOT_DEPTH = 1


class Blocker(TextChoices):
    """Why a story does not go."""

    NOT_READY = "not_ready", _("not ready")
    CHANGED = "changed", _("changed since it was marked ready")
    LOCKED = "locked", _("locked")
    IN_WORKFLOW = "in_workflow", _("waiting for approval")
    KILLED = "killed", _("killed")
    SECTION = "section", _("its section is not public")
    EMBARGO = "embargo", _("under embargo for longer")
    SCHEDULED = "scheduled", _("scheduled on its own")
    EXPIRED = "expired", _("expired by then")
    MIRROR = "mirror", _("mirrors another page")


def items_of(items: QuerySet[ReleaseItem]) -> QuerySet[ReleaseItem]:
    """These stories with what is asked of them here, without their texts."""
    of_version = {
        f"version_{name}": KeyTextTransform(name, "revision__content")
        for name in ("embargo_until", "go_live_at", "expire_at")
    }
    related = items.select_related("story__locale", "release", "ready_by")
    return related.defer("story__body").annotate(**of_version)


def blockers_of(
    items: Sequence[ReleaseItem], now: datetime, *, at_their_moment: bool = True
) -> dict[int, list[Blocker]]:
    """For each of these, as `items_of` gives them, what keeps it from going; three queries.

    It is looked at as of the moment at which its release is to go where that is still to come, otherwise as of now.
    """
    waiting = [item for item in items if item.published_at is None]
    if not waiting:
        return {item.pk: [] for item in items}
    keys = [str(item.story_id) for item in waiting]
    in_workflow = set(_in_workflow(keys))
    scheduled = set(
        Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False).values_list(
            "object_id", flat=True
        )
    )
    hidden = set(_hidden(waiting))
    found: dict[int, list[Blocker]] = {item.pk: [] for item in items}
    for item in waiting:
        key = str(item.story_id)
        found[item.pk] = list(
            dict.fromkeys(
                [
                    *_of_story(item, max(now, item.release.publish_at or now) if at_their_moment else now),
                    *([Blocker.IN_WORKFLOW] if key in in_workflow else []),
                    *([Blocker.SCHEDULED] if key in scheduled else []),
                    *([Blocker.SECTION] if hidden & set(_above(item.story.path)) else []),
                ]
            )
        )
    return found


def _of_story(item: ReleaseItem, at: datetime) -> Iterator[Blocker]:
    story = item.story
    if not item.is_ready or item.revision_id is None:
        yield Blocker.NOT_READY
    elif item.revision_id != story.latest_revision_id:
        yield Blocker.CHANGED
    if story.locked:
        yield Blocker.LOCKED
    if story.killed_at is not None:
        yield Blocker.KILLED
    if story.alias_of_id is not None:
        yield Blocker.MIRROR
    embargo = story.embargo_with(_moment(item, "embargo_until"))
    if embargo is not None and embargo > at:
        yield Blocker.EMBARGO
    go_live, expire = _moment(item, "go_live_at"), _moment(item, "expire_at")
    if go_live is not None and go_live > at:
        yield Blocker.SCHEDULED
    if expire is not None and expire <= at:
        yield Blocker.EXPIRED


def _in_workflow(keys: list[str]) -> QuerySet[WorkflowState, str]:
    rows = WorkflowState.objects.active().filter(base_content_type__model="page", object_id__in=keys)
    return rows.values_list("object_id", flat=True)


def _moment(item: ReleaseItem, name: str) -> datetime | None:
    """A moment as the pinned version has it."""
    return parse_datetime(getattr(item, f"version_{name}") or "")


def _hidden(items: Iterable[ReleaseItem]) -> QuerySet[Page, str]:
    """The paths of the sections and front pages above these stories that are not public."""
    paths = {path for item in items for path in _above(item.story.path)}
    return Page.objects.filter(path__in=paths, live=False, depth__gt=ROOT_DEPTH).values_list("path", flat=True)


def _above(path: str) -> list[str]:
    step = Page.steplen
    return [path[:end] for end in range(step, len(path), step)]
