"""Tests of the worker's part: held releases, the alarm, and what goes once nothing blocks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.pages.killing.killing import kill_story, revive_story
from articles.translation.models import Notification, Release, ReleaseItem, Translation
from articles.translation.releases.readiness import mark_ready
from articles.translation.wording import line_of
from tests.articles.translation.releases.planned import (
    HOUR,
    NOON,
    confirmed,
    drafts,
    editor,
    live,
    make_ready,
    release_of,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(NOON, tick=False) as coordinates:
        yield coordinates


def lock(story: ArticlePage, *, locked: bool) -> None:
    ArticlePage.objects.filter(pk=story.pk).update(locked=locked)


def test_a_blocked_release_is_held_its_people_are_told_once_and_it_goes_when_nothing_blocks_it(
    clock: time_machine.Coordinates,
) -> None:
    stories = drafts("en", "fa")
    release = confirmed(stories)
    lock(stories[1], locked=True)
    clock.move_to(NOON + HOUR)
    assert worker() == []
    release.refresh_from_db()
    assert release.blocked_since == NOON + HOUR
    assert live(stories) == [False, False]
    told = Notification.objects.filter(kind=Notification.Kind.RELEASE_BLOCKED)
    assert {note.user.username for note in told} == {"anna", "editor-fa"}
    clock.shift(60)
    worker()
    assert told.count() == 2
    lock(stories[1], locked=False)
    assert {page.pk for page in worker()} == {story.pk for story in stories}
    release.refresh_from_db()
    assert release.blocked_since is None


def test_a_letter_about_it_names_no_title(clock: time_machine.Coordinates) -> None:
    (story,) = drafts("en")
    confirmed([story])
    lock(story, locked=True)
    clock.move_to(NOON + HOUR)
    worker()
    note = Notification.objects.get()
    anna = editor("en", "anna")
    assert "The plan" in line_of(note, reader=anna)
    assert line_of(note, reader=anna, is_letter=True) == "A release is blocked"


def test_what_nobody_confirmed_does_not_go(clock: time_machine.Coordinates) -> None:
    stories = drafts("en")
    release = release_of(stories)
    mark_ready(release.items.get(), by=editor("en", "anna"))
    clock.move_to(NOON + HOUR)
    assert worker() == []
    assert live(stories) == [False]


def test_one_release_that_breaks_does_not_hold_another(
    clock: time_machine.Coordinates, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, good = drafts("en", title="Broken"), drafts("en", title="Good")
    first, second = confirmed(broken), confirmed(good)
    clock.move_to(NOON + HOUR)
    from articles.translation.releases import publishing

    whole = publishing._publish

    def breaks(release: Release, *args: object) -> object:
        if release.pk == first.pk:
            raise RuntimeError
        return whole(release, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "_publish", breaks)
    assert [page.pk for page in worker()] == [good[0].pk]
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.blocked_since, second.published_at) == (NOON + HOUR, NOON + HOUR)


def test_what_its_desk_took_off_the_site_since_is_not_published_again(clock: time_machine.Coordinates) -> None:
    stories = drafts("en", "fa")
    confirmed(stories)
    early = ArticlePage.objects.get(pk=stories[1].pk)
    early.get_latest_revision().publish()
    ArticlePage.objects.get(pk=early.pk).unpublish()
    clock.move_to(NOON + HOUR)
    assert worker() == []
    assert live(stories) == [False, False]


def test_a_story_that_is_killed_and_revived_is_called_off_until_its_desk_says_ready_anew(
    clock: time_machine.Coordinates,
) -> None:
    stories = drafts("en", "fa")
    release = confirmed(stories)
    kill_story(stories[0], by=None, reason="Is it true?")
    revive_story(stories[0], by=None, reason="It is")
    clock.move_to(NOON + HOUR)
    assert worker() == []
    make_ready(release)
    assert len(worker()) == 2


def test_a_late_story_that_its_translator_let_go_holds_nothing_else_up(clock: time_machine.Coordinates) -> None:
    stories = drafts("en", "fa")
    release = confirmed([stories[0]])
    item = ReleaseItem.objects.create(release=release, story=stories[1], is_required=False)
    clock.move_to(NOON + HOUR)
    worker()
    keeper = editor("fa", "editor-fa")
    mark_ready(item, by=keeper)
    HomePage.objects.filter(slug="fa").update(second_person_publishes=True)
    ArticlePage.objects.filter(pk=stories[1].pk).update(translated_from=stories[0])
    Translation.objects.create(
        translation_key=stories[1].translation_key,
        locale=stories[1].locale,
        source=stories[0],
        story=stories[1],
        assignee=keeper,
    )
    assert worker() == []
    assert live(stories) == [True, False]
    item.refresh_from_db()
    assert item.fault
