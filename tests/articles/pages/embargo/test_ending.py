"""Tests of the end: ledger, caches and files hear of it once, and evidence knows the very moment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import TestCase

from articles.legal.evidence.answering import NothingAnswered, page_at
from articles.legal.evidence.asking import Question
from articles.legal.models import LedgerEntry
from articles.pages.article import ArticlePage
from articles.pages.embargo.ending import end_embargoes
from articles.pages.embargo.setting import set_embargo
from articles.pages.publishing import publish_due
from newsroom.caches.surrogates import of_language, of_work
from newsroom.outbox.models import Message
from tests.factories import make_story

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def clock(settings) -> Iterator[time_machine.Coordinates]:
    settings.CDN_PURGE_URLS = ["http://cache.example/"]
    with time_machine.travel(NOON, tick=False) as coordinates:
        yield coordinates


def worker() -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish_due()


def opened() -> list[str]:
    return [json.loads(data)["embargo_until"] for data in openings().values_list("data", flat=True)]


def openings():
    return LedgerEntry.objects.filter(kind="story.opened").order_by("pk")


def answers(story: ArticlePage, at: datetime) -> bool:
    try:
        page_at(Question(story.url_path, at, "unknown", "en"))
    except NothingAnswered as nothing:
        assert "under embargo until" in str(nothing)
        return False
    return True


def test_caches_and_the_ledger_hear_of_it_once(clock: time_machine.Coordinates) -> None:
    story = make_story(embargo_until=NOON + HOUR)
    Message.objects.all().delete()
    worker()
    assert (opened(), Message.objects.count()) == ([], 0)
    clock.move_to(NOON + HOUR)
    worker()
    assert opened() == [(NOON + HOUR).isoformat()]
    assert {of_work(story.translation_key), of_language("en")} <= set(Message.objects.values_list("key", flat=True))
    Message.objects.all().delete()
    worker()
    assert (len(opened()), Message.objects.count()) == (1, 0)


def test_a_worker_that_looked_before_another_one_noted_it_notes_nothing(clock: time_machine.Coordinates) -> None:
    story = make_story(embargo_until=NOON + HOUR)
    clock.move_to(NOON + HOUR)
    worker()
    assert end_embargoes([ArticlePage.objects.get(pk=story.pk)], NOON + HOUR) == []
    assert len(opened()) == 1


def test_a_story_that_was_published_after_its_embargo_or_killed_under_it_is_not_opened(
    clock: time_machine.Coordinates,
) -> None:
    killed = make_story(embargo_until=NOON + HOUR)
    ArticlePage.objects.filter(pk=killed.pk).update(killed_at=NOON)
    clock.move_to(NOON + HOUR)
    make_story(embargo_until=NOON + HOUR)
    worker()
    assert opened() == []


def test_a_second_embargo_ends_too(clock: time_machine.Coordinates) -> None:
    story = make_story(embargo_until=NOON + HOUR)
    set_embargo(story, until=NOON + 2 * HOUR, by=None)
    for hours in (1, 2, 3):
        clock.move_to(NOON + hours * HOUR)
        worker()
    assert opened() == [(NOON + 2 * HOUR).isoformat()]


def test_evidence_knows_the_moment_by_what_was_decided_last(clock: time_machine.Coordinates) -> None:
    story = make_story(embargo_until=NOON + HOUR)
    clock.move_to(NOON + HOUR / 4)
    set_embargo(story, until=NOON + 2 * HOUR, by=None)
    clock.move_to(NOON + HOUR / 2)
    assert not answers(story, NOON + HOUR / 2)
    clock.move_to(NOON + 3 * HOUR)
    worker()
    assert [answers(story, NOON + hours * HOUR) for hours in (1, 1.99, 2, 3)] == [False, False, True, True]


def test_evidence_knows_that_an_embargo_was_lifted(clock: time_machine.Coordinates) -> None:
    story = make_story(embargo_until=NOON + 2 * HOUR)
    clock.move_to(NOON + HOUR)
    set_embargo(story, until=None, by=None, reason="The agency agrees")
    latest = ArticlePage.objects.get(pk=story.pk).latest_revision
    clock.move_to(NOON + HOUR * 1.5)
    latest.publish()
    assert [answers(story, NOON + hours * HOUR) for hours in (0.5, 1, 1.5)] == [False, True, True]
