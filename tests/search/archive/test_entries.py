"""Tests of what the archive knows of each story."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import TestCase
from wagtail.search.backends import get_search_backend

from articles.pages.article import ArticlePage
from newsroom.languages import LANGUAGES, language
from search.archive import entries
from search.archive.models import ArchiveEntry, folded
from tests.factories import erase, make_draft, make_story, publish_page

pytestmark = pytest.mark.django_db


def text_of(story: ArticlePage) -> str:
    """All words of the story's entry."""
    return ArchiveEntry.objects.get(story=story).text


def save_draft(story: ArticlePage, **fields: object) -> None:
    """A new version that is not published."""
    version = story.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(version, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        version.save_revision()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_a_story_is_in_its_entry(code: str) -> None:
    name = language(code).own_name
    body = [
        {"type": "paragraph", "value": f"<p>Body {name}</p>"},
        {"type": "quote", "value": {"text": "Quoted", "speaker": "Speaker"}},
    ]
    story = make_story(
        code,
        title=name,
        kicker="Kicker",
        standfirst="Standfirst",
        lead_caption="Caption",
        lead_alt="Alt",
        dateline="Baku",
        body=body,
    )
    words = text_of(story)
    for word in (name, "Kicker", "Standfirst", "Caption", "Alt", "Baku", f"Body {name}", "Quoted"):
        assert folded(word) in words
    assert ArchiveEntry.objects.get(story=story).headline == name


def test_words_that_a_draft_got_later_are_in_its_entry() -> None:
    story = make_draft(title="First words")
    save_draft(story, title="Later words", body=[("paragraph", "<p>New body</p>")])
    entry = ArchiveEntry.objects.get(story=story)
    assert entry.headline == "Later words"
    assert "new body" in entry.text
    assert "first words" not in entry.text


def test_a_story_that_is_changed_while_it_is_out_is_known_by_both_versions() -> None:
    story = make_story(title="Words that are out")
    save_draft(story, title="Words to come")
    words = text_of(story)
    assert "words that are out" in words
    assert "words to come" in words
    publish_page(ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object())
    assert "words that are out" not in text_of(story)


def test_a_draft_is_not_in_what_readers_could_be_answered_from() -> None:
    story = make_story(title="Words that are out")
    save_draft(story, title="Secretly changed", body=[("paragraph", "<p>Secretly changed</p>")])
    assert list(ArticlePage.objects.search("secretly")) == []
    assert [entry.pk for entry in get_search_backend().search("secretly", ArchiveEntry.objects.all())] == [story.pk]


def test_an_entry_goes_with_its_story() -> None:
    story = make_draft()
    erase(story)
    assert ArchiveEntry.objects.count() == 0


def test_stories_from_before_the_archive_come_into_it() -> None:
    story = make_story(title="Old")
    ArchiveEntry.objects.all().delete()
    entries.tables_are_ready(plan=[(SimpleNamespace(app_label="articles"), False)])
    assert ArchiveEntry.objects.count() == 0
    entries.tables_are_ready(plan=[(SimpleNamespace(app_label="archive"), False)])
    assert "old" in text_of(story)
    assert entries.record_missing() == 0
