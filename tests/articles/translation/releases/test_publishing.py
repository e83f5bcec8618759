"""Tests of publishing: all or nothing, the pinned version, once, and what readers, ledger and caches hear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from wagtail.models import PageLogEntry
from wagtail.signals import page_published

from articles.legal.models import LedgerEntry
from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.translation.models import ReleaseItem, Translation
from articles.translation.releases.blocking import Blocker
from articles.translation.releases.opening import ReleaseIsOver
from articles.translation.releases.publishing import ReleaseIsBlocked, ReleaseIsEmpty, publish_release
from articles.translation.releases.readiness import mark_ready
from newsroom.caches.surrogates import of_language
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from newsroom.users.models import User
from tests.articles.translation.releases.planned import (
    HOUR,
    NOON,
    add,
    confirmed,
    drafts,
    editor,
    live,
    make_ready,
    release_of,
    worker,
)
from tests.factories import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(NOON, tick=False) as coordinates:
        yield coordinates


def test_a_story_in_every_language_goes_at_its_moment_and_not_before(clock: time_machine.Coordinates) -> None:
    stories = drafts(*LANGUAGES)
    release = confirmed(stories)
    assert worker() == []
    assert not any(live(stories))
    clock.move_to(NOON + HOUR)
    assert {page.pk for page in worker()} == {story.pk for story in stories}
    assert all(live(stories))
    release.refresh_from_db()
    assert release.published_at == NOON + HOUR
    assert set(ArticlePage.objects.values_list("published_at", flat=True)) == {NOON + HOUR}


def test_a_second_run_publishes_nothing(clock: time_machine.Coordinates) -> None:
    stories = drafts("en", "fa")
    release = confirmed(stories)
    clock.move_to(NOON + HOUR)
    worker()
    assert worker() == []
    with pytest.raises(ReleaseIsOver):
        publish_release(release, by=None)
    assert LedgerEntry.objects.filter(kind="story.published", subject__contains="articlepage").count() == 2


def test_the_version_that_was_pinned_is_the_one_that_goes(clock: time_machine.Coordinates) -> None:
    (story,) = drafts("en", title="Pinned words")
    release = make_ready(release_of([story]))
    pinned = ReleaseItem.objects.get().revision_id
    publish_release(release, by=editor("en", "anna"))
    assert ArticlePage.objects.get(pk=story.pk).live_revision_id == pinned


def test_readers_caches_and_the_ledger_hear_of_all_of_it_and_of_who(settings, clock: time_machine.Coordinates) -> None:
    settings.CDN_PURGE_URLS = ["http://cache.example/"]
    stories = drafts("en", "fa", "ru")
    confirmed(stories)
    Message.objects.all().delete()
    clock.move_to(NOON + HOUR)
    worker()
    anna = editor("en", "anna")
    entries = LedgerEntry.objects.filter(kind="story.published", subject__contains="articlepage")
    assert {entry.staff_id for entry in entries} == {anna.pk}
    assert len(entries) == 3
    heard = set(Message.objects.filter(destination="cache").values_list("key", flat=True))
    assert {of_language(code) for code in ("en", "fa", "ru")} <= heard
    logged = PageLogEntry.objects.filter(action="wagtail.publish", page__in=stories)
    assert {entry.user_id for entry in logged} == {anna.pk}


def test_one_required_story_that_fails_takes_everything_back() -> None:
    """The last of three fails after the others were published."""
    stories = drafts("en", "fa", "ru")
    release = make_ready(release_of(stories))
    published: list[int] = []

    def fails(instance: ArticlePage, **kwargs: object) -> None:
        published.append(instance.pk)
        if len(published) == len(stories):
            raise RuntimeError

    page_published.connect(fails)
    try:
        with pytest.raises(RuntimeError):
            publish_release(release, by=None)
    finally:
        page_published.disconnect(fails)
    assert len(published) == 3
    assert live(stories) == [False, False, False]
    release.refresh_from_db()
    assert release.published_at is None
    assert not release.items.exclude(published_at=None).exists()
    assert not LedgerEntry.objects.filter(kind="story.published", subject__contains="articlepage").exists()


def test_a_required_story_that_is_not_ready_holds_everything() -> None:
    stories = drafts("en", "fa")
    release = make_ready(release_of(stories[:1]))
    item = add(release, stories[1])
    with pytest.raises(ReleaseIsBlocked) as held:
        publish_release(release, by=None)
    assert held.value.blockers == {item.pk: [Blocker.NOT_READY]}
    assert not any(live(stories))


def test_an_optional_one_that_is_not_ready_holds_nothing_and_follows_once_it_is(
    clock: time_machine.Coordinates,
) -> None:
    stories = drafts("en", "fa")
    release = release_of(stories[:1])
    add(release, stories[1], is_required=False)
    first, late = release.items.select_related("story__locale").order_by("pk")
    make_ready_one(first)
    publish_release(release, by=editor("en", "anna"))
    assert live(stories) == [True, False]
    assert worker() == []
    make_ready_one(late)
    assert [page.pk for page in worker()] == [stories[1].pk]
    assert live(stories) == [True, True]
    assert worker() == []


def make_ready_one(item: ReleaseItem) -> None:
    code = item.story.locale.language_code
    mark_ready(item, by=editor(code, "anna" if code == "en" else f"editor-{code}"))


def test_late_ones_do_not_follow_where_the_release_does_not_want_it() -> None:
    stories = drafts("en", "fa")
    release = release_of(stories[:1])
    add(release, stories[1], is_required=False)
    type(release).objects.update(late_languages_follow=False)
    first, late = release.items.select_related("story__locale").order_by("pk")
    make_ready_one(first)
    publish_release(release, by=None)
    with pytest.raises(ReleaseIsOver):
        make_ready_one(late)
    ReleaseItem.objects.filter(pk=late.pk).update(is_ready=True, revision=stories[1].latest_revision)
    assert worker() == []
    assert live(stories) == [True, False]


def test_a_release_of_which_nothing_is_ready_is_not_published() -> None:
    release = release_of([make_draft()], is_required=False)
    with pytest.raises(ReleaseIsEmpty):
        publish_release(release, by=None)
    release.refresh_from_db()
    assert release.published_at is None


def wants_a_second_person(story: ArticlePage, source: ArticlePage, translator: User) -> None:
    """Makes the story a translation that this person has, in a language where a second person publishes."""
    HomePage.objects.filter(locale=story.locale).update(second_person_publishes=True)
    ArticlePage.objects.filter(pk=story.pk).update(translated_from=source)
    Translation.objects.create(
        translation_key=story.translation_key, locale=story.locale, source=source, story=story, assignee=translator
    )


def test_who_confirmed_may_have_translated_a_story_of_it_that_its_desk_let_go(clock: time_machine.Coordinates) -> None:
    stories = drafts("en", "fa")
    wants_a_second_person(stories[1], stories[0], editor("en", "anna"))
    confirmed(stories)
    clock.move_to(NOON + HOUR)
    assert {page.pk for page in worker()} == {story.pk for story in stories}
    entries = LedgerEntry.objects.filter(kind="story.published", subject__contains="articlepage")
    assert {entry.staff_id for entry in entries} == {editor("en", "anna").pk}


def test_who_let_it_go_and_got_the_work_afterwards_holds_it_by_name(clock: time_machine.Coordinates) -> None:
    stories = drafts("en", "fa")
    release = confirmed(stories)
    wants_a_second_person(stories[1], stories[0], editor("fa", "editor-fa"))
    clock.move_to(NOON + HOUR)
    assert worker() == []
    assert live(stories) == [False, False]
    assert "somebody who did not change it" in release.items.get(story=stories[1]).fault
