"""Tests of publishing a story while somebody else kills it or holds it back: what they decide is not written over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from articles.pages.article import ArticlePage
from articles.pages.embargo.setting import set_embargo
from articles.pages.killing.killing import kill_story
from tests.factories import make_story
from tests.grounds import lay_the_ground

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL: SQLite has one writer at a time"),
]


@pytest.fixture(autouse=True)
def _newsroom(transactional_db: None) -> Iterator[None]:
    lay_the_ground()
    yield
    connections.close_all()


def published_while(deed: Callable[[], object], story: ArticlePage) -> ArticlePage:
    """The story, published by an editor after the deed and before its transaction ends."""
    is_done = Event()

    def do() -> None:
        with transaction.atomic():
            deed()
            is_done.set()
            time.sleep(0.5)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(do)
        assert is_done.wait(10)
        ArticlePage.objects.get(pk=story.pk).get_latest_revision().publish()
        other.result()
    return ArticlePage.objects.get(pk=story.pk)


def test_a_story_that_is_just_being_killed_stays_killed() -> None:
    story = make_story()
    published = published_while(lambda: kill_story(story, by=None, reason="It was wrong"), story)
    assert not published.is_visible


def test_an_embargo_that_is_just_being_set_holds() -> None:
    story = make_story()
    until = timezone.now() + timedelta(hours=1)
    published = published_while(lambda: set_embargo(story, until=until, by=None), story)
    assert published.embargo_until == until
