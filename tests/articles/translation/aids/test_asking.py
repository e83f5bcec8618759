"""Tests of who may have an aid, of all of them, forged requests included."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from newsroom.users.groups import editors_of, translators_of
from newsroom.users.models import User
from tests.articles.translation.aids.asked import NAMES, READING, ask
from tests.articles.translation.stories import record_of
from tests.factories import make_draft, make_front_page, make_user

pytestmark = pytest.mark.django_db
EVERY_AID = pytest.mark.parametrize("name", NAMES)


def everything(story: ArticlePage) -> tuple[object, ...]:
    return record_of(story).ways, ArticlePage.objects.get(pk=story.pk).latest_revision_id


@EVERY_AID
@pytest.mark.parametrize("groups", [(), (editors_of("uk"),), (editors_of("en"),)])
def test_other_desks_are_refused_and_change_nothing(
    client: Client, story: ArticlePage, name: str, groups: tuple[str, ...]
) -> None:
    client.force_login(make_user("olena", *groups))
    before = everything(story)
    response = ask(client, name, record_of(story).pk, unit="title")
    assert response.status_code in (302, 403)
    assert everything(story) == before


@EVERY_AID
def test_strangers_are_asked_who_they_are(client: Client, story: ArticlePage, name: str) -> None:
    response = ask(client, name, record_of(story).pk, unit="title")
    assert response.status_code == 302
    assert "login" in response.url  # type: ignore[attr-defined]


@EVERY_AID
def test_source_that_one_may_not_read_helps_nobody(client: Client, rita: User, story: ArticlePage, name: str) -> None:
    secret, uzbek = make_draft("uk", title="Secret"), make_front_page("uz").locale
    Translation.objects.filter(story=story.pk).update(source=secret, locale=uzbek)
    before = everything(story)
    assert ask(client, name, record_of(story).pk, unit="title").status_code in (302, 403)
    assert everything(story) == before


@EVERY_AID
def test_record_that_does_not_exist_or_has_no_story_is_not_found(
    client: Client, rita: User, story: ArticlePage, name: str
) -> None:
    wanted = Translation.objects.create(
        translation_key=story.translation_key,
        locale=make_front_page("hy").locale,
        source=story.translated_from,
    )
    for pk in (999_999, wanted.pk):
        assert ask(client, name, pk, unit="title").status_code == 404


@EVERY_AID
def test_other_methods_are_not_allowed(client: Client, rita: User, story: ArticlePage, name: str) -> None:
    address = reverse(name, args=[record_of(story).pk])
    response = client.post(address) if name in READING else client.put(address)
    assert response.status_code == 405


@pytest.mark.parametrize("name", [name for name in NAMES if name not in READING])
def test_form_of_another_site_changes_nothing(story: ArticlePage, rita: User, name: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(rita)
    before = everything(story)
    assert ask(client, name, record_of(story).pk, unit="title").status_code == 403
    assert everything(story) == before


def test_story_that_another_holds_gets_no_machine_text(client: Client, rita: User, story: ArticlePage) -> None:
    ask(client, "translation_suggest", record_of(story).pk, unit="title")
    ArticlePage.objects.filter(pk=story.pk).update(locked=True, locked_by=make_user("boris"))
    before = everything(story)
    for name in ("translation_suggest", "translation_fill", "translation_review"):
        answer = ask(client, name, record_of(story).pk, unit="block:b0")
        assert answer.status_code == 409
        assert "locked" in json.loads(answer.content)["message"]
    assert everything(story) == before


def test_translator_may_use_every_aid_for_a_draft_of_ones_own(client: Client, story: ArticlePage) -> None:
    tim = make_user("tim", translators_of("ru"))
    ArticlePage.objects.filter(pk=story.pk).update(owner=tim)
    client.force_login(tim)
    for name in NAMES:
        answer = ask(client, name, record_of(story).pk, unit="title")
        assert answer.status_code == 200, (name, answer.content)
