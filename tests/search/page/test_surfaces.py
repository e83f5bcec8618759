"""Tests of the surfaces of the search: what the law makes of them, through HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client, override_settings
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.keys import notice_key
from articles.legal.terms import Kind, Placement, ScopeKind
from newsroom.languages import LANGUAGES
from newsroom.regions.edge import NOTICE_KEY_HEADER
from newsroom.regions.location import Location
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.articles.pages.test_lawful import SECRET, notices_on, read
from tests.factories import make_story, publish_page
from tests.search.page.conftest import Oracle

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield


def uris(answer: Any) -> list[str]:
    """The stories that a page links to."""
    return [
        str(link["data-story"]) for link in BeautifulSoup(answer.content, "html.parser").select("main [data-story]")
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reader_in_the_region_meets_the_notice_in_every_state_of_the_search(
    code: str, client: Client, oracle: Oracle
) -> None:
    make_story(code, title="Sea")
    notice = make_notice()
    make_text(notice, "ru", "Слова")
    make_rule(notice)
    for query in ("", "?q=Sea", "?q=nothing", "?q=Sea&page=2", "?q=Sea&page=1000000"):
        assert notices_on(read(client, f"/{code}/search/{query}")) == ["undesirable"], query
        assert notices_on(read(client, f"/{code}/search/{query}", "XX")) == ["undesirable"], query
        assert notices_on(read(client, f"/{code}/search/{query}", "DE")) == [], query
    assert "undesirable" in read(client, f"/{code}/search/feed.atom?q=Sea").content.decode()
    assert "undesirable" not in read(client, f"/{code}/search/feed.atom?q=Sea", "DE").content.decode()


def test_the_link_of_a_notice_in_a_feed_leads_to_us(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    notice = make_notice()
    make_text(notice, body='<p><a href="/en/legal/">More</a></p>')
    make_rule(notice)
    feed = read(client, "/en/search/feed.atom?q=Sea").content.decode()
    assert f'href="{settings.SITE_URL}/en/legal/"' in unescape(feed)
    assert 'href="/' not in unescape(feed)


def test_a_notice_below_stands_below(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    notice = make_notice()
    make_text(notice)
    make_rule(notice, placement=Placement.BOTH)
    assert notices_on(read(client, "/en/search/?q=Sea")) == ["undesirable", "undesirable"]


@pytest.mark.parametrize("scope", [ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY])
def test_a_notice_about_some_stories_stands_with_them_among_the_results(
    scope: ScopeKind, client: Client, oracle: Oracle
) -> None:
    story = make_story(title="Sea one")
    story.tags.add("elections")
    publish_page(story)
    make_story(title="Sea two", section_slug="culture")
    targets = {
        ScopeKind.SECTION: str(story.get_parent().translation_key),
        ScopeKind.TAG: "elections",
        ScopeKind.STORY: str(story.translation_key),
    }
    notice = make_notice()
    make_text(notice)
    make_rule(notice, scope_kind=scope, scope_target=targets[scope])
    html = BeautifulSoup(read(client, "/en/search/?q=Sea").content, "html.parser")
    marked = {str(hit.select_one("[data-story]")["data-story"]) for hit in html.select(".hit:has([data-notice])")}  # type: ignore[index]
    assert marked == {story.uri}
    assert read(client, "/en/search/feed.atom?q=Sea").content.decode().count("data-notice") == 1


@pytest.mark.parametrize("scope", [ScopeKind.STORY, ScopeKind.SITE])
def test_a_withheld_story_is_neither_found_nor_suggested_nor_among_the_latest(
    scope: ScopeKind, client: Client, oracle: Oracle
) -> None:
    story = make_story(title="Sea")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    target = str(story.translation_key) if scope == ScopeKind.STORY else ""
    make_rule(order, make_region("DE"), scope_kind=scope, scope_target=target, applies_to_unknown=False)
    for address in ("/en/search/", "/en/search/?q=Sea", "/en/search/suggest?q=Sea", "/en/search/feed.atom?q=Sea"):
        withheld, elsewhere = read(client, address, "DE"), read(client, address, "FR")
        assert story.uri not in withheld.content.decode(), address
        assert "<mark>" not in withheld.content.decode(), address
        assert elsewhere.status_code == 200
        assert story.uri in elsewhere.content.decode() or elsewhere.json() == ["Sea"], address
    assert read(client, "/en/search/suggest?q=Sea", "DE").json() == []


def test_where_the_whole_site_is_withheld_the_search_says_who_demands_it(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    for address in ("/en/search/?q=Sea", "/en/search/feed.atom?q=Sea"):
        answer = read(client, address, "DE")
        assert (answer.status_code, notices_on(answer)) == (451, ["order"])
        assert answer["Cache-Control"] == "private, no-store"
    assert oracle.asked == []


def test_no_shared_cache_may_store_a_search_even_under_the_right_key(client: Client, oracle: Oracle) -> None:
    story = make_story(title="Sea")
    key = notice_key(snapshot.current(), Location("DE", None), timezone.now())
    headers = {NOTICE_KEY_HEADER: key}
    assert "s-maxage" in read(client, story.url_path, "DE", **headers)["Cache-Control"]
    for address in ("/en/search/?q=Sea", "/en/search/suggest?q=Sea", "/en/search/feed.atom?q=Sea"):
        assert read(client, address, "DE", **headers)["Cache-Control"] == "private, no-store"
