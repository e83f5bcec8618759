"""Tests of versions that an editor's form may not write over."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from articles.pages.article import ArticlePage
from articles.pages.keeping import is_kept
from articles.pages.section import SectionPage
from tests.articles.translation.stories import make_source, translate
from tests.factories import make_story

pytestmark = pytest.mark.django_db


def draft_of(story: ArticlePage, title: str, **options: object) -> ArticlePage:
    version = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    version.title = title
    version.save_revision(**options)
    return ArticlePage.objects.get(pk=story.pk)


def test_a_draft_of_ones_own_is_written_over() -> None:
    story = draft_of(make_story(), "First")
    draft = story.latest_revision
    assert not is_kept(draft)
    story = draft_of(story, "Second", overwrite_revision=draft)
    assert story.latest_revision == draft
    assert story.latest_revision.content["title"] == "Second"


def test_what_somebody_published_meanwhile_stays_as_readers_saw_it() -> None:
    story = draft_of(make_story(), "First")
    draft = story.latest_revision
    draft.publish()
    assert is_kept(draft)
    story = draft_of(story, "Second", overwrite_revision=draft)
    assert story.latest_revision != draft
    draft.refresh_from_db()
    assert (draft.content["title"], story.latest_revision.content["title"]) == ("First", "Second")


def test_what_somebody_translated_meanwhile_stays_as_the_translator_saw_it() -> None:
    source = draft_of(make_source(1, publish=False, live=False), "First")
    draft = source.latest_revision
    translate(source, "ru")
    source = draft_of(source, "Second", overwrite_revision=draft)
    draft.refresh_from_db()
    assert (draft.content["title"], source.latest_revision.content["title"]) == ("First", "Second")


def test_an_older_version_is_refused_as_ever() -> None:
    story = draft_of(make_story(), "First")
    older = story.latest_revision
    story = draft_of(story, "Second")
    with pytest.raises(PermissionDenied):
        draft_of(story, "Third", overwrite_revision=older)
    assert story.latest_revision.content["title"] == "Second"


def test_sections_keep_what_was_public_too() -> None:
    section = SectionPage.objects.get(pk=make_story().get_parent().pk)
    public = section.save_revision()
    public.publish()
    section = SectionPage.objects.get(pk=section.pk)
    assert section.save_revision(overwrite_revision=public) != public
