"""Tests that every page of every language is whole, in that language, and in no other."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.html import conditional_escape
from django.utils.translation import gettext, override

from articles.credits.naming import line_of, with_parties
from articles.pages.article import ArticlePage
from articles.pages.founding import front_page, section
from articles.pages.home import HomePage
from newsroom import catalogues
from newsroom.formats import format_date, format_date_and_time
from newsroom.languages import LANGUAGES, Language, language
from tests.factories import make_agency, make_correspondent, make_place, make_story, make_translation, publish_page

pytestmark = pytest.mark.django_db

EVERY_LANGUAGE = pytest.mark.parametrize("row", list(LANGUAGES.values()), ids=lambda row: row.code)
ON_EVERY_PAGE = ["Skip to the main content", "Languages", "Choose your language", "Sections", "Front page"]
ON_THE_FRONT_PAGE = ["Top story", "Latest stories"]
ON_THE_STORY = ["Share this story", "Send by e-mail", "Copy the link", "Link copied", "Related stories"]
PUBLISHED = datetime.datetime(2026, 11, 19, 14, 45, tzinfo=datetime.UTC)
ENGLISH_MONTHS = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|[AP]M)\b"
)
UNKNOWN = [
    "/xx/",
    "/xx",
    "/en-us/",
    "/fa_AF/",
    "/EN/",
    "/zh-hans/",
    "/%00/",
    "/en/%00/",
    "/en/world/%00/",
    "/../",
    "/en/../../etc/passwd",
    "/%2e%2e/",
    "/%ff/",
    "/русский/",
    "/%F0%9F%98%80/",
    "/<script>/",
    "/'\"/",
    "/" + "a" * 5000 + "/",
    "/en/" + "a/" * 500,
    "/en/people/none/",
    "/xx/people/none/",
]


class Newsdesk:
    """A front page, a section and two stories of one language, all words of them in its own script or in digits."""

    def __init__(self, row: Language, *, credits: list[dict[str, Any]] | None = None) -> None:
        self.row = row
        self.home = front_page(row.code, row.own_name)
        HomePage.objects.filter(pk=self.home.pk).update(time_zone="Asia/Kabul")
        self.section = section(row.code, "culture", row.own_name)
        self.story = self._story("1", credits or [])
        self.other = self._story("2", [])
        self.story.related_links.create(related_story=self.other)

    def _story(self, number: str, credits: list[dict[str, Any]]) -> ArticlePage:
        title = f"{self.row.own_name} {number}"
        story = make_story(self.row.code, section_slug="culture", title=title, slug=f"story-{number}", credits=credits)
        ArticlePage.objects.filter(pk=story.pk).update(published_at=PUBLISHED, updated_at=PUBLISHED)
        return ArticlePage.objects.get(pk=story.pk)

    @property
    def addresses(self) -> list[str]:
        return [self.home.url_path, self.section.url_path, self.story.url_path]


def one_credit() -> list[dict[str, Any]]:
    return [{"correspondent": make_correspondent("Mike Eckel")}]


def many_credits() -> list[dict[str, Any]]:
    phrases = {code: f"Ⅷ-{code}" for code in LANGUAGES}
    return [
        {"correspondent": make_correspondent("Mike Eckel"), "place": make_place("Washington", phrases=phrases)},
        {"correspondent": make_correspondent("Rikard Jozwiak"), "place": make_place("Brussels")},
        {"correspondent": make_correspondent("Ann Free", organisation=""), "place": make_place("Kyiv")},
        {"agency": make_agency("Reuters")},
        {"agency": make_agency("TASS")},
    ]


def words_of(html: BeautifulSoup) -> list[str]:
    """Every text that a reader may see or hear, names and style aside."""
    for part in html.find_all(["bdi", "style", "script"]):
        part.extract()
    spoken = [
        tag.get(name, "") for tag in html.find_all(True) for name in ("aria-label", "title", "alt", "data-copied")
    ]
    return [text for text in [*html.stripped_strings, *map(str, spoken)] if text.strip()]


@cache
def english_words() -> frozenset[str]:
    """The interface's own texts, as English readers see them, without those that are made of placeholders."""
    texts = []
    for message in catalogues.strings():
        for text in message.id if isinstance(message.id, tuple | list) else [message.id]:
            texts += [part.strip() for part in catalogues.PLACEHOLDER.split(text)]
    return frozenset(text for text in texts if len(text) > 2 and text.isascii() and text[0].isalpha())


@EVERY_LANGUAGE
def test_home_section_and_story_are_in_their_language(client: Client, row: Language) -> None:
    desk = Newsdesk(row, credits=many_credits())
    english = english_words() - {"Video", "Format"}
    for address in desk.addresses:
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["Content-Language"] == row.tag
        html = BeautifulSoup(response.content.decode(), "html.parser")
        assert html.html is not None
        assert (html.html["lang"], html.html["dir"]) == (row.tag, row.direction)
        assert html.find_all("h1")
        words = words_of(html)
        text = "\n".join(words)
        assert not re.search(r"\bM\d\d?\b", text)
        assert "{" not in text
        if row.code != "ur":
            assert bool(ENGLISH_MONTHS.search(text)) == (row.code == "en")
        assert bool(english.intersection(words)) == (row.code == "en")
        assert bool([said for said in english if " " in said and said in text]) == (row.code == "en")


@EVERY_LANGUAGE
def test_words_of_the_interface_are_translated(client: Client, row: Language) -> None:
    desk = Newsdesk(row)
    on_page = [ON_EVERY_PAGE + ON_THE_FRONT_PAGE, ON_EVERY_PAGE, ON_EVERY_PAGE + ON_THE_STORY]
    for address, wanted in zip(desk.addresses, on_page, strict=True):
        html = client.get(address).content.decode()
        for english in wanted:
            with override(row.code):
                text = gettext(english)
            assert conditional_escape(text) in html
            assert (text == english) == (row.code == "en")


@EVERY_LANGUAGE
def test_dates_are_those_of_the_language_in_the_time_zone_of_the_desk(client: Client, row: Language) -> None:
    desk, kabul = Newsdesk(row), ZoneInfo("Asia/Kabul")
    home, listing, story = (BeautifulSoup(client.get(address).content, "html.parser") for address in desk.addresses)
    for page in (home, listing):
        assert format_date(PUBLISHED, row.code, kabul) in {time.get_text() for time in page.find_all("time")}
    assert story.select_one(".when time").get_text() == format_date_and_time(PUBLISHED, row.code, kabul)  # type: ignore[union-attr]
    assert {time["datetime"] for time in story.select(".story-head time")} == {"2026-11-19T14:45:00Z"}


@EVERY_LANGUAGE
@pytest.mark.parametrize("make_credits", [one_credit, many_credits])
def test_credit_line_on_the_page_is_the_one_of_the_language(client: Client, row: Language, make_credits: Any) -> None:
    story = make_story(row.code, title=row.own_name, credits=make_credits())
    shown = BeautifulSoup(client.get(story.url_path).content, "html.parser").select(".credits")
    line = line_of(with_parties(story.credits.get_queryset()), row.code)
    assert [part.decode_contents() for part in shown] == [BeautifulSoup(line.html(), "html.parser").decode()]
    names = {bdi.get_text() for bdi in shown[0].find_all("bdi")}
    assert names >= {credit.party.name for credit in story.credits.all()}


def test_story_in_all_languages_leads_to_each_of_them(client: Client) -> None:
    story = make_story("en", title="Water")
    for row in LANGUAGES.values():
        if row.code != "en":
            make_translation(story, row.code, title=row.own_name)
    html = BeautifulSoup(client.get(story.url_path).content, "html.parser")
    links = {str(link["hreflang"]): link for link in html.select("#languages a[hreflang]")}
    assert set(links) == {row.tag for row in LANGUAGES.values()}
    for row in LANGUAGES.values():
        link = links[row.tag]
        named = link if link.has_attr("lang") else link.find(lang=True)
        assert named is not None
        assert (named["lang"], named["dir"], named.get_text()) == (row.tag, row.direction, row.own_name)
        assert str(link["href"]).startswith(f"/{row.code}/")
    alternates = {str(link["hreflang"]) for link in html.select('link[rel="alternate"]')}
    assert alternates - {"x-default"} == {row.hreflang for row in LANGUAGES.values() if row.hreflang}


@EVERY_LANGUAGE
def test_page_that_is_missing_says_so_in_the_language(row: Language) -> None:
    publish_page(front_page(row.code, row.own_name))
    response = Client(raise_request_exception=False).get(f"/{row.code}/nothing-here/")
    assert response.status_code == 404
    assert response.headers["Content-Language"] == row.tag
    with override(row.code):
        assert conditional_escape(gettext("Page not found")) in response.content.decode()
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in response.content.decode()


@pytest.mark.parametrize("has_front_page", [False, True])
@pytest.mark.parametrize("address", UNKNOWN, ids=lambda address: address[:24])
def test_unknown_language_is_not_found_and_never_an_error(address: str, has_front_page: bool) -> None:
    if has_front_page:
        front_page("en")
    response = Client(raise_request_exception=False).get(address, follow=True)
    assert response.status_code == 404
    assert response.headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    "path", ["*", "xx", "//", "//en/", "\x00", "/\udcff/".encode(errors="surrogateescape").decode("latin-1")]
)
def test_path_that_no_browser_sends_is_not_an_error(path: str) -> None:
    front_page("en")
    response = Client(raise_request_exception=False).generic("GET", "/", PATH_INFO=path)
    assert response.status_code == 404


@EVERY_LANGUAGE
def test_language_without_a_front_page_is_not_found(row: Language) -> None:
    front_page("en" if row.code != "en" else "ru")
    response = Client(raise_request_exception=False).get(f"/{row.code}/")
    assert response.status_code == 404
    assert response.headers["Content-Language"] == language(row.code).tag
