"""Tests of the desk's record of a translation: its beginning, its end, and what is deleted meanwhile."""

from __future__ import annotations

import pytest
from wagtail.models import Locale

from articles.pages.article import ArticlePage
from articles.pages.origin import forget_origin, record_origin
from articles.translation.beginning import TranslationsGoInACircle, begin
from articles.translation.models import SeenRevision, Translation
from articles.translation.staleness import changes_of, seen_part
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraphs,
    publish,
    record_of,
    translate,
    write,
)
from tests.factories import make_translation

pytestmark = pytest.mark.django_db


def behind(story: ArticlePage) -> list[tuple[str, str]]:
    return [(change.part, change.kind.value) for change in changes_of(record_of(story))]


def draft_source(count: int = 2) -> ArticlePage:
    """A source that was never public, with a version."""
    return write(make_source(count, publish=False, live=False))


class TestBeginning:
    def test_the_version_that_was_really_copied_is_the_one_that_was_seen(self) -> None:
        source = write(make_source(2), edited(paragraphs(2), "b1", "A newer draft."))
        row = record_of(translate(source, "ru"))
        part = seen_part(row, "block:b1")
        assert part and "Sentence number 1" in part.value
        assert [kept.revision for kept in row.seen_revisions.all()] == [source.live_revision]

    def test_what_was_wanted_is_completed_and_nothing_is_begun_twice(self) -> None:
        source = make_source(2)
        locale = translate(make_source(1), "ru").locale
        wanted = Translation.objects.create(translation_key=source.translation_key, locale=locale, source=source)
        story = translate(source, "ru")
        assert record_of(story).pk == wanted.pk
        publish(source, title="Other")
        begin(story, source)
        assert behind(story) == [("title", "changed")]

    def test_a_translation_by_import_has_seen_what_its_sender_had(self) -> None:
        source = make_source(2)
        story = make_translation(source, "fa")
        record_origin(story, source, source.live_revision, again=True)
        source = publish(source, title="Other")
        assert behind(story) == [("title", "changed")]
        record_origin(story, source, source.live_revision, again=True)
        assert behind(story) == []
        assert [kept.revision for kept in record_of(story).seen_revisions.all()] == [source.live_revision]

    def test_nothing_is_made_from_what_was_made_from_it(self) -> None:
        source = make_source(1)
        russian = publish(translate(source, "ru"))
        tatar = translate(russian, "tt")
        for story, own_source in ((source, tatar), (source, source), (russian, tatar)):
            with pytest.raises(TranslationsGoInACircle):
                begin(story, own_source)
        assert record_of(russian).source == source


class TestDraftSources:
    def test_a_newer_draft_counts_while_nothing_is_public(self) -> None:
        source = draft_source()
        story = translate(source, "ru")
        write(source, edited(paragraphs(2), "b1", "Other."))
        assert behind(story) == [("block:b1", "changed")]
        assert record_of(story).stale_parts == 1

    def test_the_public_version_counts_from_then_on(self) -> None:
        source = draft_source()
        story = translate(source, "ru")
        source = publish(source, title="Other")
        write(source, title="Another")
        assert behind(story) == [("title", "changed")]
        part = changes_of(record_of(story))[0].after
        assert part and part.value == "Other"

    def test_after_the_source_is_taken_off_its_newest_draft_counts(self) -> None:
        source = make_source(2)
        story = translate(source, "ru")
        source = write(source, title="A newer draft")
        assert record_of(story).stale_parts == 0
        source.unpublish()
        assert behind(story) == [("title", "changed")]
        assert record_of(story).stale_parts == 1


class TestEnds:
    def test_a_deleted_translation_is_wanted_again_and_can_be_made_again(self) -> None:
        source = make_source(2)
        story = translate(source, "ru")
        publish(source, title="Other")
        row = record_of(story)
        ArticlePage.objects.get(pk=story.pk).delete()
        row.refresh_from_db()
        assert (row.story, row.parts, row.stale_parts, row.stale_since) == (None, {}, 0, None)
        assert not row.seen_revisions.exists()
        again = translate(ArticlePage.objects.get(pk=source.pk), "ru")
        assert record_of(again).pk == row.pk
        assert behind(again) == []

    def test_a_source_that_nothing_is_made_from_any_more_can_be_deleted(self) -> None:
        source = draft_source()
        translate(source, "ru").delete()
        ArticlePage.objects.get(pk=source.pk).delete()
        assert not Translation.objects.exists()
        assert not SeenRevision.objects.exists()

    def test_a_story_that_is_nobodys_translation_any_more_has_no_record(self) -> None:
        source = make_source(1)
        story = translate(source, "ru")
        forget_origin(story)
        publish(source, title="Other")
        assert not Translation.objects.filter(locale=Locale.objects.get(language_code="ru")).exists()
