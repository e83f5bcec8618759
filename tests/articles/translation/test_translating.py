"""Tests of making drafts in other languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from articles.pages.acting import acting
from articles.pages.article import ArticlePage
from articles.pages.publishing import publish_due
from articles.pages.section import SectionPage
from articles.translation import translating
from articles.translation.models import Translation
from articles.translation.models.translation import Stage
from articles.translation.translating import translate_into
from articles.translation.wanting import LanguageHasNoDesk, StoryIsKilled
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of, translators_of
from tests.factories import make_draft, make_front_page, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def test_a_draft_is_made_in_every_language_and_none_is_live() -> None:
    story = make_story(title="A headline")
    others = [code for code in LANGUAGES if code != "en"]
    for code in others:
        make_front_page(code)
    made = translate_into(story, others, by=None)
    assert [page.language_code for page in made] == others
    stored = ArticlePage.objects.filter(translation_key=story.translation_key).exclude(pk=story.pk)
    assert stored.count() == len(others)
    assert not stored.filter(live=True).exists()
    assert not SectionPage.objects.filter(live=True).exclude(locale__language_code="en").exists()
    assert {page.translated_from_id for page in stored} == {story.pk}
    rows = Translation.objects.filter(translation_key=story.translation_key)
    assert {row.story_id for row in rows} == {page.pk for page in made}
    assert {row.stage for row in rows} == {Stage.IN_PROGRESS}


def test_nothing_that_was_scheduled_comes_along_and_no_embargo_is_lost() -> None:
    make_front_page("fa")
    story = make_draft(
        go_live_at=datetime(2020, 1, 1, tzinfo=UTC),
        expire_at=LATER,
        embargo_until=LATER,
        breaking_until=LATER,
        is_minor_change=True,
    )
    [page] = translate_into(story, ["fa"], by=None)
    page = ArticlePage.objects.get(pk=page.pk)
    for version in (page, page.get_latest_revision_as_object()):
        assert version.embargo_until == LATER
        assert version.go_live_at is version.expire_at is version.breaking_until is None
        assert not version.is_minor_change
    publish_due()
    assert not ArticlePage.objects.get(pk=page.pk).live


def test_of_a_live_story_its_live_text_is_copied() -> None:
    make_front_page("fa")
    story = make_story(title="What readers see")
    story.title = "What nobody has approved"
    story.save_revision()
    [page] = translate_into(story, ["fa"], by=None)
    assert page.title == "What readers see"
    assert ArticlePage.objects.get(pk=page.pk).translated_revision == story.live_revision


def test_twice_is_once() -> None:
    make_front_page("fa")
    story = make_story()
    [first] = translate_into(story, ["fa"], by=None)
    [second] = translate_into(story, ["fa", "fa", "en"], by=None)
    assert first == second
    assert ArticlePage.objects.filter(translation_key=story.translation_key).count() == 2


def test_of_two_who_translate_at_once_the_second_finds_the_first_one_s_page(monkeypatch: pytest.MonkeyPatch) -> None:
    make_front_page("fa")
    story, first = make_story(), []
    section_in = translating._Places.section_in

    def somebody_is_faster(places: translating._Places, code: str) -> SectionPage:
        monkeypatch.setattr(translating._Places, "section_in", section_in)
        first.extend(translate_into(story, ["fa"], by=None))
        return section_in(places, code)

    monkeypatch.setattr(translating._Places, "section_in", somebody_is_faster)
    assert translate_into(story, ["fa"], by=None) == first == list(ArticlePage.objects.exclude(pk=story.pk))


def test_a_page_from_before_there_was_a_desk_is_found() -> None:
    story = make_story()
    page = make_translation(story, "fa")
    assert translate_into(story, ["fa"], by=None) == [page]
    assert Translation.objects.get(story=page).stage == Stage.LIVE


def test_a_missing_section_is_made_as_a_draft_that_is_the_same_section() -> None:
    make_front_page("fa")
    story = make_story(section_slug="culture")
    [page] = translate_into(story, ["fa"], by=None)
    section = SectionPage.objects.parent_of(page).get()
    assert not section.live
    assert section.alias_of is None
    assert section.locale.language_code == "fa"
    assert section.translation_key == SectionPage.objects.parent_of(story).get().translation_key


def test_whoever_makes_a_draft_owns_it() -> None:
    make_front_page("fa")
    translator = make_user("reza", translators_of("fa"))
    [page] = translate_into(make_story(), ["fa"], by=translator)
    assert page.owner_id == translator.pk
    assert page.permissions_for_user(translator).can_edit()
    assert page.latest_revision.user_id == translator.pk


def test_nobody_translates_into_a_language_of_another_desk() -> None:
    for code in ("fa", "ka"):
        make_front_page(code)
    story = make_story()
    told = {}
    made = translate_into(
        story,
        ["ka", "fa"],
        by=make_user("reza", translators_of("fa")),
        told=lambda code, what: told.update({code: what}),
    )
    assert [page.language_code for page in made] == ["fa"]
    assert isinstance(told["ka"], PermissionDenied)
    assert not ArticlePage.objects.filter(locale__language_code="ka").exists()
    assert not Translation.objects.filter(locale__language_code="ka").exists()


def test_nobody_translates_what_they_may_not_read() -> None:
    make_front_page("fa")
    with pytest.raises(PermissionDenied):
        translate_into(make_draft(), ["fa"], by=make_user("reza", translators_of("fa")))
    assert ArticlePage.objects.count() == 1


def test_a_killed_story_is_not_translated() -> None:
    make_front_page("fa")
    with pytest.raises(StoryIsKilled):
        translate_into(make_story(killed_at=datetime.now(UTC)), ["fa"], by=None)


def test_a_language_without_a_front_page_is_named_and_the_others_are_made() -> None:
    make_front_page("fa")
    story = make_story()
    with pytest.raises(LanguageHasNoDesk):
        translate_into(story, ["ka"], by=None)
    told = {}
    assert translate_into(story, ["ka", "fa"], by=None, told=lambda code, what: told.update({code: what}))
    assert set(told) == {"ka", "fa"}


def test_thirty_languages_take_no_more_queries_than_wagtail_s_own_copy() -> None:
    ours, theirs = make_story(title="Ours"), make_story(title="Theirs")
    others = [code for code in LANGUAGES if code != "en"]
    for code in others:
        make_story(code)
    editor = make_user("anna", editors_of("en"), *(editors_of(code) for code in others))
    locales = list(Locale.objects.filter(language_code__in=others))
    with CaptureQueriesContext(connection) as copied, acting(editor):
        for locale in locales:
            theirs.copy_for_translation(locale)
    with CaptureQueriesContext(connection) as translated:
        translate_into(ours, others, by=editor)
    assert len(translated) <= len(copied)


def test_a_breaking_story_is_wanted_as_such() -> None:
    make_front_page("fa")
    story = make_story(breaking_until=datetime.now(UTC) + timedelta(hours=1))
    translate_into(story, ["fa"], by=None)
    assert Translation.objects.get(story__isnull=False).get_priority_display() == "Breaking"
