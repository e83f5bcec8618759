"""Tests of pages made for a reader outside the reader's request."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import get_language, override

from articles.legal.reader import Reader, present_reader
from articles.legal.reading import present_rules
from articles.legal.rendering import rendered
from articles.legal.terms import Kind
from articles.pages.founding import front_page, legal_pages
from newsroom.languages import LANGUAGES
from newsroom.regions.location import Location
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_draft, make_story, make_user

pytestmark = pytest.mark.django_db
RUSSIA, GERMANY = Location("RU", None), Location("DE", None)


def _reader(code: str = "en", location: Location = RUSSIA) -> Reader:
    return Reader(code, location, rules=present_rules())


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_the_page_that_readers_get(code: str, client: Client) -> None:
    story, notice = make_story(code), make_notice()
    make_text(notice)
    make_rule(notice)
    with override("de"):
        answer = rendered(story, _reader(code))
        assert get_language() == "de"
    assert present_reader() is None
    assert answer.status_code == 200
    got = client.get(story.url_path, headers={"host": "127.0.0.1:8000"}).content
    assert answer.content.split(b"<article")[1] == got.split(b"<article")[1]


def test_a_withheld_page_answers_as_it_does_to_readers() -> None:
    story = make_story(title="The withheld words")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    assert rendered(story, _reader(location=GERMANY)).status_code == 451
    assert rendered(story, _reader()).status_code == 200
    assert rendered(story, _reader(location=GERMANY), is_draft=True).status_code == 451


def test_a_page_that_must_look_missing_does() -> None:
    story = make_story(title="The withheld words")
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    answer = rendered(story, _reader(location=GERMANY))
    assert answer.status_code == 404
    assert b"The withheld words" not in answer.content


def test_a_draft_carries_the_notices_too() -> None:
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    assert b'data-notice="undesirable"' in rendered(make_draft(), _reader(), is_draft=True).content


def test_the_page_of_all_notices_is_what_stands_at_its_address() -> None:
    front_page("en")
    page, notice = legal_pages("en"), make_notice()
    make_text(notice, words="Mind the law")
    make_rule(notice)
    assert b"Mind the law" in rendered(page, _reader(location=GERMANY)).content


def test_nobody_is_logged_in_whoever_asks(client: Client) -> None:
    client.force_login(make_user())
    assert b"wagtail-userbar" not in rendered(make_story(), _reader()).content
