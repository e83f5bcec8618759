"""Tests of the search page, through HTTP."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.legal import snapshot
from articles.pages.article import ArticlePage
from newsroom.formats import format_number
from newsroom.languages import LANGUAGES, language
from search.answers import DATABASE, Elsewhere, Facet, FacetValue
from search.questions import LAST_PAGE, NEWEST, Question
from tests.factories import (
    make_agency,
    make_correspondent,
    make_draft,
    make_front_page,
    make_picture,
    make_place,
    make_story,
)
from tests.search.page.conftest import Oracle

pytestmark = pytest.mark.django_db


def soup(answer: Any) -> BeautifulSoup:
    """The page that was answered."""
    return BeautifulSoup(answer.content, "html.parser")


def found_on(answer: Any) -> list[str]:
    """The uris of the stories on a page of results."""
    return [str(link["data-story"]) for link in soup(answer).select(".hits [data-story]")]


def copies(story: ArticlePage, number: int) -> None:
    """More stories like this one, made quickly."""
    for n in range(number):
        make_story(title=f"{story.title} {n}", lead_picture=story.lead_picture, standfirst="In a sentence.")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reader_finds_a_story_in_every_language(code: str, client: Client, oracle: Oracle) -> None:
    word = language(code).own_name
    story, other = make_story(code, title=word), make_story(code, title="Else")
    answer = client.get(f"/{code}/search/", {"q": word})
    html = soup(answer)
    assert answer.status_code == 200
    assert found_on(answer) == [story.uri]
    assert other.uri not in str(html)
    assert html.html is not None
    assert (html.html["lang"], html.html["dir"]) == (language(code).tag, language(code).direction)
    assert str(html.select_one(".hits .headline a")).count("<mark>") == 1
    assert word in html.title.text if html.title else False
    assert html.select_one("#search-words[name=q]")["value"] == word  # type: ignore[index]
    count = html.select_one(".search-count")
    assert count is not None
    assert format_number(1, code) in count.text
    assert oracle.asked == [Question(code, word)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_before_there_are_words_the_page_helps_in_every_language(code: str, client: Client, oracle: Oracle) -> None:
    story = make_story(code, title="A story")
    make_draft(code, title="A draft")
    html = soup(client.get(f"/{code}/search/", {"q": ""}))
    assert [link["data-story"] for link in html.select("main [data-story]")] == [story.uri]
    assert story.get_parent().url_path in {link["href"] for link in html.select("main a")}
    assert oracle.asked == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_where_nothing_is_found_the_page_says_what_to_try(code: str, client: Client, oracle: Oracle) -> None:
    make_front_page(code)
    oracle.more = {"did_you_mean": "caspian", "elsewhere": (Elsewhere("fa", 12), Elsewhere("ru", 0))}
    answer = client.get(f"/{code}/search/", {"q": "kaspian", "video": "1"})
    html = soup(answer)
    addresses = [link["href"] for link in html.select("main a")]
    assert answer.status_code == 200
    assert f"/{code}/search/?q=caspian&video=1" in addresses
    assert f"/{code}/search/?q=kaspian" in addresses
    assert f"/{code}/search/?q=kaspian" in addresses
    offered = html.select(".elsewhere a")
    assert [link["href"] for link in offered] == ["/fa/search/?q=kaspian"]
    name = offered[0].bdi
    assert name is not None
    assert (name["lang"], name["dir"], name.text) == ("fa", "rtl", language("fa").own_name)
    assert format_number(12, code) in offered[0].text


def test_a_language_without_a_front_page_has_no_search(client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    addresses = ("/ka/search/?q=sea", "/ka/search/suggest?q=sea", "/ka/search/feed.atom?q=sea")
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    assert (oracle.asked, oracle.typed) == ([], [])


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_search_can_only_be_read(method: str, client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    addresses = ("/en/search/", "/en/search/suggest", "/en/search/feed.atom")
    assert [getattr(client, method)(address).status_code for address in addresses] == [405, 405, 405]


@pytest.mark.parametrize("address", ["", "suggest", "feed.atom"])
def test_what_was_searched_for_is_kept_by_nobody(address: str, client: Client, oracle: Oracle) -> None:
    make_story(title="The sea")
    answer = client.get(f"/en/search/{address}?q=sea")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, follow"


def test_robots_are_told_on_the_page_as_well(client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    html = soup(client.get("/en/search/?q=sea"))
    assert [meta["content"] for meta in html.select("meta[name=robots]")] == ["noindex, follow"]


HOSTILE = [
    "q=" + "x" * 10_000,
    "q=" + "%2A" * 1000,
    "q=" + quote('{"query":{"match_all":{}}}'),
    "q=" + quote("((a OR (b AND (c NOT d*~9^99999 [x TO y]))))"),
    "q=%ED%A0%80%FF%FE",
    "q=" + quote("<script>alert(1)</script>"),
    "q=" + quote("\u202e\u2066\U000e0041 sea"),
    "q=" + quote("\x01\x1b[31m"),
    "q=sea&page=1000000",
    "q=sea&page=" + "9" * 5000,
    "q=sea&page=abc",
    "q=sea&page=-1",
    "q=sea&section=nowhere&person=nobody&agency=none&place=atlantis",
    "q=sea&place=" + quote("%_%"),
    "q=sea&from=2024-02-31&to=0000-00-00",
    "q=sea&from=9999-12-31&to=0001-01-01",
    "q=sea&order=" + quote("'; DROP TABLE articles_articlepage; --"),
    "&".join(f"q=sea{n}&page={n}&section={n}" for n in range(70)),
    "&".join(f"x{n}=1" for n in range(1000)) + "&q=sea",
    "q[]=sea&q[$gt]=1",
    "=&&&;;q=sea",
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("address", ["", "suggest", "feed.atom"])
def test_a_hostile_address_gets_a_clear_answer(address: str, query: str, client: Client, oracle: Oracle) -> None:
    make_story(title="The sea")
    answer = client.get(f"/en/search/{address}?{query}")
    assert answer.status_code in (200, 404)
    assert b"<script>alert" not in answer.content
    assert len(oracle.asked) <= 1
    assert all(len(typed) <= 100 for typed in oracle.typed)


@pytest.mark.parametrize("address", ["", "suggest", "feed.atom"])
def test_a_nul_is_refused(address: str, client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    assert client.get(f"/en/search/{address}?q=sea%00").status_code == 400


def test_what_was_left_out_is_said(client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    html = soup(client.get("/en/search/?q=sea&section=nowhere&from=2024-02-31&page=abc"))
    assert [said.text for said in html.select(".search-remark")] == [
        "Not understood and left out: Section, First day, Page."
    ]
    assert oracle.asked == [Question("en", "sea")]
    long = soup(client.get("/en/search/", {"q": "word " * 100}))
    assert [said.text for said in long.select(".search-remark")] == [
        "The query is long: only its beginning is searched for."
    ]


def test_a_page_after_the_last_is_not_there_and_says_so(client: Client, oracle: Oracle) -> None:
    make_story(title="The sea")
    answer = client.get("/en/search/?q=sea&page=2")
    assert answer.status_code == 404
    assert "/en/search/?q=sea" in {link["href"] for link in soup(answer).select("main a")}
    assert found_on(answer) == []


def test_nobody_is_asked_for_a_page_that_cannot_be_opened(client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    assert client.get(f"/en/search/?q=sea&page={LAST_PAGE + 1}").status_code == 404
    assert oracle.asked == []


def test_results_are_paged_by_addresses_that_keep_the_search(client: Client, oracle: Oracle) -> None:
    story = make_story(title="Sea")
    copies(story, 11)
    html = soup(client.get("/en/search/?order=newest&q=Sea&section=world&page=1"))
    following = [link["href"] for link in html.select("[rel=next]")]
    assert following == ["/en/search/?q=Sea&section=world&order=newest&page=2"] * 2
    second = client.get(following[0])
    assert len(found_on(second)) == 2
    assert [link["href"] for link in soup(second).select("[rel=prev]")] == [
        "/en/search/?q=Sea&section=world&order=newest"
    ] * 2
    assert soup(second).select("[rel=next]") == []


def test_paging_ends_at_the_last_page_that_can_be_opened(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    oracle.more = {"total": 10_000_000, "hits": oracle.answer(Question("en", "Sea")).hits}
    html = soup(client.get(f"/en/search/?q=Sea&page={LAST_PAGE}"))
    assert html.select("[rel=next]") == []
    assert html.select("[rel=prev]") != []


def test_a_count_that_is_not_exact_says_so(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    oracle.more = {"total": 10_000, "total_is_exact": False}
    html = soup(client.get("/en/search/?q=Sea"))
    assert html.select_one(".search-count").text == "More than 10,000 stories found"  # type: ignore[union-attr]


def test_facets_are_links_that_narrow_and_chosen_ones_widen_again(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    person = make_correspondent("Nino")
    oracle.more = {
        "facets": (
            Facet("section", (FacetValue("world", "World", 1200, is_chosen=True), FacetValue("life", "Life", 3))),
            Facet("person", (FacetValue(person.key, "Nino <b>", 2),)),
            Facet("video", (FacetValue("1", "With video", 1),)),
        )
    }
    html = soup(client.get("/en/search/?q=Sea&section=world&page=1"))
    links = {link.bdi.text: link for link in html.select(".search-filters a") if link.bdi}
    assert links["World"]["href"] == "/en/search/?q=Sea"
    assert links["World"]["aria-current"] == "true"
    assert "1,200" in links["World"].text
    assert links["Life"]["href"] == "/en/search/?q=Sea&section=life"
    assert links["Nino <b>"]["href"] == f"/en/search/?q=Sea&section=world&person={person.key}"
    assert links["With video"]["href"] == "/en/search/?q=Sea&section=world&video=1"


def test_chosen_filters_have_names_and_can_be_removed_one_by_one(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    person, agency, place = make_correspondent("Nino"), make_agency("TASS"), make_place("Baku")
    key = place.uri.rpartition(":")[2]
    query = (
        f"q=Sea&section=world&person={person.key}&agency={agency.key}&place={key}&video=1&from=2024-02-29&to=2024-03-01"
    )
    chips = soup(client.get(f"/en/search/?{query}")).select(".chips li a")
    assert [chip.bdi.text for chip in chips if chip.bdi] == [
        "World",
        "Nino",
        "TASS",
        "Baku",
        "With video",
        "February 29, 2024",
        "March 1, 2024",
    ]
    assert chips[1]["href"] == f"/en/search/?{query.replace(f'&person={person.key}', '')}"
    assert chips[-1]["href"] == "/en/search/?q=Sea"


def test_a_withheld_name_is_no_filter(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    person = make_correspondent("Nino Secret", withheld_at=timezone.now())
    answer = client.get(f"/en/search/?q=Sea&person={person.key}")
    assert "Nino Secret" not in answer.content.decode()
    assert oracle.asked == [Question("en", "Sea")]


def test_the_order_can_be_switched_and_is_kept_by_the_form(client: Client, oracle: Oracle) -> None:
    make_story(title="Sea")
    html = soup(client.get("/en/search/?q=Sea&section=world&order=newest"))
    ways = {link.text: (link["href"], link.get("aria-current")) for link in html.select(".search-orders a")}
    assert ways == {
        "Best match first": ("/en/search/?q=Sea&section=world", None),
        "Newest first": ("/en/search/?q=Sea&section=world&order=newest", "true"),
    }
    kept = {field["name"]: field["value"] for field in html.select(".search-form input[type=hidden]")}
    assert kept == {"section": "world", "order": NEWEST}
    assert oracle.asked[-1].order == NEWEST


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_makeshift_answer_is_told_in_every_language(code: str, client: Client, oracle: Oracle) -> None:
    make_story(code, title="Sea")
    assert soup(client.get(f"/{code}/search/?q=Sea")).select(".search-note") == []
    oracle.more = {"is_makeshift": True, "source": DATABASE}
    assert len(soup(client.get(f"/{code}/search/?q=Sea")).select(".search-note[role=status]")) == 1


def test_the_same_words_are_offered_in_the_other_languages_of_the_site(client: Client, oracle: Oracle) -> None:
    make_front_page("en")
    make_front_page("fa")
    html = soup(client.get("/en/search/?q=sea&section=world"))
    assert [link["href"] for link in html.select(".foot li a[hreflang]")] == ["/en/search/?q=sea", "/fa/search/?q=sea"]


def test_the_number_of_queries_does_not_grow_with_hits_or_facets(
    client: Client, oracle: Oracle, django_assert_num_queries: Callable[..., Any]
) -> None:
    story = make_story(title="Sea", lead_picture=make_picture(), standfirst="In a sentence.")
    client.get("/en/search/?q=Sea")  # what a process looks up once is in neither
    snapshot.forget()
    with CaptureQueriesContext(connection) as few:
        client.get("/en/search/?q=Sea&section=world")
    expected = len(few)
    copies(story, 9)
    values = tuple(FacetValue(str(n), f"Value {n}", n) for n in range(12))
    oracle.more = {"facets": tuple(Facet(name, values) for name in ("section", "person", "agency", "place"))}
    oracle.more["elsewhere"] = tuple(Elsewhere(code, 3) for code in LANGUAGES)
    snapshot.forget()
    with django_assert_num_queries(expected):
        answer = client.get("/en/search/?q=Sea&section=world")
    assert len(found_on(answer)) == 10
    assert len(soup(answer).select(".hits img")) == 10


def test_drafts_embargoed_and_killed_stories_are_not_among_the_latest(client: Client, oracle: Oracle) -> None:
    story = make_story(title="Out")
    make_draft(title="Draft")
    embargoed = make_story(title="Embargoed")
    killed = make_story(title="Killed")
    ArticlePage.objects.filter(pk=embargoed.pk).update(embargo_until=timezone.now() + datetime.timedelta(hours=1))
    ArticlePage.objects.filter(pk=killed.pk).update(killed_at=timezone.now())
    html = soup(client.get("/en/search/"))
    assert [link["data-story"] for link in html.select("main [data-story]")] == [story.uri]


@pytest.mark.parametrize("code", LANGUAGES)
def test_headlines_are_suggested_in_every_language(code: str, client: Client, oracle: Oracle) -> None:
    name = language(code).own_name
    make_story(code, title=name)
    make_draft(code, title=f"{name} draft")
    answer = client.get(f"/{code}/search/suggest", {"q": name[:2]})
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == [name]


@pytest.mark.parametrize("typed", ["", " ", "a", " a ", "\u200f\u202e"])
def test_too_little_is_no_reason_to_suggest_anything(typed: str, client: Client, oracle: Oracle) -> None:
    make_story(title="a story")
    answer = client.get("/en/search/suggest", {"q": typed})
    assert (answer.status_code, answer.json()) == (200, [])


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_has_a_way_to_the_search(code: str, client: Client) -> None:
    story = make_story(code)
    for address in (f"/{code}/", story.get_parent().url_path, story.url_path, f"/{code}/nowhere/", f"/{code}/legal/"):
        html = soup(client.get(address))
        form = html.select_one("form[role=search]")
        assert form is not None
        assert (form["action"], form["method"]) == (f"/{code}/search/", "get")
        assert html.select_one(f'a.search-link[href="/{code}/search/"]') is not None


def test_no_section_can_take_the_address_of_the_search() -> None:
    section = make_story().get_parent().specific
    section.slug = "search"
    with pytest.raises(ValidationError) as refused:
        section.full_clean()
    assert set(refused.value.message_dict) == {"slug"}
