"""Tests of what the memory takes up."""

from __future__ import annotations

import pytest

from articles.pages.article import ArticlePage
from articles.translation.memory import remember
from articles.translation.models import MemoryBand, MemoryUnit
from articles.translation.suggesting import fill
from articles.translation.ways import review
from tests.articles.translation.stories import edited, make_source, publish, raw_body, record_of, translate, write
from tests.factories import make_administrator

pytestmark = pytest.mark.django_db


def remembered() -> dict[str, tuple[str, str]]:
    return {row.unit: (row.source_text, row.text) for row in MemoryUnit.objects.all()}


def test_published_translation_is_remembered_text_by_text() -> None:
    story = translate(make_source(2), "ru")
    assert remembered() == {}
    publish(story, edited(raw_body(story), "b1", "Второе."), title="Море")
    assert remembered() == {
        "title": ("The sea falls", "Море"),
        "block:b1": ("<p>Sentence number 1 stands here.</p>", "<p>Второе.</p>"),
    }
    row = MemoryUnit.objects.get(unit="block:b1")
    assert row.source_revision is not None
    assert row.bands.count() == 16


def test_draft_is_not_remembered() -> None:
    story = translate(make_source(2), "ru")
    write(story, edited(raw_body(story), "b1", "Второе."))
    assert remembered() == {}


def test_machines_text_is_remembered_once_somebody_has_checked_it(django_capture_on_commit_callbacks) -> None:
    anna = make_administrator("anna")
    story = translate(make_source(1), "ru")
    fill(record_of(story), by=anna)
    story = publish(ArticlePage.objects.get(pk=story.pk))
    assert remembered() == {}
    content = story.get_latest_revision_as_object().serializable_data()
    with django_capture_on_commit_callbacks(execute=True):
        review(record_of(story), ["block:b0"], content, by=anna)
    assert set(remembered()) == {"block:b0"}


def test_text_is_paired_with_the_source_that_the_translator_saw() -> None:
    source = make_source(1)
    story = translate(source, "ru")
    publish(source, edited(raw_body(source), "b0", "The source went on."))
    publish(story, edited(raw_body(story), "b0", "Первое."))
    assert remembered()["block:b0"][0] == "<p>Sentence number 0 stands here.</p>"


def test_later_publication_takes_the_place_of_the_earlier_one() -> None:
    story = translate(make_source(1), "ru")
    story = publish(story, edited(raw_body(story), "b0", "Первое."))
    publish(story, edited(raw_body(story), "b0", "Лучше."))
    assert remembered()["block:b0"][1] == "<p>Лучше.</p>"
    assert MemoryBand.objects.count() == MemoryUnit.objects.count() * 16


def test_story_that_is_no_translation_is_not_remembered() -> None:
    assert remember(make_source(1)) == 0


def test_queries_do_not_grow_with_the_story(django_assert_max_num_queries) -> None:
    for count in (2, 40):
        story = translate(make_source(count), "ru")
        body = [{**block, "value": f"<p>Предложение {block['id']}</p>"} for block in raw_body(story)]
        story = publish(story, body)
        with django_assert_max_num_queries(16):
            assert remember(ArticlePage.objects.select_related("live_revision").get(pk=story.pk)) == count
