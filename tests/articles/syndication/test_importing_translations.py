"""Tests of the import of translations: each is tied to the story that it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from articles.pages.article import ArticlePage
from articles.syndication.importing import UPDATED
from newsroom.languages import LANGUAGES
from tests.factories import make_story
from tests.story_files import URI, bring_in, refusal_of, story_item, translation_item, write_items

pytestmark = pytest.mark.django_db

TRANSLATIONS = [code for code in LANGUAGES if code != "en"]


def story_of(uri: str) -> ArticlePage:
    return ArticlePage.objects.get(uri=uri)


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_translation_is_tied_to_its_source_and_to_the_text_that_was_live(tmp_path: Path, code: str) -> None:
    bring_in(write_items(tmp_path, story_item(), translation_item(code, "urn:2")), publish=True)
    source, translation = story_of(URI), story_of("urn:2")
    assert translation.translation_key == source.translation_key
    assert translation.translated_from == source
    assert translation.translated_revision == source.live_revision


def test_readers_are_led_from_one_to_the_other(tmp_path: Path, client: Client) -> None:
    bring_in(write_items(tmp_path, story_item(), translation_item("ru", "urn:2")), publish=True)
    assert story_of("urn:2").url_path in client.get(story_of(URI).url_path).content.decode()


def test_the_source_may_stand_after_its_translations(tmp_path: Path) -> None:
    items = [
        translation_item("uk", "urn:3", source="urn:2"),
        translation_item("ru", "urn:2"),
        story_item(),
        story_item(uri="urn:other"),
    ]
    outcomes = bring_in(write_items(tmp_path, *items), publish=True).outcomes
    assert [outcome.uri for outcome in outcomes] == [URI, "urn:other", "urn:2", "urn:3"]
    assert story_of("urn:3").translated_from == story_of("urn:2")
    assert story_of("urn:3").translation_key == story_of(URI).translation_key


def test_the_source_may_have_come_before_in_another_file(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    bring_in(write_items(tmp_path, translation_item("ru", "urn:2"), name="other.json"), publish=True)
    assert story_of("urn:2").translated_from == story_of(URI)


def test_of_a_live_source_the_live_text_counts_and_not_a_later_draft(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    live = story_of(URI).live_revision
    bring_in(write_items(tmp_path, story_item(version="2", headline="Draft")))
    bring_in(write_items(tmp_path, translation_item("ru", "urn:2"), name="other.json"))
    assert story_of("urn:2").translated_revision == live
    assert story_of(URI).latest_revision != live


def test_of_a_draft_the_latest_text_counts(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(), translation_item("ru", "urn:2")))
    assert story_of("urn:2").translated_revision == story_of(URI).latest_revision


def test_a_new_version_of_a_translation_was_made_from_the_text_that_is_live_then(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(), translation_item("ru", "urn:2")), publish=True)
    bring_in(write_items(tmp_path, story_item(version="2", headline="New")), publish=True)
    assert story_of("urn:2").translated_revision != story_of(URI).live_revision
    bring_in(write_items(tmp_path, translation_item("ru", "urn:2", version="2")), publish=True)
    assert story_of("urn:2").translated_revision == story_of(URI).live_revision


def test_a_story_written_here_can_be_a_source(tmp_path: Path) -> None:
    source = make_story()
    bring_in(write_items(tmp_path, translation_item("ru", "urn:2", source=source.uri)), publish=True)
    assert story_of("urn:2").translation_key == source.translation_key


def test_a_story_can_turn_out_to_be_a_translation_later(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(), story_item("ru", uri="urn:2")), publish=True)
    assert story_of("urn:2").translation_key != story_of(URI).translation_key
    bring_in(write_items(tmp_path, translation_item("ru", "urn:2", version="2")), publish=True)
    assert story_of("urn:2").translation_key == story_of(URI).translation_key
    assert story_of("urn:2").live


def test_an_unknown_source_is_refused(tmp_path: Path) -> None:
    message = refusal_of(write_items(tmp_path, translation_item("ru", "urn:2")), publish=True)
    assert f"altIds: no story has the uri {URI!r}" in message


@pytest.mark.parametrize("code", ["en", "ru"])
def test_a_story_is_told_once_in_each_language(tmp_path: Path, code: str) -> None:
    bring_in(write_items(tmp_path, story_item(), translation_item("ru", "urn:2")), publish=True)
    message = refusal_of(write_items(tmp_path, translation_item(code, "urn:3")), publish=True)
    assert f"already is this story in {code}" in message


def test_two_translations_into_one_language_in_a_file_are_refused(tmp_path: Path) -> None:
    items = [story_item(), translation_item("ru", "urn:2"), translation_item("ru", "urn:3")]
    assert "urn:2 already is this story in ru" in refusal_of(write_items(tmp_path, *items), publish=True)


def test_a_story_is_no_translation_of_itself(tmp_path: Path) -> None:
    refusal_of(write_items(tmp_path, translation_item("ru", "urn:2", source="urn:2")))
    bring_in(write_items(tmp_path, story_item("ru", uri="urn:2")))
    item = translation_item("ru", "urn:2", source="urn:2", version="2")
    assert "is this story, or was translated from it" in refusal_of(write_items(tmp_path, item))


def test_stories_that_were_translated_from_each_other_are_refused(tmp_path: Path) -> None:
    items = [
        translation_item("ru", "urn:2", source="urn:3"),
        translation_item("uk", "urn:3", source="urn:4"),
        translation_item("fa", "urn:4", source="urn:2"),
    ]
    assert "no story has the uri" in refusal_of(write_items(tmp_path, *items), publish=True)


def test_a_later_version_cannot_close_the_circle(tmp_path: Path) -> None:
    items = [story_item(), translation_item("ru", "urn:2"), translation_item("uk", "urn:3", source="urn:2")]
    bring_in(write_items(tmp_path, *items), publish=True)
    item = translation_item("en", URI, source="urn:3", version="2")
    assert "is this story, or was translated from it" in refusal_of(write_items(tmp_path, item), publish=True)


def test_a_translation_may_change_its_source(tmp_path: Path) -> None:
    items = [story_item(), translation_item("ru", "urn:2"), translation_item("uk", "urn:3")]
    bring_in(write_items(tmp_path, *items), publish=True)
    item = translation_item("uk", "urn:3", source="urn:2", version="2")
    assert [outcome.state for outcome in bring_in(write_items(tmp_path, item), publish=True).outcomes] == [UPDATED]
    assert story_of("urn:3").translated_from == story_of("urn:2")
