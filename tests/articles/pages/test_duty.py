"""Tests of the rule of the second person: where it holds, nobody publishes a translation that they made."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.duty import may_publish, translators_of
from articles.pages.founding import section
from articles.pages.home import HomePage
from articles.translation.assigning import assign
from articles.translation.translating import translate_into
from newsroom.users.groups import editors_of
from newsroom.users.groups import translators_of as translators_group
from newsroom.users.models import User
from tests.articles.translation.stories import record_of
from tests.factories import make_administrator, make_story, make_user
from tests.newsroom.users.test_groups import _edit_form as edit_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> User:
    section("fa", "world")
    return make_user("maker", editors_of("fa"))


@pytest.fixture
def other(maker: User) -> User:
    return make_user("other", editors_of("fa"))


@pytest.fixture
def draft(maker: User) -> ArticlePage:
    """A translation, made by an editor, in a language where a second person publishes."""
    HomePage.objects.filter(slug="fa").update(second_person_publishes=True)
    [made] = translate_into(make_story("en", title="Source"), ["fa"], by=maker)
    return _again(made)


def _again(story: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=story.pk)


def _edit(story: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def _write(story: ArticlePage, by: User, **fields: Any) -> None:
    version = _again(story).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(version, name, value)
    version.save_revision(user=by)


# The rule


def test_whoever_made_the_draft_does_not_publish_it(draft: ArticlePage, maker: User, other: User) -> None:
    assert translators_of(draft) == {maker.pk}
    assert not draft.permissions_for_user(maker).can_publish()
    assert draft.permissions_for_user(other).can_publish()


def test_whoever_changed_a_word_does_not_publish_it(draft: ArticlePage, other: User) -> None:
    _write(draft, other, title="تازه")
    assert not may_publish(other, _again(draft))


def test_saving_without_a_change_makes_nobody_its_translator(draft: ArticlePage, other: User) -> None:
    _write(draft, other)
    assert may_publish(other, _again(draft))


def test_whoever_has_the_work_does_not_publish_it(draft: ArticlePage, other: User, maker: User) -> None:
    assign(record_of(draft), other, by=maker)
    assert not may_publish(other, _again(draft))


def test_after_publication_only_new_changes_count(draft: ArticlePage, maker: User, other: User) -> None:
    draft.get_latest_revision().publish(user=other)
    assert may_publish(maker, _again(draft))
    _write(draft, maker, title="تازه")
    assert not may_publish(maker, _again(draft))
    assert may_publish(other, _again(draft))


def test_it_holds_for_administrators(draft: ArticlePage) -> None:
    administrator = make_administrator()
    _write(draft, administrator, title="تازه")
    assert not _again(draft).permissions_for_user(administrator).can_publish()


def test_where_the_language_does_not_want_it_all_publish(draft: ArticlePage, maker: User) -> None:
    HomePage.objects.update(second_person_publishes=False)
    assert draft.permissions_for_user(maker).can_publish()


def test_it_is_about_translations_alone(maker: User) -> None:
    HomePage.objects.update(second_person_publishes=True)
    story = make_story("fa", publish=False, live=False, owner=maker)
    assert story.permissions_for_user(maker).can_publish()


def test_a_story_that_is_no_translation_costs_no_query(maker: User, django_assert_num_queries: Any) -> None:
    story = make_story("fa")
    with django_assert_num_queries(0):
        assert may_publish(maker, story)


def test_a_translator_with_the_work_edits_what_is_live(draft: ArticlePage, other: User) -> None:
    draft.get_latest_revision().publish(user=other)
    worker, idle = (make_user(name, translators_group("fa")) for name in ("worker", "idle"))
    assign(record_of(draft), worker, by=other)
    assert _again(draft).permissions_for_user(worker).can_edit()
    assert not _again(draft).permissions_for_user(worker).can_publish()
    assert not _again(draft).permissions_for_user(idle).can_edit()


# The doors


def test_a_forged_publication_keeps_the_draft_and_publishes_nothing(
    draft: ArticlePage, maker: User, client: Client
) -> None:
    client.force_login(maker)
    client.post(_edit(draft), edit_form(draft, **{"action-publish": "1"}))
    now = _again(draft)
    assert not now.live
    assert now.get_latest_revision_as_object().title == "Taken over"


def test_publishing_with_a_change_of_one_s_own_is_refused_with_a_message(
    draft: ArticlePage, other: User, client: Client
) -> None:
    client.force_login(other)
    answer = client.post(_edit(draft), edit_form(draft, **{"action-publish": "1"}), follow=True)
    now = _again(draft)
    assert not now.live
    assert now.get_latest_revision_as_object().title == "Taken over"
    assert "published by somebody who did not change it" in answer.content.decode()


def test_a_forged_schedule_publishes_nothing_later(draft: ArticlePage, maker: User, client: Client) -> None:
    client.force_login(maker)
    later = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    client.post(_edit(draft), edit_form(draft, **{"action-publish": "1", "go_live_at": later}))
    assert not _again(draft).revisions.exclude(approved_go_live_at=None).exists()


def test_the_admin_s_api_is_for_a_second_person_too(
    draft: ArticlePage, maker: User, other: User, client: Client
) -> None:
    address = reverse("wagtailadmin_api:pages:action", args=[draft.pk, "publish"])
    client.force_login(maker)
    assert client.post(address).status_code == 403
    assert not _again(draft).live
    client.force_login(other)
    assert client.post(address).status_code == 200
    assert _again(draft).live


def test_a_copy_of_a_translation_publishes_nothing_of_one_s_own(
    draft: ArticlePage, maker: User, other: User, client: Client
) -> None:
    draft.get_latest_revision().publish(user=other)
    _write(draft, maker, title="تازه")
    client.force_login(maker)
    form = {"new_title": "Copy", "new_slug": "copied", "new_parent_page": draft.get_parent().pk, "publish_copies": "on"}
    client.post(reverse("wagtailadmin_pages:copy", args=[draft.pk]), form)
    client.post(reverse("wagtailadmin_api:pages:action", args=[draft.pk, "copy"]), {"slug": "again", "keep_live": "on"})
    published = ArticlePage.objects.filter(live=True, locale=draft.locale_id)
    assert not published.filter(title="تازه").exists()


def test_a_version_that_a_second_person_scheduled_is_not_changed_under_its_moment(
    draft: ArticlePage, maker: User, other: User, client: Client
) -> None:
    version = _again(draft).get_latest_revision_as_object()
    version.go_live_at = timezone.now() + timedelta(days=1)
    scheduled = version.save_revision(user=maker)
    scheduled.publish(user=other)
    client.force_login(maker)
    client.post(_edit(draft), edit_form(draft, overwrite_revision_id=str(scheduled.pk)))
    scheduled.refresh_from_db()
    assert scheduled.content["title"] != "Taken over"
    due = _again(draft).revisions.exclude(approved_go_live_at=None)
    assert all(revision.content["title"] != "Taken over" for revision in due)


@pytest.mark.parametrize("below", ["", "on"])
def test_publication_in_bulk_leaves_it_out(
    draft: ArticlePage, maker: User, other: User, client: Client, below: str
) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    key = draft.get_parent().pk if below else draft.pk
    client.force_login(maker)
    client.post(f"{address}?id={key}&next=/admin/", {"include_descendants": below})
    assert not _again(draft).live
    client.force_login(other)
    client.post(f"{address}?id={key}&next=/admin/", {"include_descendants": below})
    assert _again(draft).live


def test_approval_is_for_a_second_person(draft: ArticlePage, maker: User, other: User, client: Client) -> None:
    workflow = draft.get_workflow()
    assert workflow is not None
    state = workflow.start(draft, maker)
    task = state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk])
    form = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    client.force_login(maker)
    client.post(address)
    client.post(_edit(draft), edit_form(draft, **form))
    assert not _again(draft).live
    client.force_login(other)
    client.post(address, {"comment": ""})
    assert _again(draft).live


def test_a_task_of_another_kind_approves_nothing_either(draft: ArticlePage, maker: User) -> None:
    state = draft.get_workflow().start(draft, maker)  # type: ignore[union-attr]
    with pytest.raises(PermissionDenied):
        state.current_task_state.approve(user=maker)
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    assert not _again(draft).live


def test_unpublishing_and_unscheduling_need_no_second_person(draft: ArticlePage, maker: User, other: User) -> None:
    draft.get_latest_revision().publish(user=other)
    _write(draft, maker, title="تازه")
    rights = _again(draft).permissions_for_user(maker)
    assert rights.can_unpublish()
    assert rights.can_unschedule()
    assert rights.can_set_view_restrictions()


# The switch


def _home_form(home: HomePage, **fields: str) -> dict[str, str]:
    form = {"title": home.title, "slug": home.slug, "time_zone": "UTC", "about_text": '{"entityMap": {}, "blocks": []}'}
    formset = {f"comments-{name}": value for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"))}
    return form | formset | fields


def test_only_administrators_switch_the_rule(maker: User, client: Client) -> None:
    home = HomePage.objects.get(slug="fa")
    on = _home_form(home, second_person_publishes="on")
    client.force_login(maker)
    assert "second_person_publishes" not in client.get(_edit(home)).content.decode()
    client.post(_edit(home), on)
    assert not HomePage.objects.get(slug="fa").second_person_publishes
    client.force_login(make_administrator())
    assert "second_person_publishes" in client.get(_edit(home)).content.decode()
    client.post(_edit(home), on)
    assert HomePage.objects.get(slug="fa").second_person_publishes


def test_an_editor_cannot_switch_it_by_an_older_version(maker: User, client: Client) -> None:
    home = HomePage.objects.get(slug="fa")
    older = home.get_latest_revision()
    HomePage.objects.filter(pk=home.pk).update(second_person_publishes=True)
    older.publish(user=maker)
    assert HomePage.objects.get(slug="fa").second_person_publishes
    client.force_login(maker)
    client.post(_edit(home), _home_form(home, **{"revision": str(older.pk), "action-publish": "1"}))
    assert HomePage.objects.get(slug="fa").second_person_publishes


def test_the_group_of_administrators_is_the_one_that_holds_the_right() -> None:
    make_administrator()
    holders = Group.objects.filter(permissions__codename="change_homepage")
    assert list(holders.values_list("name", flat=True)) == ["Administrators"]
