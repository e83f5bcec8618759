"""Tests of snapshots: whole pages, kept at each change by the worker and never by the request that changes them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from articles.legal import rendering
from articles.legal.evidence import snapshots
from articles.legal.evidence.snapshots import TAKEN, take_snapshots
from articles.legal.models import LedgerEntry
from articles.legal.terms import Kind
from articles.pages.founding import section
from tests.articles.legal.evidence.readers import proof, visit
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_story, publish_page

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _taken(page: object) -> list[dict[str, object]]:
    entries = LedgerEntry.objects.filter(kind=TAKEN, subject=f"articles.articlepage:{page.pk}")
    return [json.loads(entry.data) for entry in entries]


def test_publishing_takes_none_and_the_worker_does() -> None:
    story = make_story()
    assert _taken(story) == []
    call_command("run_worker", "--once")
    assert [row["address"] for row in _taken(story)] == [story.url_path]
    call_command("run_worker", "--once")
    assert len(_taken(story)) == 1


def test_there_is_one_for_each_class_of_readers_and_it_is_what_they_get(client: Client) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    make_rule(notice, make_region("RU", "UA-43", unknown_subdivisions={"UA": True}))
    take_snapshots()
    assert len(_taken(story)) == 2
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=1), tick=False) as clock:
        at = datetime.now(UTC)
        clock.shift(1)
        for region in ("RU", "DE", "UA-43", "unknown"):
            kept, read = proof(story.url_path, at, region).snapshot, visit(client, story.url_path, region)
            assert kept is not None
            assert (b"data-notice" in kept.html) is (b"data-notice" in read.content)
            assert not kept.is_older_than_rules


def test_a_withheld_page_is_kept_as_it_answers(client: Client) -> None:
    story = make_story(title="The withheld words")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    take_snapshots()
    assert sorted(row["status"] for row in _taken(story)) == [200, 451]


def test_a_change_of_rules_takes_the_pages_of_the_last_two_days_and_no_older_ones() -> None:
    with time_machine.travel(DAY, tick=False) as clock:
        old = make_story(title="Old")
        clock.shift(timedelta(days=3))
        young = make_story(title="Young")
        take_snapshots()
        before = len(_taken(old))
        notice = make_notice()
        make_text(notice)
        clock.shift(timedelta(minutes=1))
        make_rule(notice)
        take_snapshots()
        assert (before, len(_taken(old))) == (0, 0)
        assert len(_taken(young)) == 1 + 2


def test_many_pages_are_taken_in_several_rounds_and_none_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "PAGES_AT_ONCE", 2)
    stories = [make_story(title=f"Story {number}") for number in range(3)]
    taken = [take_snapshots() for _ in range(4)]
    assert taken == [2, 2, 1, 0]
    assert [len(_taken(story)) for story in stories] == [1, 1, 1]


def test_a_snapshot_from_before_the_rules_changed_says_so() -> None:
    with time_machine.travel(DAY, tick=False) as clock:
        story, notice = make_story(), make_notice()
        make_text(notice)
        make_rule(notice)
        take_snapshots()
        clock.shift(timedelta(days=3))
        make_text(notice, words="Other words")
        take_snapshots()
        clock.shift(timedelta(hours=1))
        kept = proof(story.url_path, datetime.now(UTC)).snapshot
        assert kept is not None
        assert kept.is_older_than_rules


def test_a_move_takes_the_page_at_its_new_address() -> None:
    story = make_story()
    take_snapshots()
    story.move(section("en", "culture"), pos="last-child")
    take_snapshots()
    assert [row["address"] for row in _taken(story)] == ["/en/world/a-story/", "/en/culture/a-story/"]


def test_a_page_that_cannot_be_rendered_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, well = make_story(title="Broken"), make_story(title="Well")

    def fail_for_one(page: object, *args: object, **kwargs: object) -> object:
        if page.pk == broken.pk:
            raise RuntimeError("It is broken.")
        return rendering.rendered(page, *args, **kwargs)

    monkeypatch.setattr(snapshots, "rendered", fail_for_one)
    take_snapshots()
    assert (_taken(broken), len(_taken(well))) == ([], 1)
    assert "No snapshot of /en/world/broken/" in caplog.text


def test_an_unpublished_story_is_passed_over() -> None:
    story = make_story()
    story.unpublish()
    take_snapshots()
    assert _taken(story) == []
    publish_page(story)
    take_snapshots()
    assert len(_taken(story)) == 1
