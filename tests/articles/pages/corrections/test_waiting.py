"""Tests of what waits for which desk."""

from __future__ import annotations

from typing import Any

import pytest

from articles.pages.corrections.correcting import correct, handle, withdraw
from articles.pages.corrections.models import CorrectionText
from articles.pages.corrections.waiting import waiting_for, waiting_on
from articles.pages.killing.killing import kill_story
from tests.factories import make_story, make_translation

pytestmark = pytest.mark.django_db


def test_facts_come_before_details_and_each_language_has_its_own() -> None:
    story, other = make_story(title="One"), make_story(title="Two")
    persian, also = make_translation(story, "fa"), make_translation(other, "fa")
    make_translation(story, "ru")
    detail = correct(story, by=None, gravity="minor", wrong="a", right="b")
    fact = correct(other, by=None, gravity="factual", wrong="a", right="b")
    assert [(row.story, row.correction) for row in waiting_for(["fa"])] == [(also, fact), (persian, detail)]
    assert waiting_for(["fa", "ru"]).count() == 3
    assert not waiting_for([]).exists()
    assert not waiting_for(["en", "no such"]).exists()


def test_what_is_dealt_with_withdrawn_or_killed_waits_no_more() -> None:
    for end in ("handled", "withdrawn", "killed"):
        story = make_story()
        persian = make_translation(story, "fa")
        correction = correct(story, by=None, gravity="minor", wrong="a", right="b")
        assert list(waiting_on(persian)) == list(waiting_for(["fa"]))
        if end == "handled":
            handle(correction.texts.get(story=persian), by=None, state=CorrectionText.State.NOT_CONCERNED)
        elif end == "withdrawn":
            withdraw(correction, by=None, reason="r")
        else:
            kill_story(story, by=None, reason="r")
        assert not waiting_for(["fa"]).exists()


def test_the_list_takes_one_query(django_assert_num_queries: Any) -> None:
    for number in range(4):
        story = make_story(title=f"Story {number}")
        make_translation(story, "fa")
        correct(story, by=None, gravity="minor", wrong="a", right="b")
    with django_assert_num_queries(1):
        told = [
            (row.story.draft_title, row.story.locale, row.correction.story.locale, row.correction.gravity)
            for row in waiting_for(["fa"])
        ]
    assert len(told) == 4
