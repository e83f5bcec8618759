"""Tests of the legal pages of each language."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from articles.legal.terms import Kind
from articles.pages.explanation import ExplanationPage
from articles.pages.founding import front_page, legal_pages
from newsroom.languages import LANGUAGES, language
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text

pytestmark = pytest.mark.django_db


def _explain(code: str, title: str = "Explained") -> ExplanationPage:
    index = legal_pages(code)
    page = ExplanationPage(title=title, slug="explained", body="<p>What it means.</p>", locale=index.locale)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _page(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_public_notice_in_force_is_told_to_everybody(code: str, client: Client) -> None:
    front_page(code)
    notice = make_notice()
    make_text(notice, "ru", "Слова")
    make_rule(notice, make_region("DE", "UA-43", unknown_country=False, unknown_subdivisions={"UA": False}))
    secret = make_notice("secret", Kind.WITHHELD, is_sealed=True)
    make_text(secret)
    make_rule(secret, make_region("DE", name="Germany"), applies_to_unknown=False)
    page = _page(client, f"/{code}/legal/")
    assert [found["data-notice"] for found in page.select("main [data-notice]")] == ["undesirable"]
    assert page.select_one(".legal-entry .legal-places")
    assert "UA-43" not in page.get_text()


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_notices_the_page_says_so_and_every_page_links_to_it(code: str, client: Client) -> None:
    front_page(code)
    assert _page(client, f"/{code}/legal/").select_one("main p")
    assert _page(client, f"/{code}/").select_one(f'a[href="/{code}/legal/"]')


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_explanation_is_read_in_the_nearest_language_that_has_it(code: str, client: Client) -> None:
    front_page(code)
    _explain("ru", "Что это значит")
    page = _page(client, f"/{code}/legal/explained/")
    article = page.select_one("article")
    assert page.html is not None
    assert article is not None
    assert page.html["lang"] == language(code).tag
    assert article["lang"] == "ru"
    assert bool(page.select(".note")) is (code != "ru")


def test_an_unknown_explanation_is_not_found(client: Client) -> None:
    front_page("en")
    assert client.get("/en/legal/nothing/").status_code == 404
    assert client.post("/en/legal/").status_code == 405


def test_a_language_without_a_front_page_has_no_legal_pages(client: Client) -> None:
    front_page("en")
    assert client.get("/ru/legal/").status_code == 404
