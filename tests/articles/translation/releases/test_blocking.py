"""Tests of what blocks a story: each thing by its name, and by the same few queries for many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Task, Workflow, WorkflowState, WorkflowTask

from articles.pages.article import ArticlePage
from articles.pages.embargo.setting import set_embargo
from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.blocking import Blocker, blockers_of, items_of
from newsroom.languages import LANGUAGES
from tests.articles.translation.releases.planned import HOUR, NOON, drafts, make_ready, release_of
from tests.factories import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def blockers(release: Release) -> list[Blocker]:
    items = list(items_of(ReleaseItem.objects.filter(release=release)))
    found = blockers_of(items, timezone.now())
    return [blocker for item in items for blocker in found[item.pk]]


def change(story: ArticlePage) -> None:
    story.title = "Other words"
    story.save_revision()


def hide_section(story: ArticlePage) -> None:
    Page.objects.filter(pk=story.get_parent().pk).update(live=False)


def submit(story: ArticlePage) -> None:
    workflow, task = Workflow.objects.create(name="Approval"), Task.objects.create(name="Look at it")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowState.objects.create(
        content_type=ContentType.objects.get_for_model(ArticlePage),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(story.pk),
        workflow=workflow,
    )


def schedule(story: ArticlePage) -> None:
    story.revisions.update(approved_go_live_at=NOON + HOUR / 2)


BLOCKED: dict[Blocker, Callable[[ArticlePage], object]] = {
    Blocker.CHANGED: change,
    Blocker.LOCKED: lambda story: ArticlePage.objects.filter(pk=story.pk).update(locked=True),
    Blocker.IN_WORKFLOW: submit,
    Blocker.KILLED: lambda story: ArticlePage.objects.filter(pk=story.pk).update(killed_at=NOON),
    Blocker.SECTION: hide_section,
    Blocker.EMBARGO: lambda story: set_embargo(story, until=NOON + 2 * HOUR, by=None),
    Blocker.SCHEDULED: schedule,
    Blocker.MIRROR: lambda story: ArticlePage.objects.filter(pk=story.pk).update(alias_of=make_draft()),
}


@pytest.mark.parametrize("blocker", BLOCKED)
def test_it_is_said_by_name(blocker: Blocker) -> None:
    (story,) = drafts("en")
    release = make_ready(release_of([story]))
    assert blockers(release) == []
    BLOCKED[blocker](ArticlePage.objects.get(pk=story.pk))
    assert blockers(release) == [blocker]


@pytest.mark.parametrize(
    ("name", "after", "blocker"),
    [
        ("go_live_at", 2 * HOUR, Blocker.SCHEDULED),
        ("expire_at", HOUR, Blocker.EXPIRED),
        ("embargo_until", 2 * HOUR, Blocker.EMBARGO),
    ],
)
def test_what_the_pinned_version_says_counts(name: str, after: timedelta, blocker: Blocker) -> None:
    story = make_draft("en", **{name: NOON + after})
    assert blockers(make_ready(release_of([story]))) == [blocker]


def test_an_embargo_that_ends_with_the_release_blocks_nothing() -> None:
    (story,) = drafts("en")
    release = make_ready(release_of([story]))
    set_embargo(story, until=NOON + HOUR, by=None)
    assert blockers(release) == []


def test_a_story_that_nobody_marked_is_not_ready() -> None:
    assert blockers(release_of(drafts("en"))) == [Blocker.NOT_READY]


def test_the_queries_are_the_same_for_all_languages_as_for_one() -> None:
    counts = []
    for codes in (["en"], list(LANGUAGES)):
        release = release_of(drafts(*codes))
        items = list(items_of(ReleaseItem.objects.filter(release=release)))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            blockers_of(items, timezone.now())
        counts.append(len(queries))
    assert counts == [3, 3]
