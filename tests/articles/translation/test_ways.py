"""Tests of how texts came to be."""

from __future__ import annotations

import pytest
from wagtail.models import PageLogEntry

from articles.translation.ways import Way, count_machine, note_machine, review, ways_in
from tests.articles.translation.stories import edited, make_source, raw_body, record_of, translate, write
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return translate(make_source(2), "ru")


def content_of(story) -> dict:
    return story.get_latest_revision_as_object().serializable_data()


def test_text_of_a_person_is_a_persons(story) -> None:
    ways = ways_in(record_of(story), content_of(story))
    assert set(ways.values()) == {Way.HUMAN}
    assert "lead_caption" not in ways


def test_machines_text_is_the_machines_until_somebody_changes_it(story) -> None:
    record = record_of(story)
    note_machine(record, {"block:b0": "<p>Текст машины.</p>"}, engine="practice")
    story = write(story, edited(raw_body(story), "b0", "Текст машины."))
    assert ways_in(record_of(story), content_of(story))["block:b0"] == Way.MACHINE
    assert count_machine(record_of(story), content_of(story)) == 1
    story = write(story, edited(raw_body(story), "b0", "Текст человека."))
    assert ways_in(record_of(story), content_of(story))["block:b0"] == Way.HUMAN
    story = write(story, edited(raw_body(story), "b0", "Текст машины."))
    assert ways_in(record_of(story), content_of(story))["block:b0"] == Way.MACHINE


def test_markup_of_the_editors_own_makes_no_other_text(story) -> None:
    note_machine(record_of(story), {"block:b0": "<p>Текст</p>"}, engine="practice")
    body = raw_body(story)
    body[0]["value"] = '<p data-block-key="k1">Текст</p>'
    story = write(story, body)
    assert ways_in(record_of(story), content_of(story))["block:b0"] == Way.MACHINE


def test_reviewed_text_is_no_longer_counted_and_the_log_says_who(story) -> None:
    anna = make_user()
    note_machine(record_of(story), {"block:b0": "<p>Текст</p>", "title": "Море"}, engine="practice")
    story = write(story, edited(raw_body(story), "b0", "Текст"), title="Море")
    record = record_of(story)
    assert review(record, ["block:b0", "block:b1", "block:forged"], content_of(story), by=anna) == ["block:b0"]
    assert ways_in(record, content_of(story))["block:b0"] == Way.REVIEWED
    assert count_machine(record_of(story), content_of(story)) == 1
    entry = PageLogEntry.objects.get(action="articles.translation.review")
    assert (entry.user, entry.data) == (anna, {"units": ["block:b0"]})


def test_nothing_to_review_is_nothing_in_the_log(story) -> None:
    assert review(record_of(story), ["title"], content_of(story), by=None) == []
    assert not PageLogEntry.objects.filter(action="articles.translation.review").exists()


def test_only_the_last_texts_of_a_unit_are_remembered(story) -> None:
    record = record_of(story)
    for number in range(9):
        note_machine(record, {"title": f"Море {number}"}, engine="practice")
    assert len(record_of(story).ways["title"]) == 5


def test_asking_the_machine_again_does_not_take_a_check_back(story) -> None:
    record, texts = record_of(story), {"block:b0": "<p>Текст машины.</p>"}
    note_machine(record, texts, engine="practice")
    story = write(story, edited(raw_body(story), "b0", "Текст машины."))
    review(record, ["block:b0"], content_of(story), by=None)
    note_machine(record, texts, engine="practice")
    assert ways_in(record_of(story), content_of(story))["block:b0"] == Way.REVIEWED
