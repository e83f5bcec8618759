"""Publishing a release: every story of it in one transaction, or none."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from articles.pages.acting import acting
from articles.pages.article import ArticlePage
from articles.pages.duty import may_publish, refusal
from articles.pages.holding import hold_stories
from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.blocking import Blocker, blockers_of, items_of
from articles.translation.releases.opening import open_release
from newsroom.users.models import User

LOG_PUBLISHED = "release.published"


class ReleaseIsEmpty(ValueError):
    """Nothing in it is ready, so nothing would go."""


class ReleaseIsBlocked(ValueError):
    """Something that it waits for cannot go; `blockers` says of each such story why."""

    def __init__(self, blockers: dict[int, list[Blocker]]) -> None:
        super().__init__()
        self.blockers = blockers


class ItemFailed(ValueError):
    """A story that nothing seemed to block could not be published."""

    def __init__(self, item: ReleaseItem, fault: str) -> None:
        super().__init__(fault)
        self.item, self.fault = item, fault


def publish_release(release: Release, *, by: User | None, at: datetime | None = None) -> list[ArticlePage]:
    """Publishes the pinned version of every required story, and of those others that are ready.

    All of them or none: readers, ledger, caches and search hear of them together, and files follow once it is true.
    Raises ReleaseIsOver (so of two who try at once, one publishes), ReleaseIsBlocked, ReleaseIsEmpty.
    """
    now = at or timezone.now()
    try:
        with transaction.atomic(), acting(by):
            return _publish(release, by, now)
    except ItemFailed as failure:
        # Written after everything was taken back, so that it stays.
        ReleaseItem.objects.filter(pk=failure.item.pk).update(fault=failure.fault)
        raise ReleaseIsBlocked({failure.item.pk: []}) from failure


@transaction.atomic
def publish_late(item: ReleaseItem, *, at: datetime) -> ArticlePage | None:
    """Publishes a story that was not ready when its release went; None where it still is not.

    Raises ItemFailed.
    """
    release = Release.objects.select_for_update(of=("self",)).get(pk=item.release_id)
    _lock_stories(release.items.filter(pk=item.pk))
    row = items_of(release.items.filter(pk=item.pk, published_at=None)).first()
    if row is None or not follows_late(release) or blockers_of([row], at)[row.pk]:
        return None
    return _publish_item(row, row.ready_by, at)


def follows_late(release: Release) -> bool:
    """Whether what was not ready in time still goes."""
    return release.published_at is not None and release.cancelled_at is None and release.late_languages_follow


def _publish(release: Release, by: User | None, now: datetime) -> list[ArticlePage]:
    row = open_release(release)
    _lock_stories(row.items.all())
    items = list(items_of(row.items.all()))
    blockers = blockers_of(items, now, at_their_moment=False)
    held = {item.pk: blockers[item.pk] for item in items if item.is_required and blockers[item.pk]}
    if held:
        raise ReleaseIsBlocked(held)
    pages = [page for item in items if not blockers[item.pk] and (page := _go(item, by, now)) is not None]
    if not pages:
        raise ReleaseIsEmpty
    row.published_at, row.blocked_since = now, None
    row.confirmed_by = row.confirmed_by or by
    row.save()
    log(row, LOG_PUBLISHED, user=by)
    return pages


def _go(item: ReleaseItem, by: User | None, now: datetime) -> ArticlePage | None:
    """The story, published; an optional one that fails does not hold the others and may follow."""
    if item.is_required:
        return _publish_item(item, by, now)
    try:
        with transaction.atomic():
            return _publish_item(item, by, now)
    except ItemFailed as failure:
        ReleaseItem.objects.filter(pk=item.pk).update(fault=failure.fault)
        return None


def _publish_item(item: ReleaseItem, by: User | None, now: datetime) -> ArticlePage:
    """Its desk's editor has said that this version may go, so whoever confirmed the release need not publish there.

    That editor is the second person, where one is wanted, and must still be one.
    """
    assert item.revision is not None  # noqa: S101 a story without one is blocked
    if item.ready_by is not None and not may_publish(item.ready_by, item.story):
        raise ItemFailed(item, refusal())
    try:
        # Named as `user`, whoever confirmed the release would be asked whether they are a second person.
        with acting(by):
            item.revision.publish(skip_permission_checks=True)
    except ValidationError as error:
        raise ItemFailed(item, " ".join(error.messages)) from error
    page = ArticlePage.objects.get(pk=item.story_id)
    if page.live_revision_id != item.revision_id:
        raise ItemFailed(item, str(Blocker.SCHEDULED.label))
    ReleaseItem.objects.filter(pk=item.pk).update(published_at=now, fault="")
    return page


def _lock_stories(items: QuerySet[ReleaseItem]) -> None:
    """The stories' rows, then their pages', which publishing writes."""
    keys = list(items.values_list("story", flat=True))
    hold_stories(keys)
    list(Page.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("path").only("pk"))
