"""Tests of the screen: the zone by its name, two questions before readers get in early, nobody else's story."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from articles.pages.article import ArticlePage
from newsroom.users.groups import editors_of, translators_of
from tests.factories import make_front_page, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> ArticlePage:
    made = make_story("en", title="Secret until noon")
    make_translation(made, "fa")
    return made


def client_of(code: str, name: str, group: str = "") -> Client:
    make_front_page(code)
    user = make_user(name, group or editors_of(code))
    UserProfile.objects.create(user=user, current_time_zone="Europe/Prague")
    client = Client()
    client.force_login(user)
    return client


def url(story: ArticlePage) -> str:
    return reverse("embargo", args=[story.pk])


def embargoes() -> set[datetime | None]:
    return set(ArticlePage.objects.values_list("embargo_until", flat=True))


def test_it_is_entered_in_the_editor_s_zone_and_shown_in_both(story: ArticlePage) -> None:
    client = client_of("en", "anna")
    assert "Europe/Prague" in client.get(url(story)).content.decode()
    client.post(url(story), {"until": "2099-07-01 14:00", "everywhere": "on"})
    assert embargoes() == {datetime(2099, 7, 1, 12, tzinfo=UTC)}
    page = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    told = re.search(r"Embargo until ([^<]+)", page)
    assert told
    assert "UTC+2" in told.group(1)
    assert "12:00" in told.group(1)


def test_letting_readers_in_early_needs_a_reason_and_a_second_answer(story: ArticlePage) -> None:
    client = client_of("en", "anna")
    until = timezone.now() + timedelta(days=1)
    ArticlePage.objects.update(embargo_until=until)
    client.post(url(story), {"until": "", "everywhere": "on"})
    asked = client.post(url(story), {"until": "", "everywhere": "on", "reason": "The agency agrees"})
    assert embargoes() == {until}
    found = re.search(r'name="step" value="([^"]+)"', asked.content.decode())
    assert found
    client.post(url(story), {"step": "forged"})
    assert embargoes() == {until}
    client.post(url(story), {"step": found.group(1)})
    assert embargoes() == {None}


def test_a_moment_that_is_past_is_refused(story: ArticlePage) -> None:
    answer = client_of("en", "anna").post(url(story), {"until": "2001-01-01 00:00", "everywhere": "on"})
    assert "This moment is past" in answer.content.decode()
    assert embargoes() == {None}


@pytest.mark.parametrize("group", ["fa editor", "en translator"])
def test_nobody_else_may(group: str, story: ArticlePage) -> None:
    client = client_of("fa", "darya") if group == "fa editor" else client_of("en", "mina", translators_of("en"))
    asked = {"x-requested-with": "XMLHttpRequest"}
    assert client.get(url(story), headers=asked).status_code == 403
    assert client.post(url(story), {"until": "2099-07-01 14:00"}, headers=asked).status_code == 403
    assert embargoes() == {None}


def test_the_form_of_the_story_refuses_to_expire_it_before(story: ArticlePage) -> None:
    ArticlePage.objects.update(embargo_until=timezone.now() + timedelta(days=2))
    client = client_of("en", "anna")
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    form = BeautifulSoup(client.get(edit).content, "html.parser").select_one("#page-edit-form")
    data = {row["name"]: row.get("value", "") for row in form.select("input[name]") if row.get("type") != "checkbox"}
    data |= {row["name"]: row.text for row in form.select("textarea[name]")}
    data["body-count"] = "0"
    data["expire_at"] = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    answer = client.post(edit, data)
    assert "The story would expire before its embargo ends." in answer.content.decode()
