"""Tests of who begins pages: writers and editors do, translators only through the desk of translations."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from articles.pages.article import ArticlePage
from articles.pages.founding import front_page, section
from articles.translation.translating import translate_into
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of
from newsroom.users.groups import chiefs_of, editors_of, translators_of, writers_of
from tests.factories import make_draft, make_story, make_user
from tests.newsroom.users.test_groups import _edit_form as edit_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_but_translators_begin_stories_in_their_language(code: str) -> None:
    world = section(code, "world")
    begin = {
        name: world.permissions_for_user(make_user(str(number), name)).can_add_subpage()
        for number, name in enumerate(
            (writers_of(code), translators_of(code), editors_of(code), chiefs_of(desk_of(code)))
        )
    }
    assert begin == {
        writers_of(code): True,
        translators_of(code): False,
        editors_of(code): True,
        chiefs_of(desk_of(code)): True,
    }


def test_a_translator_who_also_writes_begins_stories() -> None:
    world = section("fa", "world")
    person = make_user("anna", translators_of("fa"), writers_of("fa"))
    assert world.permissions_for_user(person).can_add_subpage()


def test_a_group_of_administrators_own_making_keeps_what_the_tree_says() -> None:
    world = section("fa", "world")
    interns = Group.objects.create(name="Interns")
    add = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=interns, page=world, permission=add)
    assert world.permissions_for_user(make_user("anna", "Interns")).can_add_subpage()


def test_a_plain_page_is_asked_as_its_own_kind() -> None:
    world = section("fa", "world")
    person = make_user("anna", translators_of("fa"))
    assert not Page.objects.get(pk=world.pk).permissions_for_user(person).can_add_subpage()


def test_the_screen_of_a_new_story_is_closed_to_translators(client: Client) -> None:
    world = section("fa", "world")
    client.force_login(make_user("anna", translators_of("fa")))
    pages = Page.objects.count()
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", world.pk])
    form = {"title": "New", "slug": "new"}
    for answer in (
        client.get(address),
        client.post(address, form),
        client.post(address, form | {"action-publish": "1"}),
        client.get(reverse("wagtailadmin_pages:add_subpage", args=[world.pk])),
        client.post(reverse("wagtailadmin_pages:preview_on_add", args=["articles", "articlepage", world.pk]), form),
    ):
        assert answer.status_code in {302, 403}
    assert Page.objects.count() == pages


def test_a_translator_cannot_copy_a_draft_of_their_own_into_a_story(client: Client) -> None:
    person_of = translators_of("fa")
    front_page("fa")
    person = make_user("anna", person_of)
    own = make_draft("fa", owner=person)
    client.force_login(person)
    pages = Page.objects.count()
    for alias in ("", "on"):
        form = {
            "new_title": "Copy",
            "new_slug": "copy",
            "new_parent_page": str(section("fa", "world").pk),
            "alias": alias,
        }
        client.post(reverse("wagtailadmin_pages:copy", args=[own.pk]), form)
    assert Page.objects.count() == pages


def test_a_translator_makes_and_changes_a_translation_and_does_not_publish_it(client: Client) -> None:
    source = make_story("en")
    section("fa", "world")
    person = make_user("anna", translators_of("fa"))
    [draft] = translate_into(source, ["fa"], by=person)
    client.force_login(person)
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert client.get(edit).status_code == 200
    client.post(edit, edit_form(draft, **{"action-publish": "1"}))
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().title == "Taken over"
    assert not draft.live
    assert not ArticlePage.objects.get(pk=draft.pk).permissions_for_user(person).can_publish()
