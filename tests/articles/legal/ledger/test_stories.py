"""Tests of what the ledger says of pages, whatever publishes, unpublishes, moves or kills them."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Revision
from wagtail.signals import page_published

from articles.legal.ledger import stories
from articles.legal.ledger.canonical import canonical
from articles.legal.ledger.contents import kept_bytes
from articles.legal.models import LedgerEntry, PublicRevision
from articles.pages.article import ArticlePage
from articles.pages.founding import front_page, section
from articles.pages.publishing import publish_due
from newsroom.languages import LANGUAGES
from tests.factories import make_administrator, make_draft, make_front_page, make_story, make_user, publish_page
from tests.ledger import found
from tests.story_files import story_item, write_items

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def _told(page: Page) -> list[tuple[str, dict[str, Any]]]:
    """What the ledger says of the page, in order."""
    entries = LedgerEntry.objects.filter(subject=f"{page.specific_class._meta.label_lower}:{page.pk}")
    return [(entry.kind, json.loads(entry.data)) for entry in entries]


def _kinds(page: Page) -> list[str]:
    return [kind for kind, _ in _told(page)]


def _last(page: Page) -> LedgerEntry:
    return LedgerEntry.objects.filter(subject=f"{page.specific_class._meta.label_lower}:{page.pk}").latest("id")


def _shown(page: Page) -> list[tuple[str, int]]:
    """What readers see of it now: address and revision."""
    rows = PublicRevision.objects.filter(page=page, ceased_at=None)
    return list(rows.values_list("address", "revision_id"))


def _draft(**fields: Any) -> ArticlePage:
    """A draft, and a ledger that says nothing of it."""
    draft = make_draft(**fields)
    assert _told(draft) == []
    return draft


@pytest.mark.parametrize("code", LANGUAGES)
def test_publication_is_recorded_with_address_revision_and_content(code: str) -> None:
    story = publish_page(_draft(code=code, title=LANGUAGES[code].name))
    assert _told(story) == [(stories.PUBLISHED, {"address": story.url_path, "revision": story.live_revision_id})]
    entry = _last(story)
    kept = kept_bytes(entry.content_hash)
    assert kept == canonical(Revision.objects.get(pk=story.live_revision_id).content)
    assert json.loads(kept)["title"] == LANGUAGES[code].name
    assert _shown(story) == [(story.url_path, story.live_revision_id)]
    assert found() == []


def test_a_draft_and_its_changes_are_not_recorded() -> None:
    draft = _draft()
    draft.slug, draft.title = "another-slug", "Another headline"
    draft.save()
    draft.save_revision()
    draft.move(section("en", "culture"), pos="last-child")
    assert _told(draft) == []


def test_new_draft_of_a_live_story_is_not_recorded() -> None:
    story = publish_page(_draft())
    story.title = "New headline"
    story.save_revision()
    assert _kinds(story) == [stories.PUBLISHED]


def test_every_publication_is_recorded_and_ends_the_one_before() -> None:
    story = publish_page(_draft())
    first = story.live_revision_id
    story.title = "New headline"
    story = publish_page(story)
    assert [data["revision"] for _, data in _told(story)] == [first, story.live_revision_id]
    assert _shown(story) == [(story.url_path, story.live_revision_id)]
    ended, begun = PublicRevision.objects.filter(page=story).order_by("pk")
    assert ended.ceased_at == begun.became_public_at == _last(story).at


def test_same_revision_published_again_is_recorded_again() -> None:
    story = publish_page(_draft())
    story.live_revision.publish()
    assert _kinds(story) == [stories.PUBLISHED] * 2


def test_unpublication_is_recorded_with_what_readers_saw_last() -> None:
    story = publish_page(_draft())
    revision, content_hash = story.live_revision_id, _last(story).content_hash
    story.unpublish()
    assert _told(story)[-1] == (stories.UNPUBLISHED, {"address": story.url_path, "revision": revision})
    assert _last(story).content_hash == content_hash
    assert _shown(story) == []
    story.unpublish()
    assert _kinds(story) == [stories.PUBLISHED, stories.UNPUBLISHED]


def test_move_is_recorded_with_both_addresses() -> None:
    story = publish_page(_draft())
    revision, content_hash = story.live_revision_id, _last(story).content_hash
    story.move(section("en", "culture"), pos="last-child")
    addresses = {"address": "/en/culture/a-story/", "address_before": "/en/world/a-story/"}
    assert _told(story)[-1] == (stories.MOVED, {**addresses, "revision": revision})
    assert _last(story).content_hash == content_hash
    assert _shown(story) == [("/en/culture/a-story/", revision)]


def test_new_slug_of_a_live_story_is_a_move_and_a_publication() -> None:
    story = publish_page(_draft())
    story.slug = "new-slug"
    story = publish_page(story)
    assert _kinds(story) == [stories.PUBLISHED, stories.MOVED, stories.PUBLISHED]
    assert _shown(story) == [("/en/world/new-slug/", story.live_revision_id)]


def test_another_place_among_neighbours_is_no_move() -> None:
    story = publish_page(_draft())
    other = publish_page(_draft(title="Other"))
    other.move(story, pos="left")
    assert _kinds(other) == [stories.PUBLISHED]


def test_move_of_a_section_is_recorded_for_every_page_below_that_was_public() -> None:
    story, draft = publish_page(_draft()), _draft(title="Draft")
    gone = publish_page(_draft(title="Gone"))
    gone.unpublish()
    place = story.get_parent().specific
    place.slug = "planet"
    publish_page(place)
    assert _told(story)[-1][1]["address"] == "/en/planet/a-story/"
    assert _told(gone)[-1][1]["address_before"] == "/en/world/gone/"
    assert _kinds(draft) == []
    assert stories.MOVED in _kinds(place)
    assert ArticlePage.objects.get(pk=story.pk).url_path == "/en/planet/a-story/"
    assert _shown(story) == [("/en/planet/a-story/", story.live_revision_id)]
    assert _shown(gone) == []
    assert found() == []


def test_moving_many_pages_takes_as_many_queries_as_moving_few() -> None:
    def queries(before: str, after: str) -> int:
        place = section("en", before)
        place.slug = after
        with CaptureQueriesContext(connection) as captured:
            place.save()
        return len(captured)

    make_story(title="One")
    few = queries("world", "planet")
    for number in range(5):
        make_story(title=f"Story {number}", section_slug="planet")
    assert queries("planet", "earth") == few
    assert LedgerEntry.objects.filter(kind=stories.MOVED).count() == 2 + 7


def test_sections_and_front_pages_are_recorded_too() -> None:
    home, place = front_page("fa"), section("fa", "world")
    assert _told(home) == [(stories.PUBLISHED, {"address": "/fa/", "revision": home.live_revision_id})]
    assert [data["address"] for _, data in _told(place)] == ["/fa/world/"]


def test_page_that_is_live_without_a_revision_stands_for_itself() -> None:
    story = make_story(publish=False, title="Straight away")
    assert _told(story) == [(stories.PUBLISHED, {"address": story.url_path, "revision": None})]
    kept = kept_bytes(_last(story).content_hash)
    assert kept is not None
    assert json.loads(kept)["title"] == "Straight away"
    story.unpublish()
    assert _kinds(story) == [stories.PUBLISHED, stories.UNPUBLISHED]


def test_live_copy_is_recorded_as_a_page_of_its_own() -> None:
    story = publish_page(_draft())
    copy = story.copy(update_attrs={"slug": "copy"})
    assert _told(copy)[-1] == (stories.PUBLISHED, {"address": copy.url_path, "revision": copy.live_revision_id})
    assert _shown(copy) == [(copy.url_path, copy.live_revision_id)]


def test_translation_is_a_draft_and_not_recorded() -> None:
    story = publish_page(_draft())
    section("ru", "world")
    copy = story.copy_for_translation(Locale.objects.get(language_code="ru"))
    assert _told(copy) == []


def test_who_acts_is_named_when_code_says_so() -> None:
    writer, editor, chief = make_user("writer"), make_user("editor"), make_user("chief")
    story = _draft()
    revision = story.save_revision(user=writer)
    revision.publish(user=editor, skip_permission_checks=True)
    assert _last(story).staff_id == editor.pk
    story = ArticlePage.objects.get(pk=story.pk)
    chief.is_superuser = True
    chief.save()
    story.move(section("en", "culture"), pos="last-child", user=chief)
    assert _last(story).staff_id == chief.pk
    ArticlePage.objects.get(pk=story.pk).unpublish(user=chief)
    assert _last(story).staff_id == chief.pk


def test_of_what_nobody_publishes_the_writer_is_named() -> None:
    writer, story = make_user("writer"), _draft()
    story.save_revision(user=writer).publish()
    assert _last(story).staff_id == writer.pk
    ArticlePage.objects.get(pk=story.pk).unpublish()
    assert _last(story).staff_id is None


def test_everything_in_the_admin_is_recorded_with_who_did_it(client: Client) -> None:
    administrator = make_administrator()
    client.force_login(administrator)
    story, culture = _draft(), section("en", "culture")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={story.pk}")
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[story.pk, culture.pk]))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[story.pk]))
    assert _kinds(story) == [stories.PUBLISHED, stories.MOVED, stories.UNPUBLISHED]
    staff = LedgerEntry.objects.filter(subject=stories.subject_of(story)).values_list("staff_id", flat=True)
    assert list(staff) == [administrator.pk] * 3


def test_scheduled_story_is_recorded_when_it_is_published_and_when_it_expires() -> None:
    story = _draft()
    story.go_live_at, story.expire_at = timezone.now() + HOUR, timezone.now() + 3 * HOUR
    publish_page(story)
    assert _told(story) == []
    for after, kinds in ((2, [stories.PUBLISHED]), (4, [stories.PUBLISHED, stories.UNPUBLISHED])):
        with time_machine.travel(timezone.now() + after * HOUR, tick=False):
            publish_due()
        assert _kinds(story) == kinds


def test_import_is_recorded_and_a_cancelled_story_is_killed(tmp_path: Path) -> None:
    path = write_items(tmp_path, story_item(uri="urn:1"))
    call_command("import_stories", "--publish", str(path))
    story = ArticlePage.objects.get(uri="urn:1")
    revision, content_hash = story.live_revision_id, _last(story).content_hash
    for version in ("2", "3"):
        write_items(tmp_path, story_item(uri="urn:1", version=version, pubStatus="canceled"))
        call_command("import_stories", "--publish", str(path))
    assert _kinds(story) == [stories.PUBLISHED, stories.KILLED, stories.UNPUBLISHED]
    kill = LedgerEntry.objects.get(kind=stories.KILLED)
    assert json.loads(kill.data) == {"address": story.url_path, "revision": revision}
    assert kill.content_hash == content_hash
    assert _shown(story) == []


def test_refused_import_leaves_no_entry(tmp_path: Path) -> None:
    before = LedgerEntry.objects.count()
    path = write_items(tmp_path, story_item(uri="urn:1"), story_item(uri="urn:2", language="xx"))
    with pytest.raises(Exception, match="Nothing was imported"):
        call_command("import_stories", "--publish", str(path))
    assert LedgerEntry.objects.count() == before


def test_publication_that_is_rolled_back_leaves_no_entry() -> None:
    story = _draft()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish_page(story)
        raise ZeroDivisionError
    assert _told(story) == []
    assert _shown(story) == []
    assert found() == []


@pytest.mark.parametrize("action", ["publish", "unpublish", "move"])
def test_nothing_happens_when_its_entry_cannot_be_written(action: str) -> None:
    """The entry belongs to the transaction that saves the page's row, whoever opened it."""
    story = publish_page(_draft()) if action != "publish" else _draft()
    culture = section("en", "culture")
    told: list[str] = []

    def tell(**kwargs: Any) -> None:
        told.append("published")

    acts = {
        "publish": story.get_latest_revision().publish,
        "unpublish": story.unpublish,
        "move": lambda: story.move(culture, pos="last-child"),
    }
    columns = ("live", "url_path", "path", "first_published_at", "live_revision")
    before = Page.objects.filter(pk=story.pk).values(*columns).get()
    page_published.connect(tell)
    try:
        with connection.cursor() as cursor, transaction.atomic():
            cursor.execute("ALTER TABLE articles_ledgerentry RENAME TO hidden_for_a_moment")
            with pytest.raises(DatabaseError), transaction.atomic():
                acts[action]()
            cursor.execute("ALTER TABLE hidden_for_a_moment RENAME TO articles_ledgerentry")
    finally:
        page_published.disconnect(tell)
    assert Page.objects.filter(pk=story.pk).values(*columns).get() == before
    assert told == []


def test_publishing_takes_a_handful_of_queries_more() -> None:
    story = make_front_page()
    with CaptureQueriesContext(connection) as captured:
        story.save_revision().publish()
    tables = ("articles_ledgerentry", "articles_keptcontent", "articles_publicrevision", "pg_advisory")
    ours = [query["sql"] for query in captured if any(table in query["sql"] for table in tables)]
    assert len(ours) <= 7


def test_saving_a_draft_takes_no_query_more() -> None:
    draft = _draft()
    with CaptureQueriesContext(connection) as captured:
        stories.remember(draft, frozenset({"draft_title", "latest_revision"}))
        stories.record(draft, frozenset({"draft_title", "latest_revision"}))
    assert len(captured) == 0


def test_public_revisions_are_not_purged() -> None:
    story = publish_page(_draft())
    first = story.live_revision_id
    for title in ("Draft", "Published", "Last"):
        story.title = title
        revision = story.save_revision()
        if title == "Published":
            revision.publish()
            story = ArticlePage.objects.get(pk=story.pk)
    call_command("purge_revisions", verbosity=0)
    kept = set(Revision.page_revisions.filter(object_id=str(story.pk)).values_list("pk", flat=True))
    assert kept == {first, story.live_revision_id, revision.pk}
    assert set(PublicRevision.objects.filter(page=story).values_list("revision_id", flat=True)) <= kept
