"""Tests of machine text in drafts."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.pages.article import ArticlePage
from articles.translation.engines import choosing
from articles.translation.engines.interface import EngineIsAway, LanguageNotOffered
from articles.translation.filling import ask_for_all
from articles.translation.models import Notification, Translation
from articles.translation.suggesting import NothingToFill, StoryIsLocked, fill, suggest, unwritten
from articles.translation.units import UnitIsUnknown, units_of
from articles.translation.ways import Way, ways_in
from newsroom.users.groups import translators_of
from tests.articles.translation.stories import edited, make_source, publish, raw_body, record_of, translate, write
from tests.factories import make_administrator, make_front_page, make_story, make_user

pytestmark = pytest.mark.django_db

QUOTE = {"id": "q", "type": "quote", "value": {"text": "<p>The sea does not wait.</p>", "speaker": "Marat Ilyasov"}}


@pytest.fixture
def anna():
    return make_administrator("anna")


def texts_of(story) -> dict[str, str]:
    version = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return {key: unit.text for key, unit in units_of(version.serializable_data()).items()}


def test_every_text_that_nobody_wrote_is_filled_in_one_new_draft(anna) -> None:
    source = make_source(2, standfirst="In short", kicker="")
    story = translate(source, "ru")
    before = story.latest_revision_id
    done = fill(record_of(story), by=anna)
    assert (done.count, done.engine, done.skipped) == (4, "practice", 0)
    story = ArticlePage.objects.get(pk=story.pk)
    assert texts_of(story)["title"] == "[ru: The sea falls]"
    assert texts_of(story)["block:b1"] == "<p>[ru: Sentence number 1 stands here.]</p>"
    assert texts_of(story)["kicker"] == ""
    assert not story.live
    assert story.latest_revision_id != before
    assert story.get_latest_revision().user == anna
    ways = ways_in(record_of(story), story.get_latest_revision_as_object().serializable_data())
    assert set(ways.values()) == {Way.MACHINE}


def test_what_somebody_wrote_is_never_overwritten(anna) -> None:
    story = translate(make_source(3), "ru")
    story = write(story, edited(raw_body(story), "b1", "Рука человека."))
    fill(record_of(story), by=anna)
    assert texts_of(story)["block:b1"] == "<p>Рука человека.</p>"
    with pytest.raises(NothingToFill):
        fill(record_of(story), by=anna, units=["block:b1"])


def test_chosen_texts_alone_are_filled(anna) -> None:
    source = make_story(title="The sea falls", body=json.dumps([QUOTE]))
    story = translate(source, "ru")
    done = fill(record_of(story), by=anna, units=["block:q/text", "block:forged", "title/x"])
    assert (done.count, done.skipped) == (1, 2)
    assert texts_of(story)["block:q/text"] == "<p>[ru: The sea does not wait.]</p>"
    assert texts_of(story)["block:q/speaker"] == "Marat Ilyasov"


def test_emptied_text_is_filled_and_old_words_of_the_source_too(anna) -> None:
    source = make_source(2)
    story = translate(source, "ru")
    story = write(story, edited(raw_body(story), "b0", ""))
    publish(source, edited(raw_body(source), "b1", "Another sentence."))
    fill(record_of(story), by=anna)
    assert texts_of(story)["block:b0"] == "<p>[ru: Sentence number 0 stands here.]</p>"
    assert texts_of(story)["block:b1"] == "<p>[ru: Another sentence.]</p>"


def test_blocks_of_the_source_that_are_not_here_are_not_brought_in(anna) -> None:
    story = translate(make_source(2), "ru")
    story = write(story, raw_body(story)[:1])
    fill(record_of(story), by=anna)
    assert "block:b1" not in texts_of(story)


def test_second_filling_finds_nothing(anna) -> None:
    story = translate(make_source(1), "ru")
    fill(record_of(story), by=anna)
    with pytest.raises(NothingToFill):
        fill(record_of(story), by=anna)


def test_what_is_written_while_the_machine_thinks_stays(anna, monkeypatch: pytest.MonkeyPatch) -> None:
    story = translate(make_source(2), "ru")

    class Slow:
        name = "slow"

        def translate(self, texts, source, target, *, is_html):
            write(story, edited(raw_body(story), "b0", "Написано тем временем."))
            return [f"<p>{text} на русском</p>" if html else "Море" for text, html in zip(texts, is_html, strict=True)]

    monkeypatch.setattr("articles.translation.suggesting.engine_for", lambda *codes: Slow())
    done = fill(record_of(story), by=anna)
    assert texts_of(story)["block:b0"] == "<p>Написано тем временем.</p>"
    assert (done.count, done.skipped) == (2, 1)


def test_text_that_is_too_long_for_its_place_is_left_out(anna, monkeypatch: pytest.MonkeyPatch) -> None:
    story = translate(make_source(1), "ru")

    class Wordy:
        name = "wordy"

        def translate(self, texts, source, target, *, is_html):
            return ["слово " * 100 if not html else None for html in is_html]

    monkeypatch.setattr("articles.translation.suggesting.engine_for", lambda *codes: Wordy())
    done = fill(record_of(story), by=anna)
    assert (done.count, done.skipped) == (0, 2)
    assert texts_of(story)["title"] == "The sea falls"


def test_other_script_of_a_language_comes_without_any_engine(anna, settings) -> None:
    settings.TRANSLATION_ENGINE = None
    story = translate(make_story("sr", title="Море не чека"), "sr-latn")
    assert fill(record_of(story), by=anna).engine == "script"
    assert texts_of(story)["title"] == "More ne čeka"
    with pytest.raises(LanguageNotOffered):
        fill(record_of(translate(make_source(1), "ru")), by=anna)


def test_who_may_not_edit_the_story_fills_nothing() -> None:
    for code in ("ru", "uk"):
        make_front_page(code)
    story = translate(make_source(1), "ru")
    stranger = make_user("olena", translators_of("uk"))
    with pytest.raises(PermissionDenied):
        fill(record_of(story), by=stranger)
    assert record_of(story).ways == {}


def test_story_that_another_holds_is_left_alone(anna) -> None:
    story = translate(make_source(1), "ru")
    ArticlePage.objects.filter(pk=story.pk).update(locked=True, locked_by=make_user("boris"))
    with pytest.raises(StoryIsLocked):
        fill(record_of(story), by=anna)


@pytest.mark.parametrize("failure", [EngineIsAway(), ValidationError("Too long.")])
def test_filling_in_the_background_tells_of_its_failure(
    failure, anna, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    story = translate(make_source(1), "ru")

    def away(*codes):
        raise failure

    monkeypatch.setattr("articles.translation.suggesting.engine_for", away)
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_all(record_of(story), by=anna)
    note = Notification.objects.get(kind=Notification.Kind.FAILED)
    assert (note.user, note.translation) == (anna, record_of(story))
    monkeypatch.setattr("articles.translation.suggesting.engine_for", choosing.engine_for)
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_all(record_of(story), by=anna)
    assert texts_of(story)["title"] == "[ru: The sea falls]"


def test_queries_do_not_grow_with_the_story(anna, django_assert_max_num_queries) -> None:
    short, long = (record_of(translate(make_source(count), "ru")) for count in (2, 40))
    for record in (short, long):
        row = Translation.objects.select_related("source", "story").get(pk=record.pk)
        content = row.story.get_latest_revision_as_object().serializable_data()
        with django_assert_max_num_queries(4):
            assert unwritten(row, content)


def test_single_text_is_suggested_and_remembered_and_nothing_is_written(anna) -> None:
    story = translate(make_source(1), "ru")
    before = texts_of(story)
    found = suggest(record_of(story), "block:b0", by=anna)
    assert (found.text, found.kind) == ("<p>[ru: Sentence number 0 stands here.]</p>", "paragraph")
    assert texts_of(story) == before
    story = write(story, edited(raw_body(story), "b0", "[ru: Sentence number 0 stands here.]"))
    ways = ways_in(record_of(story), story.get_latest_revision_as_object().serializable_data())
    assert ways["block:b0"] == Way.MACHINE


def test_only_texts_of_the_source_are_suggested_and_only_to_who_may_edit(anna, settings) -> None:
    record = record_of(translate(make_source(1), "ru"))
    for key in ("kicker", "block:forged", "credits", ""):
        with pytest.raises(UnitIsUnknown):
            suggest(record, key, by=anna)
    with pytest.raises(PermissionDenied):
        suggest(record, "title", by=make_user("olena", translators_of("uk")))
    settings.TRANSLATION_ENGINE = None
    with pytest.raises(LanguageNotOffered):
        suggest(record, "title", by=anna)
    assert Translation.objects.get(pk=record.pk).ways == {}
