"""Tests of how far translations are behind, by publishing for real."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.pages.article import ArticlePage
from articles.translation.accepting import Answer, accept, accept_everything
from articles.translation.differences import PieceKind, unit_diffs
from articles.translation.models import SeenRevision, Translation
from articles.translation.staleness import changes_of, seen_part, went_stale
from newsroom.languages import LANGUAGES
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraph,
    paragraphs,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_picture, make_story

pytestmark = pytest.mark.django_db
OTHERS = [code for code in LANGUAGES if code != "en"]


def behind(story: ArticlePage) -> list[tuple[str, str]]:
    return [(change.part, change.kind.value) for change in changes_of(record_of(story))]


def test_an_edited_paragraph_is_behind_in_every_language_until_it_is_dealt_with() -> None:
    source = make_source(40)
    translations = [translate(source, code) for code in OTHERS]
    assert all(behind(story) == [] for story in translations)
    source = publish(source, edited(paragraphs(40), "b17", "Sentence number 17 falls here."))
    for story in translations:
        row = record_of(story)
        assert behind(story) == [("block:b17", "changed")]
        assert (row.stale_parts, row.stale_above, row.stale_since is not None) == (1, 0, True)
        (difference,) = unit_diffs(seen_part(row, "block:b17"), changes_of(row)[0].after)
        assert [(piece.kind, piece.text) for piece in difference.pieces if piece.kind != PieceKind.SAME] == [
            (PieceKind.REMOVED, "stands"),
            (PieceKind.ADDED, "falls"),
        ]
    late = publish(translations[0], title="Deti bie")
    assert behind(late) == [("block:b17", "changed")]
    accept(record_of(late), "block:b17", by=None, answer=Answer.DONE)
    assert behind(late) == []
    assert record_of(late).stale_since is None
    assert record_of(translations[1]).stale_parts == 1


def test_following_a_source_takes_no_more_queries_for_many_languages_than_for_one() -> None:
    counts = []
    for codes in (["ru"], OTHERS[:12]):
        source = make_source(3)
        for code in codes:
            translate(source, code)
        source = write(source, edited(paragraphs(3), "b1", "Another."))
        with CaptureQueriesContext(connection) as queries:
            source.get_latest_revision().publish()
        counts.append(len(queries))
    assert counts[0] == counts[1]


class TestKindsOfChange:
    def test_blocks_come_go_and_move(self) -> None:
        source = make_source(5)
        story = translate(source, "fa")
        body = paragraphs(5)
        publish(source, [body[3], body[0], paragraph("new", "New."), body[1], body[4]])
        assert behind(story) == [("block:b3", "moved"), ("block:new", "added"), ("block:b2", "removed")]

    def test_lines_and_pictures_count(self) -> None:
        source = make_source(1)
        story = translate(source, "ka")
        publish(source, title="The sea rises", lead_picture=make_picture())
        assert behind(story) == [("title", "changed"), ("lead_picture", "changed")]

    def test_the_same_text_in_the_spelling_of_an_editor_does_not(self) -> None:
        source = make_source(1)
        story = translate(source, "ka")
        text = '<p data-block-key="x1">Sentence  number 0 stands here.</p>'
        publish(source, [{"id": "b0", "type": "paragraph", "value": text}])
        assert behind(story) == []

    def test_a_draft_of_the_source_changes_nothing_until_it_is_published(self) -> None:
        source = make_source(2)
        story = translate(source, "uz")
        write(source, edited(paragraphs(2), "b1", "Other."))
        assert behind(story) == []

    def test_what_the_translation_leaves_out_is_not_behind(self) -> None:
        source = make_source(3)
        story = translate(source, "ps")
        write(story, [block for block in raw_body(story) if block["id"] != "b1"])
        publish(source, edited(paragraphs(3), "b1", "Other."))
        assert behind(story) == []
        write(story, paragraphs(3))
        assert behind(story) == [("block:b1", "changed")]
        assert record_of(story).stale_parts == 1

    def test_a_wanted_translation_without_a_page_is_not_behind(self) -> None:
        source = make_source(1)
        locale = make_story("ru").locale
        row = Translation.objects.create(translation_key=source.translation_key, locale=locale, source=source)
        publish(source, title="Other")
        row.refresh_from_db()
        assert row.stale_since is None


class TestMinorChanges:
    def test_a_spelling_turns_no_translation_stale(self) -> None:
        source = make_source(2)
        story = translate(source, "ru")
        publish(source, edited(paragraphs(2), "b1", "Sentence number 1 stands hear."), is_minor_change=True)
        assert behind(story) == []
        publish(source, edited(paragraphs(2), "b1", "Something else."))
        assert behind(story) == [("block:b1", "changed")]

    def test_the_flag_is_off_in_the_next_version(self) -> None:
        source = publish(make_source(2), title="The sea fell", is_minor_change=True)
        assert not source.get_latest_revision_as_object().is_minor_change
        assert write(source, is_minor_change=True).get_latest_revision_as_object().is_minor_change

    def test_pictures_and_new_blocks_count_all_the_same(self) -> None:
        source = make_source(2)
        story = translate(source, "ru")
        publish(source, [*paragraphs(2), paragraph("new", "New.")], lead_picture=make_picture(), is_minor_change=True)
        assert behind(story) == [("lead_picture", "changed"), ("block:new", "added")]

    def test_one_who_was_behind_stays_behind_with_the_whole_difference(self) -> None:
        source = make_source(2)
        story = translate(source, "ru")
        source = publish(source, edited(paragraphs(2), "b1", "Sentence number 1 falls here."))
        publish(source, edited(paragraphs(2), "b1", "Sentence number 1 falls there."), is_minor_change=True)
        before, change = seen_part(record_of(story), "block:b1"), changes_of(record_of(story))[0]
        assert before and "stands here" in before.value
        assert change.after and "falls there" in change.after.value


class TestChain:
    def test_what_is_behind_travels_down(self) -> None:
        source = make_source(3)
        russian = publish(translate(source, "ru"))
        tatar = translate(russian, "tt")
        assert record_of(tatar).source == russian
        source = publish(source, edited(paragraphs(3), "b2", "Other."))
        assert (record_of(russian).stale_parts, record_of(russian).stale_above) == (1, 0)
        assert (record_of(tatar).stale_parts, record_of(tatar).stale_above) == (0, 1)
        russian = publish(russian, edited(raw_body(russian), "b2", "Другое."))
        assert (record_of(tatar).stale_parts, record_of(tatar).stale_above) == (1, 1)
        accept(record_of(russian), "block:b2", by=None, answer=Answer.DONE)
        assert (record_of(tatar).stale_parts, record_of(tatar).stale_above) == (1, 0)
        accept(record_of(tatar), "block:b2", by=None, answer=Answer.STILL_FINE)
        assert record_of(tatar).stale_since is None

    def test_a_translation_of_something_behind_begins_behind(self) -> None:
        source = make_source(2)
        russian = publish(translate(source, "ru"))
        publish(source, title="Other")
        assert record_of(translate(russian, "crh")).stale_above == 1

    def test_a_circle_ends(self) -> None:
        source = make_source(2)
        russian = publish(translate(source, "ru"))
        tatar = publish(translate(russian, "tt"))
        Translation.objects.filter(story=russian).update(source=tatar)
        publish(tatar, title="Башка")
        assert record_of(russian).stale_parts == 1


class TestWhatIsKept:
    def test_versions_that_were_seen_survive_a_purge(self) -> None:
        source = make_source(2)
        story = translate(source, "ru")
        source = publish(source, title="Second")
        publish(source, title="Third")
        call_command("purge_revisions", verbosity=0)
        before = seen_part(record_of(story), "title")
        assert before and before.value == "The sea falls"

    def test_versions_that_nobody_refers_to_go(self) -> None:
        source = make_source(1)
        story = translate(source, "ru")
        for number in range(4):
            source = publish(source, title=f"Version {number}")
            accept_everything(record_of(story), by=None, answer=Answer.DONE)
        assert SeenRevision.objects.filter(translation=record_of(story)).count() <= 3


def test_who_is_further_behind_is_told_once() -> None:
    told: list[list[int]] = []

    def listen(translations: list[int], **kwargs: object) -> None:
        told.append(translations)

    source = make_source(2)
    story = translate(source, "ru")
    went_stale.connect(listen)
    try:
        source = publish(source, title="Other")
        publish(source, title="Another")
    finally:
        went_stale.disconnect(listen)
    assert told == [[record_of(story).pk]]
