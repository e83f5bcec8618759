"""Tests of what an editor reads about the law on the screen of a story."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.legal.models import NoticeRule
from articles.legal.terms import Kind, ScopeKind
from articles.pages.notices_panel import coming_with
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_draft, make_story, make_user

pytestmark = pytest.mark.django_db


def _editor(client: Client) -> Client:
    client.force_login(make_user("eva", editors_of("en")))
    return client


def _read(client: Client, story: object) -> str:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_an_editor_reads_which_notice_stands_where_and_cannot_change_it(client: Client) -> None:
    story, notice = make_draft(), make_notice()
    make_text(notice, words="Mind the law")
    make_rule(notice, make_region("RU", "UA-43", unknown_subdivisions={"UA": True}))
    read = _read(_editor(client), story)
    assert "Mind the law: heading" in read
    assert "Russia" in read
    assert "Crimea" in read
    assert "below the story" in read
    assert NoticeRule.objects.count() == 1


def test_a_sealed_order_is_on_no_editors_screen(client: Client) -> None:
    story = make_draft()
    order = make_notice("order", Kind.WITHHELD, is_sealed=True)
    make_text(order, words="The secret order")
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    read = _read(_editor(client), story)
    assert "The secret order" not in read
    assert "No legal notice is about this story." in read


def test_a_withholding_and_a_rule_that_is_due_are_told(client: Client) -> None:
    story = make_draft()
    order = make_notice("order", Kind.WITHHELD)
    make_text(order, words="An order")
    make_rule(order, make_region("DE"), applies_to_unknown=False, starts_at=timezone.now() + timedelta(days=1))
    read = _read(_editor(client), story)
    assert "An order: heading" in read
    assert "withheld from these readers" in read
    assert "Germany" in read


def test_rules_about_other_stories_or_languages_are_left_out() -> None:
    story, other = make_story(), make_story(title="Other")
    notice = make_notice()
    make_text(notice)
    make_rule(notice, scope_kind=ScopeKind.STORY, scope_target=str(other.translation_key))
    make_rule(notice, languages=["ru"])
    assert coming_with(story, "en") == []
    assert len(coming_with(other, "en")) == 1


def test_a_new_story_says_that_it_must_be_saved_first(client: Client) -> None:
    parent = make_draft().get_parent()
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", parent.pk])
    assert "Save the story first" in _editor(client).get(address).content.decode()


@pytest.mark.parametrize("code", LANGUAGES)
def test_places_have_names_in_every_language(code: str) -> None:
    story, notice = make_story(code), make_notice()
    make_text(notice)
    make_rule(notice, make_region("RU", "UA-43", unknown_subdivisions={"UA": True}))
    (row,) = coming_with(story, code)
    assert "UA-43" not in row.places
    assert row.text.heading
