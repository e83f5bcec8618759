"""Tests of publication: its times, what is due, and the files that follow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command, get_commands, load_command_class
from django.test import TestCase
from django.utils import timezone
from wagtail.signals import page_published

from articles.management.commands.publish_due import Command as PublishDue
from articles.pages.article import ArticlePage
from articles.pages.founding import section
from articles.pages.publishing import LOOK_BACK, publish_due
from media.models import Picture, PublicUse
from media.storage import public_storage
from tests.factories import erase, make_draft, make_front_page, make_picture, make_story, publish_page

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _public_files(picture: Picture) -> list[str]:
    try:
        return sorted(public_storage().listdir(f"pictures/{picture.token}")[1])
    except FileNotFoundError:
        return []


def _again(story: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=story.pk)


def _scheduled(go_live_at: datetime, **fields: object) -> ArticlePage:
    story = make_draft(**fields)
    story.go_live_at = go_live_at
    published: ArticlePage = publish_page(story)
    assert not published.live
    return published


def _due(after: timedelta = timedelta()) -> list[int]:
    """What a worker publishes or unpublishes that comes by after some time."""
    with time_machine.travel(timezone.now() + after, tick=False), TestCase.captureOnCommitCallbacks(execute=True):
        return [page.pk for page in publish_due()]


def test_scheduled_story_is_published_when_its_time_comes_and_not_before() -> None:
    story = _scheduled(timezone.now() + HOUR)
    assert _due() == []
    assert not _again(story).live
    assert _again(story).published_at is None
    assert _due(after=2 * HOUR) == [story.pk]
    story = _again(story)
    assert story.is_visible
    assert story.go_live_at is not None
    assert story.published_at is not None
    assert story.published_at >= story.go_live_at


def test_scheduled_story_is_not_published_before_its_embargo_ends() -> None:
    story = _scheduled(timezone.now() + HOUR, embargo_until=timezone.now() + 3 * HOUR)
    assert _due(after=2 * HOUR) == []
    assert not _again(story).live
    assert _due(after=4 * HOUR) == [story.pk]
    assert _again(story).live


def test_scheduled_new_text_of_a_live_story_replaces_the_old_one() -> None:
    story = make_story(title="Old headline")
    story.title, story.go_live_at = "New headline", timezone.now() + HOUR
    publish_page(story)
    assert _again(story).title == "Old headline"
    assert _due(after=2 * HOUR) == [story.pk]
    assert _again(story).title == "New headline"


def test_second_run_publishes_nothing_again() -> None:
    story = _scheduled(timezone.now() + HOUR)
    assert _due(after=2 * HOUR) == [story.pk]
    first = _again(story)
    assert _due(after=3 * HOUR) == []
    assert _again(story).updated_at == first.updated_at
    assert _again(story).live_revision_id == first.live_revision_id


def test_run_that_finds_the_revision_published_meanwhile_passes_it_over() -> None:
    """The other run comes in while this one publishes the first of two."""
    first, second = (_scheduled(timezone.now() + HOUR, title=title) for title in ("First", "Second"))
    other_run: list[int] = []

    def interrupt(**kwargs: object) -> None:
        page_published.disconnect(interrupt)
        other_run.extend(page.pk for page in publish_due())

    page_published.connect(interrupt)
    assert _due(after=2 * HOUR) == [first.pk]
    assert other_run == [second.pk]


def test_expired_story_is_unpublished() -> None:
    picture = make_picture()
    story = make_story(expire_at=timezone.now() + HOUR, lead_picture=picture)
    assert _due() == []
    assert _public_files(picture)
    assert _due(after=2 * HOUR) == [story.pk]
    assert not _again(story).live
    assert _again(story).expired
    assert _public_files(picture) == []
    assert _due(after=2 * HOUR) == []


def test_end_of_an_embargo_makes_the_files_public() -> None:
    picture = make_picture()
    make_story(embargo_until=timezone.now() + HOUR, lead_picture=picture)
    _due()
    assert _public_files(picture) == []
    _due(after=2 * HOUR)
    assert _public_files(picture)


def test_embargo_that_ended_while_the_worker_was_away_is_found() -> None:
    picture = make_picture()
    make_story(embargo_until=timezone.now() + HOUR, lead_picture=picture)
    _due(after=LOOK_BACK)
    assert _public_files(picture)


def test_both_commands_are_ours_and_name_what_they_published() -> None:
    story = _scheduled(timezone.now() + HOUR, embargo_until=timezone.now() + 3 * HOUR)
    for name in ("publish_due", "publish_scheduled"):
        assert isinstance(load_command_class(get_commands()[name], name), PublishDue)
    with time_machine.travel(timezone.now() + 2 * HOUR, tick=False):
        call_command("publish_scheduled", stdout=(said := StringIO()))
        assert said.getvalue() == ""
    with time_machine.travel(timezone.now() + 4 * HOUR, tick=False):
        call_command("publish_due", stdout=(said := StringIO()))
    assert said.getvalue() == f"{story.url_path}\n"


def test_first_publication_is_kept_and_every_publication_updates() -> None:
    with time_machine.travel(NOON, tick=False):
        story = make_story()
    assert (story.published_at, story.updated_at) == (NOON, NOON)
    assert not story.was_updated
    with time_machine.travel(NOON + HOUR, tick=False):
        story = publish_page(story)
    assert (story.published_at, story.updated_at) == (NOON, NOON + HOUR)
    assert story.was_updated


def test_embargoed_story_is_first_published_when_its_embargo_ends() -> None:
    with time_machine.travel(NOON, tick=False):
        story = make_story(embargo_until=NOON + HOUR)
    assert (story.published_at, story.updated_at) == (NOON + HOUR, NOON + HOUR)


def test_draft_has_no_times() -> None:
    story = make_draft()
    assert (story.published_at, story.updated_at) == (None, None)


def test_saving_a_draft_of_a_live_story_changes_neither_times_nor_files() -> None:
    shown, chosen = make_picture(), make_picture()
    with time_machine.travel(NOON, tick=False):
        story = make_story(lead_picture=shown)
    with TestCase.captureOnCommitCallbacks(execute=True):
        story.lead_picture = chosen
        story.save_revision()
    assert _again(story).updated_at == NOON
    assert _public_files(shown)
    assert _public_files(chosen) == []


def test_files_follow_publication_and_its_end() -> None:
    picture = make_picture()
    story = make_draft(lead_picture=picture)
    assert _public_files(picture) == []
    story = publish_page(story)
    assert _public_files(picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        story.unpublish()
    assert _public_files(picture) == []
    assert not PublicUse.objects.exists()


def test_files_follow_a_change_of_pictures() -> None:
    old, new = make_picture(), make_picture()
    story = make_story(lead_picture=old)
    story.lead_picture = new
    publish_page(story)
    assert _public_files(old) == []
    assert _public_files(new)


def test_files_go_with_a_deleted_story() -> None:
    picture = make_picture()
    story = make_story(lead_picture=picture)
    erase(story)
    assert _public_files(picture) == []


def test_files_go_with_a_deleted_section() -> None:
    picture = make_picture()
    story = make_story(lead_picture=picture)
    erase(story.get_parent())
    assert not ArticlePage.objects.exists()
    assert _public_files(picture) == []


def test_files_go_with_the_stories_of_an_unpublished_section() -> None:
    picture = make_picture()
    story = make_story(lead_picture=picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        for page in story.get_parent().get_descendants(inclusive=True).specific():
            page.unpublish()
    assert _public_files(picture) == []


def test_files_stay_with_a_story_that_is_moved() -> None:
    picture = make_picture()
    story = make_story(lead_picture=picture)
    before = _public_files(picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        story.move(section("en", "culture"), pos="last-child")
    assert _again(story).url_path == "/en/culture/a-story/"
    assert _public_files(picture) == before


def test_copy_of_a_story_is_a_draft_without_public_files() -> None:
    picture = make_picture()
    story = make_story(lead_picture=picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        copy = story.copy(update_attrs={"slug": "copy"}, keep_live=False)
        story.unpublish()
    assert not copy.live
    assert _public_files(picture) == []


def test_live_copy_of_a_story_shows_its_pictures_by_itself() -> None:
    picture = make_picture()
    story = make_story(lead_picture=picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        copy = story.copy(update_attrs={"slug": "copy"})
        story.unpublish()
    assert _again(copy).live
    assert _again(copy).published_at is not None
    assert _public_files(picture)


def test_picture_of_the_box_about_the_organisation_is_public_with_its_front_page() -> None:
    picture = make_picture()
    home = make_front_page(about_heading="About us", about_picture=picture)
    assert _public_files(picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        home.unpublish()
    assert _public_files(picture) == []


def test_going_back_to_an_old_revision_brings_its_words_and_none_of_the_facts() -> None:
    with time_machine.travel(NOON, tick=False):
        story = make_draft(title="First words")
        old = story.latest_revision
        story.title = "Second words"
        story = publish_page(story)
    ArticlePage.objects.filter(pk=story.pk).update(killed_at=NOON, uri="urn:example:story", import_version=7)
    story = _again(story)
    with time_machine.travel(NOON + HOUR, tick=False):
        story = publish_page(old.as_object())
    assert story.title == "First words"
    assert story.published_at == NOON
    assert story.killed_at == NOON
    assert story.uri == "urn:example:story"
    assert story.import_version == 7
    assert not story.is_visible
