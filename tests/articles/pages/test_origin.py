"""Tests of what a translation remembers of its source."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale

from articles.pages.article import ArticlePage
from articles.pages.founding import front_page, section
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of
from tests.factories import make_agency, make_draft, make_picture, make_story, publish_page

pytestmark = pytest.mark.django_db


def _translate(story: ArticlePage, code: str) -> ArticlePage:
    """As an editor does it; the section is there already."""
    section(code, "world")
    copy = story.copy_for_translation(Locale.objects.get(language_code=code))
    return ArticlePage.objects.get(pk=copy.pk)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_translation_knows_its_source_and_stands_in_its_own_language(code: str) -> None:
    story = make_story(title="Five countries agree")
    translation = _translate(story, code)
    assert translation.translated_from == story
    assert translation.translated_revision == story.live_revision
    assert translation.translation_key == story.translation_key
    assert translation.locale.language_code == code
    assert translation.get_parent().specific == section(code, "world")
    assert translation.url_path == f"/{code}/world/{translation.slug}/"


def test_translation_of_a_live_story_is_made_from_its_live_text_though_a_newer_draft_exists() -> None:
    story = make_story(title="Live words")
    story.title = "Newer words"
    story.save_revision()
    story = ArticlePage.objects.get(pk=story.pk)
    assert story.latest_revision != story.live_revision
    translation = _translate(story, "ru")
    assert translation.title == "Live words"
    assert translation.translated_revision == story.live_revision


def test_translation_of_a_draft_is_made_from_its_latest_text() -> None:
    story = make_draft(title="First words")
    story.title = "Second words"
    story.save_revision()
    story = ArticlePage.objects.get(pk=story.pk)
    translation = _translate(story, "ru")
    assert translation.get_latest_revision_as_object().title == "Second words"
    assert translation.translated_revision == story.latest_revision


def test_translation_is_a_new_story_that_nobody_has_published_or_killed() -> None:
    story = make_story(lead_picture=make_picture(), credits=[{"agency": make_agency()}])
    ArticlePage.objects.filter(pk=story.pk).update(
        killed_at=timezone.now(), import_version=3, import_digest="d", import_revision=1
    )
    story = ArticlePage.objects.get(pk=story.pk)
    translation = _translate(story, "ru")
    assert translation.uri != story.uri
    assert not translation.live
    assert not translation.is_visible
    facts = ("killed_at", "published_at", "updated_at", "import_version", "import_revision")
    assert {name: getattr(translation, name) for name in facts} == dict.fromkeys(facts)
    assert translation.import_digest == ""
    assert translation.lead_picture == story.lead_picture
    assert [credit.party.name for credit in translation.credits.all()] == ["Reuters"]


def test_publishing_a_translation_keeps_what_it_was_made_from() -> None:
    story = make_story()
    translation = _translate(story, "ru")
    made_from = story.live_revision
    publish_page(story)
    translation = publish_page(translation.get_latest_revision_as_object())
    assert translation.translated_from == story
    assert translation.translated_revision == made_from


def test_translation_of_a_translation_names_the_one_that_was_copied() -> None:
    story = make_story()
    russian = publish_page(_translate(story, "ru"))
    kazakh = _translate(russian, "kk")
    assert kazakh.translated_from == russian
    assert kazakh.translated_revision == russian.live_revision
    assert kazakh.translation_key == story.translation_key


def test_front_page_that_is_copied_for_translation_is_no_story() -> None:
    home = front_page("en")
    locale = Locale.objects.create(language_code="ka")
    assert home.copy_for_translation(locale).locale == locale
    assert Group.objects.filter(name=editors_of("ka")).exists()
