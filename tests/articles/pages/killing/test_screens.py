"""Tests of the screens: two confirmations, and nobody else's story."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.pages.killing.killing import kill_story
from articles.pages.killing.models import Kill
from newsroom.users.desks import desk_of
from newsroom.users.groups import chiefs_of, editors_of, translators_of, writers_of
from tests.factories import make_administrator, make_front_page, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def chief(code: str, name: str = "chief") -> Client:
    make_front_page(code)
    return signed_in(make_user(name, chiefs_of(desk_of(code))))


def step_of(answer: Any) -> str:
    found = re.search(r'name="step" value="([^"]+)"', answer.content.decode())
    assert found
    return found.group(1)


@pytest.fixture
def story() -> ArticlePage:
    made = make_story("ru", title="Паром затонул")
    make_translation(made, "fa", title="کشتی")
    return made


def test_a_chief_kills_after_two_questions_and_revives_after_two(story: ArticlePage) -> None:
    client, kill, revive = chief("ru"), reverse("kill_story", args=[story.pk]), reverse("revive_story", args=[story.pk])
    page = client.get(kill).content.decode()
    assert "کشتی" in page
    assert 'dir="rtl"' in page
    first = client.post(kill, {"reason": "Wrong", "tells_readers": "on", "note-fa": "پوزش"})
    assert Kill.objects.count() == 0
    done = client.post(kill, {"step": step_of(first)}, follow=True)
    assert "This story is killed" in done.content.decode()
    assert Kill.objects.get().notes == {"fa": "پوزش"}
    step = step_of(client.post(revive, {"reason": "Right"}))
    client.post(revive, {"step": step})
    assert Kill.objects.get().revived_at is not None
    client.post(revive, {"step": step})
    assert not ArticlePage.objects.filter(killed_at__isnull=False).exists()


def test_a_step_counts_once_for_one_person_and_one_purpose(story: ArticlePage) -> None:
    client, other = chief("ru"), signed_in(make_administrator())
    address = reverse("kill_story", args=[story.pk])
    step = step_of(client.post(address, {"reason": "Wrong"}))
    second = make_story("ru", title="Другая")
    other.post(address, {"step": step})
    client.post(reverse("kill_story", args=[second.pk]), {"step": step})
    client.post(address, {"step": step[:-2] + "xx"})
    client.post(address, {"step": ""})
    assert Kill.objects.count() == 0
    client.post(address, {"step": step})
    assert Kill.objects.count() == 1


@pytest.mark.parametrize("data", [{}, {"reason": " "}, {"reason": "x" * 2001}, {"reason": "a", "note-fa": "x" * 1001}])
def test_bad_answers_are_asked_again(story: ArticlePage, data: dict[str, str]) -> None:
    answer = chief("ru").post(reverse("kill_story", args=[story.pk]), data)
    assert answer.status_code == 200
    assert 'name="step"' not in answer.content.decode()
    assert Kill.objects.count() == 0


def test_nobody_else_may_and_nobody_else_is_told(story: ArticlePage) -> None:
    make_front_page("fa")
    legal = make_user("legal")
    people = [
        make_user("writer", writers_of("ru")),
        make_user("translator", translators_of("fa")),
        make_user("editor", editors_of("ru")),
        make_user("foreign", chiefs_of(desk_of("fa"))),
        legal,
    ]
    for user in people:
        client = signed_in(user)
        for name in ("kill_story", "revive_story"):
            address = reverse(name, args=[story.pk])
            for answer in (client.get(address), client.post(address, {"reason": "x"})):
                assert answer.status_code in (302, 403)
                assert "Паром" not in answer.content.decode()
    assert Kill.objects.count() == 0
    assert Group.objects.filter(permissions__codename="kill_story").exists()


def test_a_page_that_does_not_exist_and_a_killed_one_are_answered(story: ArticlePage) -> None:
    client = chief("ru")
    assert client.get(reverse("kill_story", args=[10**9])).status_code == 404
    kill_story(story, by=None, reason="r")
    assert client.get(reverse("kill_story", args=[story.pk])).status_code == 302


def test_buttons_stand_on_the_editor_of_those_who_may(story: ArticlePage) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert reverse("kill_story", args=[story.pk]) in chief("ru").get(edit).content.decode()
    editor = signed_in(make_user("editor", editors_of("ru")))
    assert reverse("kill_story", args=[story.pk]) not in editor.get(edit).content.decode()
    kill_story(story, by=None, reason="The source lied")
    page = editor.get(edit).content.decode()
    assert "The source lied" in page
