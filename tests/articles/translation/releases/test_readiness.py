"""Tests of saying that a story may go: whose word counts, and for which version."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db.models import ProtectedError
from wagtail.models import Revision

from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.translation.models import ReleaseItem
from articles.translation.releases.confirming import cancel
from articles.translation.releases.opening import ReleaseIsOver
from articles.translation.releases.readiness import (
    StoryChangedMeanwhile,
    StoryIsUnfinished,
    mark_ready,
    take_back,
)
from newsroom.users.groups import translators_of, writers_of
from tests.articles.translation.releases.planned import drafts, editor, release_of
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db


def item_of(code: str = "fa") -> ReleaseItem:
    editor("en", "anna")
    (story,) = drafts(code)
    return release_of([story]).items.get()


def test_the_editor_of_its_language_pins_the_newest_version() -> None:
    item = item_of()
    marked = mark_ready(item, by=editor("fa", "darya"))
    assert (marked.is_ready, marked.revision, marked.ready_by.username) == (
        True,
        item.story.latest_revision,
        "darya",
    )
    back = take_back(item, by=editor("fa", "darya"))
    assert (back.is_ready, back.revision) == (False, None)


@pytest.mark.parametrize("group", ["editor elsewhere", "translator", "writer"])
def test_nobody_else_s_word_counts(group: str) -> None:
    item = item_of()
    editor("fa", "darya")
    person = {
        "editor elsewhere": lambda: editor("en", "anna"),
        "translator": lambda: make_user("mina", translators_of("fa")),
        "writer": lambda: make_user("reza", writers_of("fa")),
    }[group]()
    for deed in (mark_ready, take_back):
        with pytest.raises(PermissionDenied):
            deed(item, by=person)
    item.refresh_from_db()
    assert not item.is_ready


def test_an_administrator_may() -> None:
    assert mark_ready(item_of(), by=make_administrator()).is_ready


def test_a_translation_needs_a_second_person_where_its_desk_wants_one() -> None:
    item = item_of()
    darya = editor("fa", "darya")
    HomePage.objects.filter(slug="fa").update(second_person_publishes=True)
    (source,) = drafts("en", title="Its source")
    ArticlePage.objects.filter(pk=item.story_id).update(owner=darya, translated_from=source)
    with pytest.raises(PermissionDenied):
        mark_ready(item, by=darya)
    assert mark_ready(item, by=editor("fa", "omid")).is_ready


def test_a_version_that_the_person_has_not_seen_is_not_marked() -> None:
    item, darya = item_of(), editor("fa", "darya")
    seen = item.story.latest_revision_id
    story = ArticlePage.objects.get(pk=item.story_id)
    story.title = "Other words"
    story.save_revision()
    with pytest.raises(StoryChangedMeanwhile):
        mark_ready(item, by=darya, revision_id=seen)


def test_a_version_that_cannot_be_published_is_refused_with_the_reason() -> None:
    item, darya = item_of(), editor("fa", "darya")
    revision = item.story.latest_revision
    revision.content["title"] = ""
    revision.save()
    with pytest.raises(StoryIsUnfinished, match=r"."):
        mark_ready(item, by=darya)
    item.refresh_from_db()
    assert not item.is_ready


def test_nothing_is_ready_for_a_release_that_was_called_off() -> None:
    item = item_of()
    cancel(item.release, by=editor("en", "anna"))
    with pytest.raises(ReleaseIsOver):
        mark_ready(item, by=editor("fa", "darya"))


def test_the_pinned_version_is_kept_until_the_release_is_over() -> None:
    item, darya = item_of(), editor("fa", "darya")
    pinned = mark_ready(item, by=darya).revision
    ArticlePage.objects.get(pk=item.story_id).save_revision()
    call_command("purge_revisions", stdout=None, verbosity=0)
    assert Revision.objects.filter(pk=pinned.pk).exists()
    with pytest.raises(ProtectedError):
        Revision.objects.filter(pk=pinned.pk).delete()


def test_the_pinned_version_is_not_written_over_by_the_form_that_made_it() -> None:
    item, darya, tara = item_of(), editor("fa", "darya"), make_user("tara")
    version = ArticlePage.objects.get(pk=item.story_id)
    version.title = "Looked at"
    pinned = version.save_revision(user=tara)
    assert mark_ready(item, by=darya).revision == pinned
    later = ArticlePage.objects.get(pk=item.story_id).get_latest_revision_as_object()
    later.title = "Slipped in"
    later.save_revision(user=tara, overwrite_revision=pinned)
    pinned.refresh_from_db()
    assert pinned.content["title"] == "Looked at"


def test_a_draft_that_is_deleted_leaves_and_the_release_must_be_confirmed_again() -> None:
    item, darya = item_of(), editor("fa", "darya")
    mark_ready(item, by=darya)
    type(item.release).objects.update(is_confirmed=True)
    ArticlePage.objects.get(pk=item.story_id).delete()
    item.release.refresh_from_db()
    assert not item.release.items.exists()
    assert not item.release.is_confirmed
