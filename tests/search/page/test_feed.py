"""Tests of the results as a feed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote_plus

import pytest
from defusedxml import ElementTree
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.legal import snapshot
from newsroom.languages import LANGUAGES, language
from search.questions import NEWEST, Question
from tests.factories import make_front_page, make_story
from tests.search.page.conftest import Oracle

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.mark.parametrize("code", LANGUAGES)
def test_results_are_a_feed_in_every_language(code: str, client: Client, oracle: Oracle) -> None:
    word = language(code).own_name
    story = make_story(code, title=word, standfirst="Less < more & “more”.")
    make_story(code, title="Else")
    answer = client.get(f"/{code}/search/feed.atom", {"q": word, "page": "9"})
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    assert feed.attrib[XML_LANG] == language(code).tag
    assert feed.findtext(f"{ATOM}author/{ATOM}name")  # RFC 4287, 4.1.1
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": f"{settings.SITE_URL}/{code}/search/feed.atom?q={quote_plus(word)}",
        "alternate": f"{settings.SITE_URL}/{code}/search/?q={quote_plus(word)}&order=newest",
    }
    (entry,) = feed.findall(f"{ATOM}entry")
    link = entry.find(f"{ATOM}link")
    assert entry.findtext(f"{ATOM}id") == story.uri
    assert entry.findtext(f"{ATOM}title") == word
    assert link is not None
    assert link.get("href") == settings.SITE_URL + story.url_path
    assert entry.findtext(f"{ATOM}summary") == "<p>Less &lt; more &amp; “more”.</p>"
    assert entry.findtext(f"{ATOM}updated")
    assert oracle.asked == [Question(code, word, order=NEWEST)]


def test_the_page_of_results_links_to_its_feed(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    page = client.get("/en/search/?q=Sea&section=world&page=1").content.decode()
    address = "/en/search/feed.atom?q=Sea&amp;section=world"
    assert f'<link rel="alternate" type="application/atom+xml" href="{address}"' in page


def test_a_feed_of_nothing_is_not_there_and_one_that_finds_nothing_is_empty(client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    assert client.get("/en/search/feed.atom").status_code == 404
    empty = client.get("/en/search/feed.atom?q=sea")
    assert empty.status_code == 200
    assert ElementTree.fromstring(empty.content).findall(f"{ATOM}entry") == []


def test_a_feed_takes_the_same_number_of_queries_for_one_story_and_for_ten(
    client: Client, oracle: Oracle, django_assert_num_queries: Callable[..., Any]
) -> None:
    make_story(title="Sea")
    client.get("/en/search/?q=Sea")  # what a process looks up once is in neither
    snapshot.forget()
    with CaptureQueriesContext(connection) as few:
        client.get("/en/search/feed.atom?q=Sea")
    for n in range(9):
        make_story(title=f"Sea {n}")
    snapshot.forget()
    with django_assert_num_queries(len(few)):
        feed = ElementTree.fromstring(client.get("/en/search/feed.atom?q=Sea").content)
    assert len(feed.findall(f"{ATOM}entry")) == 10
