"""Tests of who may do what: each language has its own people, and they leave the others' stories alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.credits.withholding import PERMISSION
from articles.pages.article import ArticlePage
from articles.pages.founding import front_page, section
from media.models import Picture
from newsroom.languages import LANGUAGES, language
from newsroom.users.groups import (
    ADMINISTRATORS,
    LEGAL_APPROVERS,
    LEGAL_EDITORS,
    LEGAL_STAFF_ALONE,
    SEALED_ORDERS,
    editors_of,
    ensure_administrators,
    ensure_language_groups,
    ensure_legal,
    writers_of,
)
from tests.factories import make_administrator, make_draft, make_story, make_user

pytestmark = pytest.mark.django_db

SECRET = "Unspeakable"


@pytest.fixture
def story() -> ArticlePage:
    """A live English story with a newer draft, beside a Russian desk."""
    made = make_story("en", title="Public headline")
    make_story("ru", title="Новость")
    made.title = SECRET
    made.save_revision()
    return ArticlePage.objects.get(pk=made.pk)


def _state(story: ArticlePage) -> dict[str, Any]:
    """What somebody could have changed."""
    now = ArticlePage.objects.filter(pk=story.pk).first()
    if now is None:
        return {}
    return {
        "text": (now.title, now.draft_title, now.latest_revision_id, now.live_revision_id),
        "place": (now.path, now.url_path, now.slug),
        "publication": (now.live, now.has_unpublished_changes, now.go_live_at, now.expire_at, now.locked),
        "revisions": list(now.revisions.order_by("pk").values_list("pk", "approved_go_live_at")),
        "pages": Page.objects.count(),
        "restrictions": now.view_restrictions.count(),
    }


def _edit_form(story: ArticlePage, **fields: str) -> dict[str, str]:
    """What the editor's screen would send."""
    empty = {
        f"{name}-{part}": value
        for name in ("credits", "related_links", "comments")
        for part, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"), ("MIN_NUM_FORMS", "0"), ("MAX_NUM_FORMS", ""))
    }
    return {"title": "Taken over", "slug": story.slug, "body-count": "0", "show_about": "on", **empty, **fields}


# The groups


@pytest.mark.parametrize("code", LANGUAGES)
def test_front_page_brings_writers_and_editors_of_its_language(code: str) -> None:
    home = front_page(code)
    rights = {
        name: set(
            Group.objects.get(name=name)
            .page_permissions.filter(page=home)
            .values_list("permission__codename", flat=True)
        )
        for name in (writers_of(code), editors_of(code))
    }
    assert rights[writers_of(code)] == {"add_page"}
    assert rights[editors_of(code)] == {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"}
    assert writers_of(code) == f"{language(code).name} writers"


def test_groups_of_languages_have_names_of_their_own() -> None:
    names = {name for code in LANGUAGES for name in (writers_of(code), editors_of(code))}
    assert len(names) == 2 * len(LANGUAGES)


def test_making_the_groups_again_changes_nothing() -> None:
    home = front_page("ru")
    before = (Group.objects.count(), list(Group.objects.get(name=editors_of("ru")).permissions.order_by("pk")))
    ensure_language_groups(home, "ru")
    assert (Group.objects.count(), list(Group.objects.get(name=editors_of("ru")).permissions.order_by("pk"))) == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_editor_may_edit_and_publish_in_one_language_alone(code: str) -> None:
    other = "en" if code != "en" else "ru"
    own, foreign = make_draft(code), make_draft(other)
    editor = make_user("anna", editors_of(code))
    mine, theirs = own.permissions_for_user(editor), foreign.permissions_for_user(editor)
    assert mine.can_edit()
    assert mine.can_publish()
    assert not theirs.can_edit()
    assert not theirs.can_publish()
    assert not theirs.can_delete()
    assert not theirs.can_move()
    assert not section(other, "world").permissions_for_user(editor).can_add_subpage()


def test_writer_writes_and_does_not_publish() -> None:
    front_page("ru")
    writer = make_user("anna", writers_of("ru"))
    own, other = make_draft("ru", owner=writer), make_draft("ru")
    assert own.permissions_for_user(writer).can_edit()
    assert not own.permissions_for_user(writer).can_publish()
    assert not other.permissions_for_user(writer).can_edit()
    assert section("ru", "world").permissions_for_user(writer).can_add_subpage()


@pytest.mark.parametrize("group", [writers_of("ru"), editors_of("ru")])
def test_people_of_a_language_may_neither_withhold_names_nor_manage_users(group: str) -> None:
    front_page("ru")
    user = make_user("anna", group)
    assert not user.has_perm(PERMISSION)
    assert not user.has_perm("users.change_user")
    assert user.has_perm("articles.add_correspondent")
    assert not user.has_perm("articles.delete_correspondent")
    assert user.has_perm("articles.change_correspondent") == (group == editors_of("ru"))


def test_administrator_may_do_everything_everywhere() -> None:
    own, foreign = make_draft("en"), make_draft("ru")
    administrator = make_administrator()
    assert administrator.groups.get().name == ADMINISTRATORS
    for page in (own, foreign):
        rights = page.permissions_for_user(administrator)
        assert rights.can_publish()
        assert rights.can_delete()
    assert administrator.has_perm(PERMISSION)
    assert administrator.has_perm("users.change_user")
    assert not administrator.is_superuser


LEGAL_RIGHTS = {
    LEGAL_EDITORS: set(),
    LEGAL_APPROVERS: {"approve_legal", "hurry_legal"},
    SEALED_ORDERS: {"see_sealed"},
}


@pytest.mark.parametrize("name", LEGAL_RIGHTS)
def test_legal_staff_may_do_what_their_group_is_for(name: str) -> None:
    ensure_legal()
    user = make_user("lena", name)
    assert {right for right in LEGAL_STAFF_ALONE if user.has_perm(f"articles.{right}")} == LEGAL_RIGHTS[name]
    for action in ("view", "add", "change"):
        for right in (f"articles.{action}_legalnotice", f"articles.{action}_demand", f"regions.{action}_region"):
            assert user.has_perm(right) is (name != SEALED_ORDERS), right
    assert user.has_perm("wagtailadmin.access_admin")
    assert not user.has_perm("articles.delete_legalnotice")
    assert not user.has_perm("articles.change_noticetext")
    assert not user.has_perm(PERMISSION)
    draft = make_draft("en")
    assert not draft.permissions_for_user(user).can_edit()


def test_making_the_groups_of_legal_staff_again_changes_nothing() -> None:
    first = {name: set(group.permissions.values_list("pk", flat=True)) for name, group in ensure_legal().items()}
    again = {name: set(group.permissions.values_list("pk", flat=True)) for name, group in ensure_legal().items()}
    assert first == again
    assert set(first) == set(LEGAL_RIGHTS)


def test_an_administrator_neither_approves_nor_hurries_nor_sees_sealed_orders_by_being_one() -> None:
    group = ensure_administrators()
    group.permissions.add(*Permission.objects.filter(codename__in=LEGAL_STAFF_ALONE))
    ensure_administrators()
    user = make_administrator()
    assert [right for right in LEGAL_STAFF_ALONE if user.has_perm(f"articles.{right}")] == []
    assert user.has_perm("articles.change_legalnotice")


# What the admin answers to somebody of another language

SCREENS = (
    "edit",
    "view_draft",
    "delete",
    "unpublish",
    "move",
    "copy",
    "history",
    "workflow_history",
    "set_privacy",
    "preview_on_edit",
    "usage",
    "revisions_view",
    "revisions_compare",
    "revisions_revert",
    "revisions_unschedule",
    "move_confirm",
)


def _address(screen: str, story: ArticlePage) -> str:
    arguments: list[object] = [story.pk]
    first = story.revisions.order_by("pk").first()
    assert first is not None
    if screen in ("revisions_view", "revisions_revert", "revisions_unschedule"):
        arguments.append(first.pk)
    elif screen == "revisions_compare":
        arguments += ["earliest", "latest"]
    elif screen == "move_confirm":
        arguments.append(section("ru", "world").pk)
    return reverse(f"wagtailadmin_pages:{screen}", args=arguments)


@pytest.mark.parametrize("screen", SCREENS)
def test_editor_of_another_language_is_refused_every_screen(screen: str, story: ArticlePage, client: Client) -> None:
    client.force_login(make_user("anna", editors_of("ru")))
    before = _state(story)
    for answer in (
        client.get(_address(screen, story)),
        client.post(_address(screen, story), _edit_form(story, **{"action-publish": "1", "new_title": "Taken"})),
    ):
        assert answer.status_code in {302, 403, 404}, screen
        if answer.status_code == 302:
            assert answer["Location"] == reverse("wagtailadmin_home"), screen
        assert SECRET not in answer.content.decode()
    assert _state(story) == before


SHOWN_TO_NOBODY = ("preview_on_edit", "move_confirm", "delete")
"""Screens that have no page of their own, or none for a story that was public."""


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen not in SHOWN_TO_NOBODY])
def test_editor_of_the_language_gets_the_same_screens(screen: str, story: ArticlePage, client: Client) -> None:
    """So that the refusals above say something."""
    client.force_login(make_user("anna", editors_of("en")))
    assert client.get(_address(screen, story)).status_code == 200


@pytest.mark.parametrize("action", ["action-publish", "action-submit", "action-save"])
def test_editor_of_the_language_may_save_where_another_may_not(action: str, story: ArticlePage, client: Client) -> None:
    before = _state(story)
    form = _edit_form(story, **{action: "1"})
    client.force_login(make_user("boris", editors_of("ru")))
    client.post(_address("edit", story), form)
    assert _state(story) == before
    client.force_login(make_user("anna", editors_of("en")))
    client.post(_address("edit", story), form)
    assert _state(story)["revisions"] != before["revisions"]


@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move"])
def test_action_on_many_pages_leaves_other_languages_alone(action: str, story: ArticlePage, client: Client) -> None:
    client.force_login(make_user("anna", editors_of("ru")))
    before = _state(story)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    client.post(f"{address}?id={story.pk}&next=/admin/", {"chooser": section("ru", "world").pk})
    assert _state(story) == before


@pytest.mark.parametrize("screen", ["lock", "unlock"])
def test_editor_of_another_language_can_neither_lock_nor_unlock(
    screen: str, story: ArticlePage, client: Client
) -> None:
    ArticlePage.objects.filter(pk=story.pk).update(locked=screen == "unlock")
    before = _state(story)
    client.force_login(make_user("anna", editors_of("ru")))
    client.post(_address(screen, story))
    assert _state(story) == before


def test_editor_cannot_put_a_story_into_another_language(story: ArticlePage, client: Client) -> None:
    own = make_draft("ru", title="Своя")
    client.force_login(make_user("anna", editors_of("ru")))
    world = section("en", "world")
    pages = Page.objects.count()
    client.post(
        reverse("wagtailadmin_pages:copy", args=[own.pk]),
        {"new_title": "Copy", "new_slug": "copy", "new_parent_page": str(world.pk), "alias": ""},
    )
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[own.pk, world.pk]))
    assert client.get(reverse("wagtailadmin_pages:add", args=["articles", "articlepage", world.pk])).status_code == 302
    client.post(
        reverse("wagtailadmin_pages:add", args=["articles", "articlepage", world.pk]), _edit_form(own, slug="new")
    )
    assert Page.objects.count() == pages
    assert ArticlePage.objects.get(pk=own.pk).url_path == own.url_path


@pytest.mark.parametrize("kind", ["explorer", "search", "dashboard"])
def test_lists_of_the_admin_show_no_draft_of_another_language(kind: str, story: ArticlePage, client: Client) -> None:
    address = {
        "explorer": reverse("wagtailadmin_explore", args=[section("en", "world").pk]),
        "search": reverse("wagtailadmin_pages:search") + "?q=headline",
        "dashboard": reverse("wagtailadmin_home"),
    }[kind]
    client.force_login(make_user("anna", editors_of("ru")))
    html = client.get(address, follow=True).content.decode()
    shown = [title for title in ("Public headline", SECRET) if title in html]
    assert shown == []


def test_reader_s_account_has_no_admin(story: ArticlePage, client: Client) -> None:
    client.force_login(make_user())
    answer = client.get(_address("edit", story))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_pictures_belong_to_everybody() -> None:
    front_page("ru")
    policy = policy_registry.get_by_type(Picture)
    for group in (writers_of("ru"), editors_of("ru")):
        user = make_user(group.partition(" ")[2], group)
        assert policy.user_has_permission(user, "add")
        assert policy.user_has_permission(user, "choose")
