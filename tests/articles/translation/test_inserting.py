"""Tests of taking a block of the source into a translation."""

from __future__ import annotations

import pytest

from articles.pages.article import ArticlePage
from articles.translation.inserting import BlockIsThere, BlockIsUnknown, insert_block
from articles.translation.staleness import changes_of
from tests.articles.translation.stories import (
    make_source,
    paragraph,
    paragraphs,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def keys(story: ArticlePage) -> list[str]:
    return [block["id"] for block in raw_body(story)]


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (["b0", "b2"], ["b0", "b1", "b2"]),
        (["b2", "b0"], ["b2", "b0", "b1"]),
        (["own", "b2"], ["b1", "own", "b2"]),
        ([], ["b1"]),
    ],
)
def test_a_block_comes_after_the_one_that_it_follows_in_the_source(here: list[str], expected: list[str]) -> None:
    story = translate(make_source(3), "fa")
    write(story, [paragraph(key, "متن") for key in here])
    insert_block(record_of(story), "block:b1", by=make_user())
    assert keys(story) == expected


def test_the_block_is_the_one_that_readers_of_the_source_see_now() -> None:
    source = make_source(2)
    story = publish(translate(source, "fa"))
    source = publish(source, [*paragraphs(2), paragraph("new", "New.")])
    write(source, [*paragraphs(2), paragraph("new", "A draft of it.")])
    anna = make_user()
    revision = insert_block(record_of(story), "block:new", by=anna)
    assert raw_body(story)[-1]["value"] == "<p>New.</p>"
    assert revision.user == anna
    assert len(ArticlePage.objects.get(pk=story.pk).body) == 2, "readers see it only when somebody publishes it"
    assert [change.part for change in changes_of(record_of(story))] == ["block:new"]


def test_a_block_that_is_there_is_not_taken_twice() -> None:
    story = translate(make_source(2), "fa")
    with pytest.raises(BlockIsThere):
        insert_block(record_of(story), "block:b1", by=make_user())
    assert keys(story) == ["b0", "b1"]


@pytest.mark.parametrize("part", ["block:nothing", "title", "", "block:", "b1"])
def test_what_is_no_block_of_the_source_is_not_taken(part: str) -> None:
    story = translate(make_source(2), "fa")
    write(story, paragraphs(1))
    with pytest.raises(BlockIsUnknown):
        insert_block(record_of(story), part, by=make_user())
    assert keys(story) == ["b0"]
