"""Tests of dealing with changes one by one."""

from __future__ import annotations

import pytest
from wagtail.models import PageLogEntry

from articles.pages.article import ArticlePage
from articles.translation.accepting import (
    ACCEPTED,
    Answer,
    ChangedMeanwhile,
    NothingToAccept,
    NothingToTakeBack,
    accept,
    accept_everything,
    answered,
    take_back,
)
from articles.translation.staleness import changes_of
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraph,
    paragraphs,
    publish,
    record_of,
    translate,
)

pytestmark = pytest.mark.django_db


def behind(story: ArticlePage) -> list[tuple[str, str]]:
    return [(change.part, change.kind.value) for change in changes_of(record_of(story))]


@pytest.mark.parametrize("part", ["block:b1", "block:nothing", "title", "", "../title"])
def test_nothing_is_accepted_that_is_not_behind(part: str) -> None:
    story = translate(make_source(2), "ru")
    with pytest.raises(NothingToAccept):
        accept(record_of(story), part, by=None, answer=Answer.DONE)


def test_an_answer_to_what_changed_once_more_is_refused() -> None:
    source = make_source(2)
    story = translate(source, "ru")
    source = publish(source, edited(paragraphs(2), "b1", "Other."))
    after = changes_of(record_of(story))[0].after
    assert after
    source = publish(source, edited(paragraphs(2), "b1", "Another."))
    with pytest.raises(ChangedMeanwhile):
        accept(record_of(story), "block:b1", by=None, answer=Answer.DONE, shown=after.digest)
    publish(source, paragraphs(1))
    with pytest.raises(ChangedMeanwhile):
        accept(record_of(story), "block:b1", by=None, answer=Answer.DONE, shown=after.digest)
    accept(record_of(story), "block:b1", by=None, answer=Answer.DONE, shown="")
    assert behind(story) == []


def test_answers_are_taken_back_in_any_order_and_once() -> None:
    source = make_source(4)
    story = translate(source, "ru")
    publish(source, [*edited(paragraphs(4), "b1", "Other.")[1:], paragraph("b0", "Sentence number 0 stands here.")])
    first = behind(story)
    for part in ("block:b0", "block:b1"):
        accept(record_of(story), part, by=None, answer=Answer.STILL_FINE)
    assert behind(story) == []
    assert answered(record_of(story)) == ["block:b1", "block:b0"]
    for part in ("block:b0", "block:b1"):
        take_back(record_of(story), part, by=None)
    assert behind(story) == first
    with pytest.raises(NothingToTakeBack):
        take_back(record_of(story), "block:b0", by=None)


def test_what_does_not_apply_here_stays_silent() -> None:
    source = make_source(1)
    story = translate(source, "ru")
    source = publish(source, [*paragraphs(1), paragraph("new", "New.")])
    accept(record_of(story), "block:new", by=None, answer=Answer.NOT_HERE)
    source = publish(source, [*paragraphs(1), paragraph("new", "Newer.")])
    assert behind(story) == []
    publish(source, paragraphs(1))
    assert behind(story) == []


def test_everything_is_accepted_at_once_and_logged() -> None:
    source = make_source(2)
    story = translate(source, "ru")
    publish(source, [paragraph("new", "New."), paragraphs(2)[1]], title="Other")
    assert accept_everything(record_of(story), by=None, answer=Answer.DONE) == 3
    assert behind(story) == []
    entry = PageLogEntry.objects.get(page=story.pk, action=ACCEPTED)
    assert entry.data == {"parts": ["title", "block:new", "block:b0"], "answer": "done"}
