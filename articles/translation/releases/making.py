"""Planning a release: its title, moment and stories. What was confirmed and then changes must be confirmed again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log

from articles.pages.article import ArticlePage
from articles.pages.holding import hold_stories
from articles.translation.models import Release, ReleaseItem
from articles.translation.reading import readable_q
from articles.translation.releases.opening import open_release
from articles.translation.releases.rights import languages_in, may_make, may_manage, may_plan, publishes_one_of, seen_q
from newsroom.text import clean_line
from newsroom.users.models import User


class StoryIsTaken(ValueError):
    """The story stands in another release that has not gone yet; the message is its title, for those who see it."""


def make_release(
    title: str, *, by: User, publish_at: datetime | None = None, late_languages_follow: bool = True
) -> Release:
    """A new release without stories. Raises PermissionDenied."""
    if not may_make(by):
        raise PermissionDenied
    release = Release.objects.create(
        title=clean_line(title), publish_at=publish_at, late_languages_follow=late_languages_follow, created_by=by
    )
    log(release, "wagtail.create", user=by)
    return release


@transaction.atomic
def change_release(
    release: Release, *, by: User, title: str, publish_at: datetime | None, late_languages_follow: bool
) -> Release:
    """Another title or moment. Raises ReleaseIsOver, PermissionDenied."""
    row = _managed(release, by)
    if row.publish_at != publish_at:
        row.is_confirmed, row.blocked_since = False, None
    row.title, row.publish_at, row.late_languages_follow = clean_line(title), publish_at, late_languages_follow
    row.save()
    log(row, "wagtail.edit", user=by)
    return row


@transaction.atomic
def add_stories(
    release: Release, stories: Collection[ArticlePage], *, by: User, is_required: bool = True
) -> list[ReleaseItem]:
    """Puts stories into the release; what stands there already stays as it is.

    Raises ReleaseIsOver, StoryIsTaken, and PermissionDenied for a story that the person may not plan.
    """
    row = _managed(release, by, of=stories)
    if not all(may_plan(by, story) for story in stories):
        raise PermissionDenied
    keys = {story.pk for story in stories}
    # Locked, so that of two releases that want a story at once only one gets it.
    hold_stories(keys)
    taken = ReleaseItem.objects.filter(story__in=keys, published_at=None, release__cancelled_at=None)
    other = taken.filter(release__published_at=None).exclude(release=row).select_related("release").first()
    if other is not None:
        is_seen = Release.objects.filter(seen_q(by), pk=other.release_id).exists()
        raise StoryIsTaken(other.release.title if is_seen else "")
    known = set(row.items.filter(story__in=keys).values_list("story", flat=True))
    new = [ReleaseItem(release=row, story=story, is_required=is_required) for story in stories if story.pk not in known]
    if new:
        _must_confirm_again(row)
    return ReleaseItem.objects.bulk_create(new)


@transaction.atomic
def take_out(item: ReleaseItem, *, by: User) -> None:
    """Takes a story out of the release. Raises ReleaseIsOver, PermissionDenied."""
    row = _managed(item.release, by)
    row.items.filter(pk=item.pk).delete()
    _must_confirm_again(row)


@transaction.atomic
def require(item: ReleaseItem, *, by: User, is_required: bool) -> None:
    """Says whether the release waits for the story. Raises ReleaseIsOver, PermissionDenied."""
    row = _managed(item.release, by)
    row.items.filter(pk=item.pk).update(is_required=is_required)
    _must_confirm_again(row)


def in_all_languages(story: ArticlePage, *, by: User) -> list[ArticlePage]:
    """The story in every language, its own first; for those who publish none of them, in those that they may read."""
    which = Q() if publishes_one_of(by, story) else readable_q(by)
    rows = ArticlePage.objects.filter(which, translation_key=story.translation_key, alias_of=None)
    found = list(rows.select_related("locale").defer("body").order_by("path"))
    return sorted(found, key=lambda page: page.pk != story.pk)


def _managed(release: Release, by: User, of: Collection[ArticlePage] = ()) -> Release:
    row = open_release(release)
    codes = languages_in(row) or {story.language_code for story in of}
    if not may_manage(by, row, codes):
        raise PermissionDenied
    return row


def _must_confirm_again(row: Release) -> None:
    Release.objects.filter(pk=row.pk, is_confirmed=True).update(is_confirmed=False, blocked_since=None)
