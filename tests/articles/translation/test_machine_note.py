"""Tests of what readers are told of machine text."""

from __future__ import annotations

import pytest
from django.utils import translation as active

from articles.pages.article import ArticlePage
from articles.translation import machine_note
from articles.translation.models import Translation
from articles.translation.suggesting import fill
from articles.translation.ways import review
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from tests.articles.translation.stories import edited, make_source, publish, raw_body, record_of, translate, write
from tests.factories import make_administrator

pytestmark = pytest.mark.django_db

NOTE = "Parts of this text were translated by a machine and have not been checked yet."


@pytest.fixture
def anna():
    return make_administrator("anna")


@pytest.fixture
def filled(anna):
    story = translate(make_source(2), "ru")
    fill(record_of(story), by=anna)
    return ArticlePage.objects.get(pk=story.pk)


def page_of(client, story) -> str:
    with active.override("en"):
        return client.get(story.url_path).content.decode()


def shown(client, story) -> bool:
    return '<div class="note" role="note">' in page_of(client, story)


def let_readers_in(story) -> None:
    parent = story.get_parent()
    for page in (parent, parent.get_parent()):
        page.specific.save_revision().publish()


def test_reader_is_told_until_everything_is_checked(client, filled, anna) -> None:
    let_readers_in(filled)
    story = publish(filled)
    assert (record_of(story).machine_texts, story.has_machine_text) == (3, True)
    assert shown(client, story)
    content = story.get_latest_revision_as_object().serializable_data()
    review(record_of(story), ["title", "block:b0"], content, by=anna)
    assert (record_of(story).machine_texts, ArticlePage.objects.get(pk=story.pk).has_machine_text) == (1, True)
    review(record_of(story), ["block:b1"], content, by=anna)
    story = ArticlePage.objects.get(pk=story.pk)
    assert (record_of(story).machine_texts, story.has_machine_text) == (0, False)
    assert not shown(client, story)


def test_draft_with_machine_text_says_nothing_of_the_public_version(filled) -> None:
    assert (record_of(filled).machine_texts, filled.has_machine_text) == (0, False)


def test_text_written_by_hand_ends_the_note_when_it_is_published(filled) -> None:
    story = publish(filled)
    body = edited(edited(raw_body(story), "b0", "Рукой."), "b1", "Рукой тоже.")
    story = write(story, body, title="Рукой")
    assert story.has_machine_text
    story = publish(story)
    assert (record_of(story).machine_texts, story.has_machine_text) == (0, False)


def test_going_back_to_an_old_revision_brings_the_note_back(filled) -> None:
    story = publish(filled)
    first = story.live_revision
    story = publish(story, edited(edited(raw_body(story), "b0", "а"), "b1", "б"), title="Рукой")
    assert not story.has_machine_text
    first.as_object().save_revision().publish()
    assert ArticlePage.objects.get(pk=story.pk).has_machine_text


def test_unpublished_story_has_no_public_machine_text(filled) -> None:
    story = publish(filled)
    story.unpublish()
    assert (record_of(story).machine_texts, ArticlePage.objects.get(pk=story.pk).has_machine_text) == (0, False)


def test_caches_are_told_when_a_note_ends(filled, anna, settings) -> None:
    settings.CDN_PURGE_URLS = ["https://cache.example"]
    story = publish(filled)
    Message.objects.all().delete()
    content = story.get_latest_revision_as_object().serializable_data()
    review(record_of(story), ["title", "block:b0", "block:b1"], content, by=anna)
    assert Message.objects.exists()


def test_story_whose_record_is_gone_keeps_its_note(filled) -> None:
    story = publish(filled)
    Translation.objects.filter(story=story).delete()
    assert publish(story).has_machine_text


def test_copy_for_another_language_begins_without_the_note(filled) -> None:
    story = publish(filled)
    translate(story, "uk")
    copied = ArticlePage.objects.get(translation_key=story.translation_key, locale__language_code="uk")
    assert not copied.has_machine_text


def test_story_without_machine_text_costs_nothing(django_assert_num_queries) -> None:
    source = make_source(1)
    with django_assert_num_queries(0):
        assert machine_note.notes(source) == []


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_note_is_a_paragraph_in_every_language(code: str) -> None:
    with active.override(code):
        [note] = machine_note.notes(ArticlePage(has_machine_text=True))
    assert note.startswith("<p>")
    assert note.endswith("</p>")
