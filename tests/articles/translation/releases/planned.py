"""Releases as tests need them: the people of two desks, a story in both languages, and a worker that comes by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.test import TestCase
from django.utils import timezone
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.publishing import publish_due
from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.confirming import confirm
from articles.translation.releases.making import add_stories, make_release
from articles.translation.releases.readiness import mark_ready
from newsroom.users.groups import editors_of
from newsroom.users.models import User
from tests.factories import make_draft, make_front_page, make_user

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def editor(code: str, name: str) -> User:
    """Somebody who publishes in a language."""
    make_front_page(code)
    return User.objects.filter(username=name).first() or make_user(name, editors_of(code))


def drafts(*codes: str, title: str = "A plan") -> list[ArticlePage]:
    """One story as a draft in these languages, the first of them first."""
    first = make_draft(codes[0], title=title)
    rest = [make_draft(code, title=f"{title} {code}", translation_key=first.translation_key) for code in codes[1:]]
    return [first, *rest]


def release_of(stories: Iterable[ArticlePage], *, after: timedelta | None = HOUR, is_required: bool = True) -> Release:
    """A release of these, planned by an English editor; nobody has said that any of them is ready."""
    moment = timezone.now() + after if after is not None else None
    release = make_release("The plan", by=editor("en", "anna"), publish_at=moment)
    rows = [ReleaseItem(release=release, story=story, is_required=is_required) for story in stories]
    ReleaseItem.objects.bulk_create(rows)
    return release


def make_ready(release: Release) -> Release:
    """Every desk says of its story that it may go."""
    for item in release.items.select_related("story__locale"):
        code = item.story.locale.language_code
        mark_ready(item, by=editor(code, "anna" if code == "en" else f"editor-{code}"))
    return release


def confirmed(stories: Iterable[ArticlePage], **options: object) -> Release:
    """A release that is ready and goes at its moment."""
    release = make_ready(release_of(stories, **options))  # type: ignore[arg-type]
    return confirm(release, by=editor("en", "anna"))


def add(release: Release, story: ArticlePage, *, is_required: bool = True) -> ReleaseItem:
    """Puts one more story in."""
    (item,) = add_stories(release, [story], by=editor("en", "anna"), is_required=is_required)
    return item


def worker() -> list[Page]:
    """What is due now, done, with what follows once it is true."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return publish_due()


def live(stories: Iterable[ArticlePage]) -> list[bool]:
    """Of each, whether it is public."""
    return [ArticlePage.objects.get(pk=story.pk).live for story in stories]
