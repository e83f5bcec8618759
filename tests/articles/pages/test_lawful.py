"""Tests of what the law makes of readers' pages, through HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.test import Client, override_settings

from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.pages.article import StoryTag
from newsroom.languages import LANGUAGES, language
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_front_page, make_picture, make_story, make_translation, publish_page

pytestmark = pytest.mark.django_db
SECRET = "only for tests"


@pytest.fixture(autouse=True)
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield


def read(client: Client, address: str, country: str = "RU", **headers: str) -> Any:
    """The answer to a reader in a country, as an edge that we trust passes the request on."""
    return client.get(address, headers={"X-Geo-Secret": SECRET, "CF-IPCountry": country, **headers})


def notices_on(answer: Any) -> list[str]:
    """Keys of the notices on a page, in their order."""
    return [str(found["data-notice"]) for found in BeautifulSoup(answer.content, "html.parser").select("[data-notice]")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reader_in_the_region_meets_the_notice_on_every_page_and_others_do_not(code: str, client: Client) -> None:
    story = make_story(code)
    notice = make_notice()
    make_text(notice, "ru", "Слова")
    make_rule(notice)
    addresses = [f"/{code}/", story.get_parent().url_path, story.url_path, f"/{code}/no-such-page/"]
    for address in addresses:
        assert notices_on(read(client, address)) == ["undesirable"], address
        assert notices_on(read(client, address, "XX")) == ["undesirable"], address
        assert notices_on(read(client, address, "T1")) == ["undesirable"], address
        assert notices_on(read(client, address, "DE")) == [], address
    assert notices_on(read(client, f"/{code}/legal/", "DE")) == ["undesirable"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_notice_that_falls_back_carries_its_own_language_and_says_so(code: str, client: Client) -> None:
    story = make_story(code)
    notice = make_notice()
    make_text(notice, "fa", "واژه‌ها")
    make_rule(notice)
    html = BeautifulSoup(read(client, story.url_path).content, "html.parser")
    found = html.select_one("[data-notice]")
    assert found is not None
    assert (found["lang"], found["dir"]) == ("fa", "rtl")
    told = found.select_one(".notice-fallback")
    assert (told is None) is (code == "fa")
    if told is not None:
        assert (told["lang"], told["dir"]) == (language(code).tag, language(code).direction)


def test_a_request_without_the_secret_is_of_a_reader_of_whom_nothing_is_known(client: Client) -> None:
    story = make_story()
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    assert notices_on(client.get(story.url_path, headers={"CF-IPCountry": "DE"})) == ["undesirable"]


def test_a_withheld_story_answers_451_where_it_is_withheld_and_nowhere_else(client: Client) -> None:
    story = make_story(title="The withheld words", lead_picture=make_picture())
    order = make_notice("order", Kind.WITHHELD, authority="A court", basis="A law")
    make_text(order)
    make_rule(
        order,
        make_region("DE"),
        scope_kind=ScopeKind.STORY,
        scope_target=str(story.translation_key),
        applies_to_unknown=False,
    )
    answer = read(client, story.url_path, "DE")
    assert answer.status_code == 451
    assert 'rel="blocked-by"' in answer["Link"]
    told = answer.content.decode()
    assert "A court" in told
    assert "A law" in told
    assert "The withheld words" not in told
    assert read(client, story.url_path, "FR").status_code == 200
    assert read(client, story.url_path, "XX").status_code == 200


def test_a_withheld_story_is_in_no_list_link_or_language_switch_of_that_reader(client: Client) -> None:
    story = make_story(title="The withheld words", breaking_until="2999-01-01T00:00:00Z")
    translation = make_translation(story, "ru", title="Те же слова")
    other = make_story(title="Another story")
    home = make_front_page("en")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(
        order,
        make_region("DE"),
        scope_kind=ScopeKind.STORY,
        scope_target=str(story.translation_key),
        languages=["en"],
        applies_to_unknown=True,
    )
    for address in ("/en/", story.get_parent().url_path, other.url_path, translation.url_path, "/en/nothing/"):
        assert "The withheld words" not in read(client, address, "DE").content.decode(), address
        assert story.url_path not in read(client, address, "DE").content.decode(), address
        assert "The withheld words" not in read(client, address, "XX").content.decode(), address
    assert "The withheld words" in read(client, "/en/", "FR").content.decode()
    assert home.live
    assert read(client, translation.url_path, "DE").status_code == 200


def test_a_secret_order_looks_like_a_page_that_never_was(client: Client) -> None:
    story = make_story()
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True)
    make_text(order)
    make_rule(
        order,
        make_region("DE"),
        scope_kind=ScopeKind.STORY,
        scope_target=str(story.translation_key),
        applies_to_unknown=False,
    )
    withheld, missing = read(client, story.url_path, "DE"), read(client, "/en/world/no-such-story/", "DE")
    assert (withheld.status_code, missing.status_code) == (404, 404)
    assert withheld.content == missing.content
    assert read(client, story.url_path, "FR").status_code == 200


@pytest.mark.parametrize("scope", [ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY, ScopeKind.SITE])
def test_a_rule_about_a_section_a_tag_or_a_story_is_met_on_its_pages_and_in_lists(scope: str, client: Client) -> None:
    story = make_story(section_slug="world")
    story.tags.add("elections")
    publish_page(story)
    other = make_story(section_slug="culture", title="Another")
    targets = {
        ScopeKind.SECTION: str(story.get_parent().translation_key),
        ScopeKind.TAG: "elections",
        ScopeKind.STORY: str(story.translation_key),
        ScopeKind.SITE: "",
    }
    notice = make_notice()
    make_text(notice)
    make_rule(notice, scope_kind=scope, scope_target=targets[ScopeKind(scope)])
    assert StoryTag.objects.count() == 1
    assert notices_on(read(client, story.url_path)) == ["undesirable"]
    assert notices_on(read(client, other.url_path)) == (["undesirable"] if scope == ScopeKind.SITE else [])
    assert notices_on(read(client, "/en/"))[:1] == ["undesirable"]


def test_share_links_go_and_search_engines_are_asked_to_stay_away_where_a_rule_says_so(client: Client) -> None:
    story = make_story()
    notice = make_notice()
    make_text(notice)
    make_rule(notice, effects=[Effect.SHOW, Effect.HIDE_SHARE, Effect.NOINDEX], placement=Placement.BOTH)
    answer = read(client, story.url_path)
    html = BeautifulSoup(answer.content, "html.parser")
    assert html.select_one(".share") is None
    assert answer["X-Robots-Tag"] == "noindex"
    assert html.select_one('meta[name="robots"][content="noindex"]') is not None
    assert notices_on(answer) == ["undesirable", "undesirable"]
    assert BeautifulSoup(read(client, story.url_path, "DE").content, "html.parser").select_one(".share") is not None


def test_what_networks_show_of_a_shared_story_begins_with_the_notice(client: Client) -> None:
    story = make_story(standfirst="In a sentence.")
    notice = make_notice()
    make_text(notice, words="Mind the law")
    make_rule(notice)
    card = BeautifulSoup(read(client, story.url_path, "XX").content, "html.parser").select_one(
        'meta[property="og:description"]'
    )
    assert card is not None
    assert card["content"] == "Mind the law: heading · In a sentence."


def test_staff_see_what_is_withheld(admin_client: Client) -> None:
    story = make_story(title="The withheld words")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(order, make_region(), applies_to_unknown=True)
    publish_page(story)
    assert "The withheld words" in admin_client.get(f"/admin/pages/{story.get_parent().pk}/").content.decode()


class Unreachable:
    """A database that does not answer."""

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        raise DatabaseError


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_notice_holds_while_the_database_is_away(code: str) -> None:
    story = make_story(code)
    notice = make_notice()
    make_text(notice, "ru", "Слова")
    make_rule(notice)
    reader = Client(raise_request_exception=False)
    assert notices_on(read(reader, story.url_path)) == ["undesirable"]
    with connection.execute_wrapper(Unreachable()):
        away, elsewhere = read(reader, story.url_path), read(reader, story.url_path, "DE")
    assert (away.status_code, notices_on(away)) == (500, ["undesirable"])
    assert notices_on(elsewhere) == []


def test_a_withheld_story_stays_withheld_while_the_database_is_away() -> None:
    story = make_story(title="The withheld words")
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    reader = Client(raise_request_exception=False)
    assert read(reader, story.url_path, "DE").status_code == 451
    with connection.execute_wrapper(Unreachable()):
        answer = read(reader, story.url_path, "DE")
    assert answer.status_code >= 451
    assert "The withheld words" not in answer.content.decode()


def test_without_its_database_of_addresses_every_reader_meets_the_notice(client: Client) -> None:
    story = make_story()
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    with override_settings(GEO_SOURCE="mmdb", GEO_DATABASE_PATH="/nowhere/places.mmdb"):
        assert notices_on(client.get(story.url_path)) == ["undesirable"]
