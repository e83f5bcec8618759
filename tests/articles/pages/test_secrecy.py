"""Tests that no screen of the admin tells the headline of an unpublished story to people of another desk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState, Workflow

from articles.credits.models import Place
from articles.pages.approval import workflow_of
from articles.pages.article import ArticlePage
from articles.pages.founding import section
from articles.pages.secrecy import headline_for
from media.models import Picture
from newsroom.users.groups import LEGAL_EDITORS, PHOTO_EDITORS, editors_of, ensure_legal, translators_of, writers_of
from newsroom.users.models import User
from tests.factories import make_administrator, make_picture, make_place, make_story, make_user

pytestmark = pytest.mark.django_db

SECRET = "Unspeakable"


@pytest.fixture
def secret() -> ArticlePage:
    """An English draft that nobody else knows of: locked, in its workflow, with a picture and a place."""
    section("ru", "world")
    author = make_user("author", editors_of("en"))
    section("en", "world")
    picture = make_picture()
    draft = make_story("en", publish=False, live=False, title=f"{SECRET} news", owner=author)
    draft.lead_picture, draft.place = picture, make_place()
    draft.save()
    draft.save_revision(user=author, log_action=True)
    draft.get_workflow().start(draft, author)  # type: ignore[union-attr]
    Page.objects.filter(pk=draft.pk).update(locked=True, locked_by=author)
    return ArticlePage.objects.get(pk=draft.pk)


def _addresses(secret: ArticlePage) -> dict[str, str]:
    world, picture, place = secret.get_parent(), Picture.objects.get(), Place.objects.get()
    task, workflow = TaskState.objects.get(), Workflow.objects.get(name=workflow_of("en"))
    chooser = "?page_type=articles.articlepage"
    return {
        "home": reverse("wagtailadmin_home"),
        "explorer": reverse("wagtailadmin_explore", args=[world.pk]),
        "root": reverse("wagtailadmin_explore_root"),
        "search": reverse("wagtailadmin_pages:search") + f"?q={SECRET}",
        "search results": reverse("wagtailadmin_pages:search_results") + f"?q={SECRET}",
        "type use": reverse("wagtailadmin_pages:type_use", args=["articles", "articlepage"]),
        "usage": reverse("wagtailadmin_pages:usage", args=[secret.pk]),
        "history": reverse("wagtailadmin_pages:history", args=[secret.pk]),
        "workflow history": reverse("wagtailadmin_pages:workflow_history", args=[secret.pk]),
        "workflow preview": reverse("wagtailadmin_pages:workflow_preview", args=[secret.pk, task.task_id]),
        "chooser": reverse("wagtailadmin_choose_page") + chooser,
        "chooser below": reverse("wagtailadmin_choose_page_child", args=[world.pk]) + chooser,
        "chooser search": reverse("wagtailadmin_choose_page_search") + f"{chooser}&q={SECRET}",
        "chosen": reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={secret.pk}",
        "api": f"/admin/api/main/pages/?search={SECRET}",
        "api child": f"/admin/api/main/pages/?child_of={world.pk}&for_explorer=1",
        "api detail": f"/admin/api/main/pages/{secret.pk}/",
        "locked": reverse("wagtailadmin_reports:locked_pages"),
        "workflows": reverse("wagtailadmin_reports:workflow"),
        "workflow tasks": reverse("wagtailadmin_reports:workflow_tasks"),
        "site history": reverse("wagtailadmin_reports:site_history"),
        "aging": reverse("wagtailadmin_reports:aging_pages"),
        "types": reverse("wagtailadmin_reports:page_types_usage"),
        "picture usage": reverse("wagtailimages:image_usage", args=[picture.pk]),
        "picture": reverse("wagtailimages:edit", args=[picture.pk]),
        "picture deletion": reverse("wagtailimages:delete", args=[picture.pk]),
        "place usage": reverse(Place.snippet_viewset.get_url_name("usage"), args=[place.pk]),  # type: ignore[attr-defined]
        "place": reverse(Place.snippet_viewset.get_url_name("edit"), args=[place.pk]),  # type: ignore[attr-defined]
        "workflow usage": reverse("wagtailadmin_workflows:usage", args=[workflow.pk]),
        "session": reverse("wagtailadmin_editing_sessions:ping", args=["articles", "articlepage", secret.pk, 0]),
        "redirects": reverse("wagtailredirects:index") + f"?q={SECRET}",
        "board": reverse("translation_desk:board"),
        "board search": reverse("translation_desk:board") + f"?q={SECRET}",
        "translate": reverse("translation_desk:translate", args=[secret.pk]),
        "bulk": reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={secret.pk}",
        "bulk publish": reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={secret.pk}",
        "bulk delete": reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={secret.pk}",
    }


def _tellers(client: Client, user: User, secret: ArticlePage) -> list[str]:
    client.force_login(user)
    found = []
    for name, address in _addresses(secret).items():
        html = client.get(address, follow=True, headers={"x-requested-with": "XMLHttpRequest"}).content.decode()
        # What was asked for stands in the field of a search.
        if f"{SECRET} news" in html:
            found.append(name)
    return found


@pytest.mark.parametrize(
    "group", [writers_of("ru"), translators_of("ru"), editors_of("ru"), PHOTO_EDITORS, LEGAL_EDITORS]
)
def test_no_screen_tells_it(group: str, secret: ArticlePage, client: Client) -> None:
    ensure_legal()
    assert _tellers(client, make_user("anna", group), secret) == []


@pytest.mark.parametrize("group", [writers_of("ru"), editors_of("ru"), LEGAL_EDITORS])
def test_no_screen_tells_the_newer_headline_of_a_live_story(group: str, secret: ArticlePage, client: Client) -> None:
    ensure_legal()
    live = ArticlePage.objects.get(pk=secret.pk)
    live.title = "Public headline"
    live.save_revision().publish()
    live.title = f"{SECRET} news"
    live.save_revision()
    assert _tellers(client, make_user("anna", group), secret) == []


def test_no_screen_tells_the_headline_of_a_story_under_embargo(secret: ArticlePage, client: Client) -> None:
    secret.embargo_until = timezone.now() + timedelta(days=1)
    secret.save_revision().publish()
    assert _tellers(client, make_user("anna", editors_of("ru")), secret) == []


def test_the_screens_of_all_languages_tell_no_headline_of_another_desk(secret: ArticlePage, client: Client) -> None:
    twin = make_story("ru", title="Новость", translation_key=secret.translation_key)
    client.force_login(make_user("anna", editors_of("ru")))
    html = client.get(reverse("embargo", args=[twin.pk])).content.decode()
    assert "Новость" in html
    assert SECRET not in html


def test_a_headline_is_told_as_far_as_the_person_may_know_it(secret: ArticlePage) -> None:
    stranger, mate = make_user("anna", editors_of("ru")), make_user("ed", editors_of("en"))
    assert (headline_for(stranger, secret), headline_for(mate, secret)) == ("", f"{SECRET} news")
    live = make_story("en", title="Public headline")
    live.title = f"{SECRET} news"
    live.save_revision()
    live = ArticlePage.objects.get(pk=live.pk)
    assert (headline_for(stranger, live), headline_for(mate, live)) == ("Public headline", f"{SECRET} news")
    live.embargo_until = timezone.now() + timedelta(days=1)
    assert headline_for(stranger, live) == ""


def test_who_approves_by_a_workflow_alone_opens_the_editor(secret: ArticlePage, client: Client) -> None:
    ensure_legal()
    TaskState.objects.get().task.specific.groups.add(Group.objects.get(name=LEGAL_EDITORS))
    Page.objects.filter(pk=secret.pk).update(locked=False)
    client.force_login(make_user("lena", LEGAL_EDITORS))
    assert client.get(reverse("wagtailadmin_pages:edit", args=[secret.pk])).status_code == 200


def test_all_pages_at_once_are_those_of_one_s_own_tree(secret: ArticlePage, client: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    root, own = Page.get_first_root_node().pk, make_story("ru").get_parent().pk
    client.force_login(make_user("anna", editors_of("ru")))
    for query in ("?id=all", f"?id=all&q={SECRET}", f"?id=all&childOf={root}&q={SECRET}", "?id=all&childOf="):
        assert client.get(address + query).status_code == 404, query
    assert client.get(f"{address}?id=all&childOf={own}").status_code == 200


def test_keys_that_no_database_has_break_nothing(secret: ArticlePage, client: Client) -> None:
    client.force_login(make_user("anna", editors_of("ru")))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for key in ("9" * 40, "-1", "x", "٣"):
        for address in (bulk, reverse("wagtailadmin_choose_page_chosen_multiple")):
            assert client.get(f"{address}?id={key}&childOf={key}").status_code < 500


def test_the_chooser_offers_what_is_live_in_any_language(secret: ArticlePage, client: Client) -> None:
    make_story("en", title="Public headline")
    client.force_login(make_user("anna", editors_of("ru")))
    address = reverse("wagtailadmin_choose_page_search") + "?page_type=articles.articlepage&q=headline"
    assert "Public headline" in client.get(address).content.decode()


def test_whom_it_concerns_finds_it(secret: ArticlePage, client: Client) -> None:
    """So that the silence above says something."""
    told = _tellers(client, make_administrator(), secret)
    assert {"explorer", "search", "chooser search", "api", "history", "locked", "picture usage"} <= set(told)
