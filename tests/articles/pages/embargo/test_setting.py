"""Tests of setting and lifting: every language, versions that are older, times that readers are told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from articles.legal.models import LedgerEntry
from articles.pages.article import ArticlePage
from articles.pages.embargo.setting import (
    LOG_LIFTED,
    EmbargoIsOver,
    ReasonIsMissing,
    StoryExpiresBefore,
    embargo_of,
    set_embargo,
)
from articles.translation.translating import translate_into
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of, translators_of
from tests.factories import make_draft, make_front_page, make_story, make_translation, make_user, publish_page

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def embargoes() -> set[datetime | None]:
    return set(ArticlePage.objects.values_list("embargo_until", flat=True))


def test_an_embargo_holds_for_every_language_at_once() -> None:
    story = make_story()
    for code in LANGUAGES:
        if code != "en":
            make_translation(story, code)
    changed = set_embargo(story, until=NOON + HOUR, by=None)
    assert len(changed) == len(LANGUAGES)
    assert embargoes() == {NOON + HOUR}
    assert not ArticlePage.objects.published().exists()


def test_a_language_that_comes_later_is_under_it_too() -> None:
    story = make_story(embargo_until=NOON + HOUR)
    make_front_page("fa")
    (persian,) = translate_into(story, ["fa"], by=None)
    assert persian.embargo_until == NOON + HOUR
    assert make_translation(story, "ru").embargo_until == NOON + HOUR


def test_a_draft_that_is_published_later_keeps_it() -> None:
    story = make_draft()
    set_embargo(story, until=NOON + HOUR, by=None)
    published = publish_page(ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object())
    assert (published.embargo_until, published.is_visible) == (NOON + HOUR, False)


def test_what_was_lifted_no_old_version_brings_back() -> None:
    story = make_story(embargo_until=NOON + HOUR)
    set_embargo(story, until=None, by=None, reason="The agency agrees")
    again = publish_page(ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object())
    assert again.embargo_until is None
    assert again.is_visible


def test_a_version_that_came_with_an_embargo_is_published_under_it() -> None:
    story = make_story()
    story.embargo_until = NOON + HOUR
    story.save_revision()
    stored = ArticlePage.objects.get(pk=story.pk)
    assert stored.is_visible
    assert embargo_of(stored) == NOON + HOUR
    stored.latest_revision.publish()
    assert not ArticlePage.objects.get(pk=story.pk).is_visible


def test_readers_are_never_told_a_time_that_is_still_to_come() -> None:
    story = make_story(embargo_until=NOON + HOUR)
    set_embargo(story, until=None, by=None, reason="The agency agrees")
    stored = ArticlePage.objects.get(pk=story.pk)
    assert (stored.published_at, stored.updated_at) == (NOON, NOON)
    set_embargo(stored, until=NOON + HOUR, by=None)
    assert ArticlePage.objects.get(pk=story.pk).published_at == NOON


def test_nobody_lets_readers_in_early_without_a_reason() -> None:
    story = make_story(embargo_until=NOON + 2 * HOUR)
    for until in (None, NOON + HOUR):
        with pytest.raises(ReasonIsMissing):
            set_embargo(story, until=until, by=None, reason="  ")
    assert embargoes() == {NOON + 2 * HOUR}


def test_a_moment_that_is_past_and_a_story_that_expires_before_are_refused() -> None:
    story = make_story(expire_at=NOON + HOUR)
    with pytest.raises(EmbargoIsOver):
        set_embargo(story, until=NOON, by=None)
    with pytest.raises(StoryExpiresBefore):
        set_embargo(story, until=NOON + 2 * HOUR, by=None)
    assert embargoes() == {None}


def test_who_publishes_a_translation_alone_may_hold_it_back_longer_and_never_open_it_earlier() -> None:
    story = make_story("en", embargo_until=NOON + 2 * HOUR)
    persian = make_translation(story, "fa")
    ArticlePage.objects.filter(pk=persian.pk).update(translated_from=story)
    persian.refresh_from_db()
    darya = make_user("darya", editors_of("fa"))
    for until, everywhere in ((NOON + HOUR, False), (None, False), (NOON + 3 * HOUR, True)):
        with pytest.raises(PermissionDenied):
            set_embargo(persian, until=until, by=darya, reason="Because", everywhere=everywhere)
    set_embargo(persian, until=NOON + 3 * HOUR, by=darya, everywhere=False)
    assert ArticlePage.objects.get(pk=persian.pk).embargo_until == NOON + 3 * HOUR
    assert ArticlePage.objects.get(pk=story.pk).embargo_until == NOON + 2 * HOUR


def test_translators_decide_nothing() -> None:
    story = make_story("fa")
    with pytest.raises(PermissionDenied):
        set_embargo(story, until=NOON + HOUR, by=make_user("mina", translators_of("fa")))


def test_lifting_is_logged_with_its_reason_and_stands_in_the_ledger() -> None:
    story = make_story(embargo_until=NOON + HOUR)
    anna = make_user("anna", editors_of("en"))
    set_embargo(story, until=None, by=anna, reason="The agency agrees")
    entry = PageLogEntry.objects.get(action=LOG_LIFTED)
    assert (entry.user, entry.data["reason"]) == (anna, "The agency agrees")
    told = LedgerEntry.objects.get(kind="story.embargoed")
    assert (told.staff_id, json.loads(told.data)["embargo_until"]) == (anna.pk, None)
