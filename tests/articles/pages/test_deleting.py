"""Tests of what may be deleted."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from articles.pages.founding import section
from tests.factories import make_administrator, make_draft, make_front_page, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> Client:
    """A client of somebody who may delete everything that may be deleted."""
    client.force_login(make_administrator())
    return client


def _exists(page: Page) -> bool:
    return Page.objects.filter(pk=page.pk).exists()


def _delete(client: Client, page: Page) -> str:
    """The messages that a person reads after asking for the deletion on its screen."""
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    return client.post(address, {"confirm_site_name": "Newsroom"}, follow=True).content.decode()


def _delete_in_bulk(client: Client, *pages: Page) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    chosen = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{chosen}", {"confirm_site_name": "Newsroom"}, follow=True).content.decode()


def test_a_story_that_was_never_public_can_be_deleted(administrator: Client) -> None:
    story = make_draft()
    _delete(administrator, story)
    assert not _exists(story)


def test_a_story_that_was_public_is_kept_with_a_clear_message(administrator: Client) -> None:
    story = make_story(title="Ferry <b>leaves</b>")
    story.unpublish()
    answer = _delete(administrator, story)
    assert _exists(story)
    assert "cannot be deleted" in answer
    assert "Ferry &lt;b&gt;leaves" in answer
    assert "<b>leaves" not in answer


def test_its_screen_is_not_shown_either(administrator: Client) -> None:
    story = make_story()
    answer = administrator.get(reverse("wagtailadmin_pages:delete", args=[story.pk]), follow=True)
    assert "cannot be deleted" in answer.content.decode()


def test_a_draft_that_was_translated_from_is_kept(administrator: Client) -> None:
    source = make_draft()
    section("ru", "world")
    source.copy_for_translation(Locale.objects.get(language_code="ru"))
    assert "cannot be deleted" in _delete(administrator, source)
    assert _exists(source)


def test_a_section_with_a_story_that_was_public_is_kept(administrator: Client) -> None:
    story = make_story()
    assert "cannot be deleted" in _delete(administrator, story.get_parent())
    assert _exists(story)


def test_many_are_kept_when_one_must_be(administrator: Client) -> None:
    draft, story = make_draft(), make_story()
    assert "cannot be deleted" in _delete_in_bulk(administrator, draft, story)
    assert _exists(draft)
    assert _exists(story)


def test_many_drafts_can_be_deleted_at_once(administrator: Client) -> None:
    first, second = make_draft(), make_draft()
    _delete_in_bulk(administrator, first, second)
    assert not _exists(first)
    assert not _exists(second)


@pytest.mark.parametrize("make", [make_story, make_front_page])
def test_no_other_door_deletes_what_was_public(make: object) -> None:
    page = make()  # type: ignore[operator]
    with pytest.raises(ProtectedError), transaction.atomic():
        page.delete()
    assert _exists(page)


def test_nobody_without_the_right_learns_of_the_page(client: Client) -> None:
    story = make_story(title="Ferry leaves")
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[story.pk]), follow=True)
    assert "Ferry leaves" not in answer.content.decode()
    assert _exists(story)
