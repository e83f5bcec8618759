"""Tests of what the translation screen sends back, forged requests among it."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from newsroom.users.groups import editors_of, translators_of
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraph,
    paragraphs,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_draft, make_front_page, make_user

pytestmark = pytest.mark.django_db
NAMES = ["translation_answer", "translation_insert"]
BY_SCRIPT = {"x-requested-with": "XMLHttpRequest"}


def client_of(name: str, *groups: str) -> Client:
    client = Client()
    client.force_login(make_user(name, *groups))
    return client


def send(client: Client, name: str, record: int, **data: Any) -> HttpResponse:
    answer: HttpResponse = client.post(reverse(name, args=[record]), data, headers=BY_SCRIPT)
    return answer


@pytest.fixture
def story(db: None) -> ArticlePage:
    """A Persian draft that leaves out the first block; the second has changed since, and a third is new."""
    source = make_source(2)
    make_front_page("ka")
    translated = translate(source, "fa")
    write(translated, paragraphs(2)[1:])
    publish(source, [*edited(paragraphs(2), "b1", "Something else."), paragraph("new", "New.")])
    return translated


@pytest.fixture
def reza(story: ArticlePage) -> Client:
    return client_of("reza", editors_of("fa"))


def everything(story: ArticlePage) -> tuple[object, ...]:
    stored = Translation.objects.values().get(story=story.pk)
    return stored, raw_body(story), ArticlePage.objects.get(pk=story.pk).revisions.count()


def test_each_answer_leaves_fewer_changes_and_taking_back_one_more(story: ArticlePage, reza: Client) -> None:
    record = record_of(story)
    told = [
        send(reza, "translation_answer", record.pk, part=part, answer=answer).json()["left"]  # type: ignore[attr-defined]
        for part, answer in [
            ("block:b1", "still_fine"),
            ("block:new", "not_here"),
            ("block:b1", "take_back"),
            ("block:b1", "done"),
        ]
    ]
    assert told == [1, 0, 1, 0]
    assert record_of(story).stale_since is None


def test_a_block_is_put_into_the_draft(story: ArticlePage, reza: Client) -> None:
    answer = send(reza, "translation_insert", record_of(story).pk, part="block:b0")
    assert answer.status_code == 200
    assert [block["id"] for block in raw_body(story)] == ["b0", "b1"]
    assert ArticlePage.objects.get(pk=story.pk).get_latest_revision().user.username == "reza"


@pytest.mark.parametrize(
    ("name", "part", "answer"),
    [
        ("translation_answer", "block:b0", "done"),
        ("translation_answer", "title", "done"),
        ("translation_answer", "block:b1", "nonsense"),
        ("translation_answer", "block:b1", ""),
        ("translation_answer", "block:b1", "take_back"),
        ("translation_answer", "x" * 100_000, "done"),
        ("translation_answer", "<script>", "take_back"),
        ("translation_answer", "", ""),
        ("translation_insert", "block:b1", ""),
        ("translation_insert", "title", ""),
        ("translation_insert", "", ""),
    ],
)
def test_what_makes_no_sense_is_refused_with_words(
    story: ArticlePage, reza: Client, name: str, part: str, answer: str
) -> None:
    before = everything(story)
    refused = send(reza, name, record_of(story).pk, part=part, answer=answer)
    assert refused.status_code == 409
    assert refused.json()["message"]  # type: ignore[attr-defined]
    assert everything(story) == before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("groups", [(), (editors_of("ka"),), (editors_of("en"),), (translators_of("fa"),)])
def test_who_may_not_edit_the_story_changes_nothing(story: ArticlePage, name: str, groups: tuple[str, ...]) -> None:
    client, before = client_of("gia", *groups), everything(story)
    answer = send(client, name, record_of(story).pk, part="block:new", answer="done")
    assert answer.status_code == 403
    assert everything(story) == before


def test_a_translator_works_on_a_draft_of_ones_own(story: ArticlePage) -> None:
    client = client_of("mina", translators_of("fa"))
    ArticlePage.objects.filter(pk=story.pk).update(owner=client.session["_auth_user_id"])
    assert send(client, "translation_answer", record_of(story).pk, part="block:b1", answer="done").status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_is_led_to_the_login(story: ArticlePage, name: str) -> None:
    before = everything(story)
    answer = Client().post(reverse(name, args=[record_of(story).pk]), {"part": "block:b1", "answer": "done"})
    assert answer.status_code == 302
    assert "/login/" in answer.url  # type: ignore[attr-defined]
    assert everything(story) == before


@pytest.mark.parametrize("name", NAMES)
def test_looking_changes_nothing(story: ArticlePage, reza: Client, name: str) -> None:
    before = everything(story)
    assert reza.get(reverse(name, args=[record_of(story).pk])).status_code == 405
    assert everything(story) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_record_without_a_story_or_none_at_all_is_not_found(story: ArticlePage, reza: Client, name: str) -> None:
    record = record_of(story).pk
    assert send(reza, name, record + 1, part="block:b1", answer="done").status_code == 404
    Translation.objects.update(story=None)
    assert send(reza, name, record, part="block:b1", answer="done").status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_a_form_of_another_site_changes_nothing(story: ArticlePage, name: str) -> None:
    make_user("reza", editors_of("fa"))
    client, before = Client(enforce_csrf_checks=True), everything(story)
    client.login(username="reza", password="a password only for tests")
    assert send(client, name, record_of(story).pk, part="block:b1", answer="done").status_code == 403
    assert everything(story) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_source_that_one_may_not_read_is_not_worked_on(reza: Client, story: ArticlePage, name: str) -> None:
    """A story of Persian's desk whose source, a draft of another desk, was never asked for in Persian."""
    secret = make_draft("ka", title="Secret")
    record = record_of(story)
    Translation.objects.filter(pk=record.pk).update(source=secret, locale=make_front_page("uz").locale)
    before = everything(story)
    assert send(reza, name, record.pk, part="title", answer="done").status_code == 403
    assert everything(story) == before


def test_a_locked_story_takes_no_block(story: ArticlePage, reza: Client) -> None:
    other = make_user("other")
    ArticlePage.objects.filter(pk=story.pk).update(locked=True, locked_by=other)
    before = everything(story)
    answer = send(reza, "translation_insert", record_of(story).pk, part="block:b0")
    assert answer.status_code == 409
    assert "locked" in answer.json()["message"]  # type: ignore[attr-defined]
    assert everything(story) == before
