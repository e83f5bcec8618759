"""Tests of what waits for the index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from articles.legal.reader import Reader, serving
from articles.legal.terms import Kind
from newsroom.outbox.models import Message
from search.waiting import MOST, TooManyWait, Waiting, waiting
from tests.articles.legal.laws import WORLD, law, notice, rule
from tests.factories import make_correspondent, make_draft, make_story

pytestmark = pytest.mark.django_db


def wait_for(*pages: int, **fields: Any) -> None:
    Message.objects.bulk_create(Message(destination="search", key=f"en:{page}", **fields) for page in pages)


def test_nothing_waits_in_one_query(django_assert_num_queries: Callable[..., Any]) -> None:
    Message.objects.create(destination="cdn", key="en:1")
    with django_assert_num_queries(1):
        assert waiting() == Waiting()


def test_stories_that_are_out_only_changed(django_assert_num_queries: Callable[..., Any]) -> None:
    story, draft = make_story(), make_draft(title="Draft")
    wait_for(story.pk, draft.pk, 10**9)
    with django_assert_num_queries(2):
        assert waiting() == Waiting(frozenset({draft.pk, 10**9}), frozenset({story.pk}))


def test_parked_messages_wait_too() -> None:
    draft = make_draft()
    wait_for(draft.pk, failed_at=timezone.now())
    assert waiting().withdrawn == {draft.pk}


def test_a_story_with_a_withheld_name_is_withdrawn() -> None:
    person = make_correspondent(withheld_at=timezone.now())
    story = make_story(credits=[{"correspondent": person}])
    wait_for(story.pk)
    assert waiting() == Waiting(withdrawn=frozenset({story.pk}))


def test_a_story_that_the_law_withholds_is_withdrawn_for_this_reader() -> None:
    story = make_story()
    wait_for(story.pk)
    order = rule(notice=notice("order", Kind.WITHHELD), area=WORLD)
    with serving(Reader("en", rules=law(order))):
        assert waiting().withdrawn == {story.pk}


def test_keys_without_a_number_are_passed_over() -> None:
    for key in ("en:", "whatever", "en:٣x", "en:-1"):
        Message.objects.create(destination="search", key=key)
    assert waiting() == Waiting()


def test_more_than_a_query_holds_are_refused() -> None:
    wait_for(*range(MOST + 1))
    with pytest.raises(TooManyWait):
        waiting()
