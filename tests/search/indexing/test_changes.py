"""Tests of what the indexes hear of: each change writes its rows in its own transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from articles.credits.withholding import restore_name, withhold_name
from articles.pages.article import ArticlePage
from articles.pages.founding import section
from articles.pages.publishing import publish_due
from media.models import CaptionTrack
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from search.indexing.changes import tell_of_all
from tests.factories import (
    erase,
    make_administrator,
    make_agency,
    make_correspondent,
    make_draft,
    make_place,
    make_story,
    make_video,
    publish_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _configured(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"


def told_by(deed: Callable[[], object]) -> set[str]:
    """The keys that a deed leaves in the outbox, when it had been empty."""
    Message.objects.all().delete()
    deed()
    assert set(Message.objects.values_list("destination", flat=True)) <= {"search"}
    return set(Message.objects.values_list("key", flat=True))


def key(story: Page) -> str:
    return f"{story.url_path.split('/')[1]}:{story.pk}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_publication_is_told_of_in_every_language(code: str) -> None:
    story = make_draft(code)
    assert told_by(lambda: publish_page(story)) == {f"{code}:{story.pk}"}


def test_nothing_is_written_without_elasticsearch(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = ""
    story = make_story()
    assert told_by(story.unpublish) == set()


def test_row_goes_with_its_transaction() -> None:
    story = make_story()

    def taken_back() -> None:
        with transaction.atomic():
            ArticlePage.objects.get(pk=story.pk).unpublish()
            transaction.set_rollback(True)

    assert told_by(taken_back) == set()


def test_unpublication_kill_and_deletion_are_told_of() -> None:
    story, killed, draft = make_story(), make_story(title="Other"), make_draft(title="Third")
    assert told_by(story.unpublish) == {key(story)}
    killed.killed_at = timezone.now()
    assert told_by(lambda: killed.save(update_fields=["killed_at"])) == {key(killed)}
    assert told_by(draft.delete) == {key(draft)}


def test_draft_and_its_revisions_are_not_told_of() -> None:
    story, draft = make_story(), make_draft(title="Draft")
    story.title = "Changed"
    assert told_by(story.save_revision) == set()
    assert told_by(draft.save) == set()


def test_moved_story_is_told_of() -> None:
    story, culture = make_story(), section("en", "culture", "Culture")
    assert told_by(lambda: story.move(culture, pos="last-child")) == {key(story)}


def test_changed_address_of_a_section_is_told_of_all_its_stories_and_of_no_other() -> None:
    stories = [make_story(title="One"), make_draft(title="Two")]
    make_story(title="Elsewhere", section_slug="culture")
    world = section("en", "world", "World")
    world.introduction = "New words"
    assert told_by(world.save) == set()
    world.slug = "planet"
    assert told_by(world.save) == {key(story) for story in stories}


def test_section_published_with_another_slug_is_told_of() -> None:
    story, world = make_story(), section("en", "world", "World")
    world.slug = "planet"
    assert told_by(lambda: publish_page(world)) == {key(story)}


def test_new_name_of_a_party_or_place_is_told_of_its_stories() -> None:
    person, agency, place, other = make_correspondent(), make_agency(), make_place(), make_agency("AFP")
    credits = [{"correspondent": person, "place": place}, {"agency": agency}]
    story = make_story(credits=credits)
    make_story(title="Of another", credits=[{"agency": other}])
    for named in (person, agency, place):
        assert told_by(named.save) == set()
        named.names = {"en": "Another name"}
        assert told_by(named.save) == {key(story)}


def test_withheld_and_restored_name_is_told_of() -> None:
    person, admin = make_correspondent(), make_administrator()
    story = make_story(credits=[{"correspondent": person}])
    assert told_by(lambda: withhold_name(person, by=admin, reason="danger")) == {key(story)}
    assert told_by(lambda: restore_name(person, by=admin, reason="safe")) == {key(story)}


def test_place_of_a_story_is_told_of_when_it_changes_or_goes() -> None:
    place = make_place()
    story = make_story(place=place)
    place.name = "Elsewhere"
    assert told_by(place.save) == {key(story)}
    assert told_by(place.delete) == {key(story)}


def test_renamed_and_deleted_tag_is_told_of() -> None:
    story = make_story(publish=False)
    story.tags.add("Water")
    story.save()
    publish_page(story)
    tag = story.tags.get()
    tag.name = "Waters"
    assert told_by(tag.save) == {key(story)}
    assert told_by(tag.delete) == {key(story)}


def test_what_is_said_in_a_video_is_told_of_the_stories_that_show_it() -> None:
    video, other = make_video(), make_video()
    story = make_story(body=[{"type": "video", "value": {"video": video.pk, "title": "T"}}])
    make_story(title="Another", body=[{"type": "video", "value": {"video": other.pk, "title": "T"}}])
    track = video.tracks.get()
    assert told_by(track.save) == set()
    track.transcript = "Other words."
    assert told_by(track.save) == {key(story)}
    new = CaptionTrack(video=video, language="ru", transcript="Слова", sort_order=2)
    assert told_by(new.save) == {key(story)}
    assert told_by(new.delete) == {key(story)}
    assert told_by(video.delete) == {key(story)}


def test_scheduled_publication_and_expiry_are_told_of() -> None:
    draft, expiring = make_draft(), make_story(title="Expires")
    moment = timezone.now() - timedelta(minutes=1)
    draft.go_live_at = moment
    draft.save_revision(approved_go_live_at=moment)
    Page.objects.filter(pk=expiring.pk).update(expire_at=moment)
    assert told_by(publish_due) == {key(draft), key(expiring)}


def test_story_taken_away_with_its_section_is_told_of() -> None:
    story = make_draft()
    assert key(story) in told_by(lambda: erase(story.get_parent()))


def test_times_of_a_publication_are_told_of_with_them() -> None:
    story = make_draft()
    with CaptureQueriesContext(connection) as queries:
        publish_page(story)
    noted = next(
        n
        for n, q in enumerate(queries)
        if 'UPDATE "articles_articlepage"' in q["sql"] and '"updated_at"' in q["sql"] and '"kicker"' not in q["sql"]
    )
    assert any('INSERT INTO "outbox_message"' in query["sql"] for query in queries.captured_queries[noted:])


def test_publication_costs_few_queries_more(settings: Any) -> None:
    story, other = make_draft(), make_draft(title="Other")
    with CaptureQueriesContext(connection) as with_search:
        publish_page(story)
    settings.ELASTICSEARCH_URL = ""
    with CaptureQueriesContext(connection) as without:
        publish_page(other)
    assert len(with_search) - len(without) <= 6


def test_many_stories_are_told_of_in_few_statements() -> None:
    pages = [make_draft(title=f"Story {n}") for n in range(12)]
    Message.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        tell_of_all(ArticlePage.objects.all())
    assert len(queries) <= 5
    assert set(Message.objects.values_list("key", flat=True)) == {key(page) for page in pages}
