"""Tests of the document of a story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.pages.article import ArticlePage
from media.models import CaptionTrack
from newsroom.languages import LANGUAGES
from search.conflation.table import stems_of_text
from search.documents import document, documents, tombstone
from search.mapping import mapping
from search.names import place_key
from search.sounds import sound, sounds_of_text
from tests.factories import (
    erase,
    make_agency,
    make_correspondent,
    make_place,
    make_story,
    make_video,
    publish_page,
)

pytestmark = pytest.mark.django_db
PARAGRAPH = {"type": "paragraph", "value": "<p>Five countries share <i>the sea</i> near Aktau.</p>"}
DEAD = {"page", "story", "language", "live"}


def full_story(code: str = "en", **fields: Any) -> ArticlePage:
    baku = make_place("Baku", names={"ru": "Баку"})
    credits = [
        {"correspondent": make_correspondent("Mike Eckel", names={"ru": "Майк Эккель"}), "place": baku},
        {"agency": make_agency("Reuters", names={"ru": "Рейтер"})},
    ]
    video = {"type": "video", "value": {"video": make_video().pk, "title": "The shore", "caption": "Filmed"}}
    values: dict[str, Any] = {
        "title": "Headline", "kicker": "Kicker", "standfirst": "Standfirst", "lead_caption": "Boats",
        "place": make_place("Aktau"), "body": [PARAGRAPH, video], "credits": credits,
    }  # fmt: skip
    story = make_story(code, publish=False, **(values | fields))
    story.tags.add("Water")
    story.save()
    return publish_page(story)


def test_document_holds_what_readers_read() -> None:
    story = full_story()
    made = document(story)
    assert made["headline"] == "Headline"
    assert made["body"] == "Five countries share the sea near Aktau."
    assert made["captions"].split("\n") == ["Boats", "Filmed"]
    assert made["videos"].split("\n") == ["The shore", "Words are said."]
    assert set(made["names"].split("\n")) == {"Mike Eckel", "Reuters", "Aktau", "Baku", "Water"}
    assert (made["live"], made["has_video"], made["section"]) == (True, True, "world")
    assert made["section_story"] == str(story.get_parent().translation_key)
    assert (made["page"], made["uri"], made["story"]) == (story.pk, story.uri, str(story.translation_key))
    assert made["revision"] == story.live_revision_id
    assert made["tags"] == ["water"]
    assert made["agencies"] == ["reuters"]
    assert made["people"] == [story.credits.first().correspondent.key]
    assert made["places"] == [place_key(story.place.uri), place_key(story.credits.first().place.uri)]
    assert made["published_at"] == story.published_at.isoformat()


def test_document_has_no_field_that_the_mapping_lacks() -> None:
    made, properties = document(full_story()), mapping()["properties"]
    assert set(made) == set(properties)
    assert set(made["stems"]) == set(properties["stems"]["properties"])
    assert set(tombstone(1, "en", "x")) <= set(properties)


@pytest.mark.parametrize("code", LANGUAGES)
def test_stems_and_names_are_of_the_story_s_language(code: str) -> None:
    made = document(full_story(code))
    assert made["language"] == code
    assert made["stems"]["headline"] == stems_of_text(code, "Headline")
    assert made["stems"]["text"] == stems_of_text(code, "\n".join([made["body"], made["captions"], made["videos"]]))
    assert set(sound("Aktau").split()) <= set(made["sounds"].split())


def test_names_stand_in_the_language_or_its_fallback() -> None:
    assert {"Майк Эккель", "Рейтер", "Баку"} <= set(document(full_story("ru"))["names"].split("\n"))
    assert "Майк Эккель" in document(full_story("ba", title="Other"))["names"]


def test_words_that_cannot_be_names_have_no_sound_where_there_are_capitals() -> None:
    made = document(make_story("en", title="Sea", body=[PARAGRAPH]))
    assert set(made["sounds"].split()) == set(sounds_of_text("Sea Five Aktau", "en").split())
    in_georgian = document(make_story("ka", title="Sea", body=[PARAGRAPH]))["sounds"]
    assert set(sound("countries").split()) <= set(in_georgian.split())
    assert set(sound("countries").split()).isdisjoint(made["sounds"].split())


def test_name_is_kept_by_the_sound_of_its_stems_too() -> None:
    made = document(make_story("ru", title="С Тиллерсоном"))
    assert set(sound("Tillerson").split()) & set(made["sounds"].split())


def test_withheld_name_is_nowhere_in_the_document() -> None:
    person = make_correspondent("Anna Hidden", withheld_at=timezone.now())
    made = document(make_story("en", credits=[{"correspondent": person, "place": make_place("Minsk")}]))
    assert made["people"] == []
    assert "Hidden" not in str(made)
    assert "hidden" not in str(made)
    assert "Minsk" in made["names"]


def test_draft_killed_and_unpublished_stories_are_tombstones() -> None:
    never = make_story(publish=False, live=False)
    killed = full_story(title="Killed")
    ArticlePage.objects.filter(pk=killed.pk).update(killed_at=timezone.now())
    taken_off = full_story(title="Taken off")
    taken_off.unpublish()
    for made in documents([never.pk, killed.pk, taken_off.pk]).values():
        assert set(made) == DEAD
        assert made["live"] is False


def test_embargoed_story_says_until_when() -> None:
    end = datetime(2040, 1, 1, tzinfo=UTC)
    assert document(make_story(embargo_until=end))["embargo_until"] == end.isoformat()


def test_draft_of_a_published_story_does_not_enter() -> None:
    story = full_story()
    before = document(story)
    story.title = "Secret plan"
    story.save_revision()
    assert document(story) == before


def test_story_that_is_gone_has_no_document() -> None:
    story = make_story()
    page = story.pk
    erase(story)
    assert documents([page, 10**12]) == {}


def test_words_of_a_video_are_those_that_the_page_shows() -> None:
    video = make_video()
    block = {"type": "video", "value": {"video": video.pk, "title": "T"}}
    CaptionTrack.objects.create(
        video=video, language="ru", captions="WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna>Слова\n", sort_order=2
    )
    assert "Words are said." in document(make_story("en", body=[block]))["videos"]
    assert document(make_story("ru", body=[block]))["videos"] == "T\nСлова"
    assert "Слова" in document(make_story("kk", body=[block]))["videos"]


def test_story_with_a_deleted_video_has_none() -> None:
    video = make_video()
    story = make_story(body=[{"type": "video", "value": {"video": video.pk, "title": "T"}}])
    video.delete()
    assert document(story)["has_video"] is False


def test_digest_changes_with_what_the_document_is_made_of_and_with_nothing_else() -> None:
    story, neighbour = full_story(), make_story(title="Neighbour")
    first = document(story)["digest"]
    neighbour.move(story.get_parent(), pos="first-child")
    assert document(story)["digest"] == first
    person = story.credits.first().correspondent
    person.name = "Mike Other"
    person.save()
    second = document(story)["digest"]
    assert second != first
    ArticlePage.objects.filter(pk=story.pk).update(updated_at=timezone.now() + timedelta(days=1))
    assert document(story)["digest"] != second


def test_queries_do_not_grow_with_the_stories(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    pages = [full_story(title=f"Story {n}").pk for n in range(2)]
    few = 8
    with django_assert_num_queries(few):
        documents(pages[:1])
    pages += [full_story(code, title="Another").pk for code in ("ru", "fa", "ka")]
    with django_assert_num_queries(few):
        documents(pages)
