"""Tests of adding to a draft at the moment in which somebody saves it: what a person wrote stays the newest."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, connections, transaction

from articles.pages.article import ArticlePage
from articles.translation.inserting import insert_block
from articles.translation.suggesting import fill
from tests.articles.translation.stories import make_source, paragraph, publish, raw_body, record_of, translate, write
from tests.factories import make_administrator
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


def while_somebody_writes(story: ArticlePage, deed: Callable[[], object]) -> ArticlePage:
    """The newest version after the deed, begun before somebody's save of a headline was over."""
    is_written = Event()

    def save() -> None:
        with transaction.atomic():
            write(story, title="By hand")
            is_written.set()
            time.sleep(0.5)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(save)
        assert is_written.wait(10)
        deed()
        other.result()
    newest: ArticlePage = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return newest


def test_a_machine_that_fills_the_rest_keeps_what_was_written() -> None:
    story = translate(make_source(1), "ru")
    newest = while_somebody_writes(story, lambda: fill(record_of(story), by=make_administrator("anna")))
    assert newest.title == "By hand"
    assert "[ru:" in str(newest.body.get_prep_value())


def test_a_block_that_is_taken_over_keeps_what_was_written() -> None:
    source = make_source(1)
    story = translate(source, "ru")
    publish(source, [*raw_body(source), paragraph("new", "New.")])
    newest = while_somebody_writes(
        story, lambda: insert_block(record_of(story), "block:new", by=make_administrator("anna"))
    )
    assert newest.title == "By hand"
    assert "new" in [block["id"] for block in newest.body.get_prep_value()]
