"""Tests of the language of what is written in an editor's fields."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from articles.pages.founding import section
from newsroom.languages import LANGUAGES, language
from tests.factories import make_administrator, make_draft, make_front_page

pytestmark = pytest.mark.django_db
LINES = ("kicker", "title", "standfirst", "lead_caption", "lead_alt", "dateline", "seo_title", "search_description")


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make_administrator())
    return client


def fields_at(admin: Client, address: str) -> dict[str, Tag]:
    answer = admin.get(address)
    assert answer.status_code == 200
    form = BeautifulSoup(answer.content, "html.parser").select_one("[data-edit-form]")
    assert form is not None
    return {str(field["name"]): field for field in form.select("input[name], textarea[name], select[name]")}


def fields_of(admin: Client, page: Page) -> dict[str, Tag]:
    return fields_at(admin, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def language_of(field: Tag) -> tuple[object, object]:
    return field.get("lang"), field.get("dir")


@pytest.mark.parametrize("code", LANGUAGES)
def test_lines_of_a_story_are_written_in_its_language(admin: Client, code: str) -> None:
    fields = fields_of(admin, make_draft(code))
    row = language(code)
    assert {language_of(fields[name]) for name in LINES} == {(row.tag, row.direction)}


@pytest.mark.parametrize("code", ["en", "fa"])
def test_so_are_those_of_front_pages_and_sections(admin: Client, code: str) -> None:
    row = language(code)
    front = fields_of(admin, make_front_page(code))
    names = ("title", "tagline", "about_heading", "about_text", "about_alt")
    assert {language_of(front[name]) for name in names} == {(row.tag, row.direction)}
    assert language_of(front["time_zone"]) == (None, None)
    below = fields_of(admin, section(code, "world", "World"))
    assert {language_of(below[name]) for name in ("title", "introduction")} == {(row.tag, row.direction)}


def test_an_address_is_of_no_language(admin: Client) -> None:
    assert language_of(fields_of(admin, make_draft("fa"))["slug"]) == (None, None)


def test_a_new_story_is_written_in_the_language_of_its_section(admin: Client) -> None:
    parent = section("fa", "world", "World")
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", parent.pk])
    assert language_of(fields_at(admin, address)["title"]) == ("fa", "rtl")


@pytest.mark.parametrize(("code", "direction"), [("fa", "rtl"), ("en", "ltr")])
def test_the_language_of_the_admin_changes_nothing_of_that(admin: Client, code: str, direction: str) -> None:
    story = make_draft(code)
    other = "en" if code == "fa" else "fa"
    UserProfile.objects.create(user=make_administrator("other"), preferred_language=other)
    admin.login(username="other", password="a password only for tests")
    answer = admin.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    page = BeautifulSoup(answer.content, "html.parser")
    assert (page.html or {}).get("lang") == other
    title = page.select_one("[name=title]")
    assert title is not None
    assert language_of(title) == (code, direction)
    label = page.select_one("#panel-child-content-title-heading")
    assert label is not None
    assert not [parent for parent in [label, *label.parents] if parent.get("lang") == code]


def test_the_script_for_blocks_learns_it_from_the_headline_alone(admin: Client) -> None:
    answer = admin.get(reverse("wagtailadmin_pages:edit", args=[make_draft("ur").pk]))
    page = BeautifulSoup(answer.content, "html.parser")
    assert [field["name"] for field in page.select("[data-writes]")] == ["title"]
    assert page.select_one('script[src*="articles/writing.js"]') is not None
