"""Tests of how many queries a page takes: few, and as many with much on it as with little."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import DjangoAssertNumQueries
from wagtail.models import Site

from articles.credits.models import Service
from articles.legal import snapshot
from articles.pages.article import ArticlePage, RelatedLink
from articles.pages.founding import section
from media.models import CaptionTrack
from newsroom.languages import LANGUAGES
from tests.factories import (
    CAPTIONS,
    make_agency,
    make_correspondent,
    make_front_page,
    make_picture,
    make_place,
    make_story,
    make_translation,
    make_video,
)

pytestmark = pytest.mark.django_db

MOST = 22
COLD = 2
"""Queries of a process that does not know the rules of legal notices yet; a warm one asks at most once a second."""
MANY = 10


def _queries(client: Client, address: str) -> list[str]:
    """The queries of one visit by a reader to a process that remembers nothing."""
    cache.clear()
    snapshot.forget()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def _link() -> str:
    return f'<a linktype="page" id="{make_story(title="Linked").pk}">a report</a>'


def _picture_use() -> dict[str, Any]:
    return {"picture": make_picture(credit="Somebody"), "caption": "Caption", "alt": ""}


def _video_use() -> dict[str, Any]:
    return {"video": make_video(), "title": "Watch", "caption": ""}


BLOCKS: dict[str, Callable[[], Any]] = {
    "paragraph": lambda: f"<p>See {_link()}.</p>",
    "heading": lambda: "A subheading",
    "quote": lambda: {"text": f"<p>I wrote {_link()}.</p>", "speaker": "Marat Ilyasov"},
    "list": lambda: f"<ul><li>{_link()}</li></ul>",
    "fact_box": lambda: {"heading": "Background", "text": f"<p>See {_link()}.</p>"},
    "picture": _picture_use,
    "gallery": lambda: [_picture_use(), _picture_use()],
    "video": _video_use,
    "embed": lambda: {"address": "https://vimeo.com/76979871", "caption": ""},
}


def _full_story(**fields: Any) -> ArticlePage:
    """A story that shows one of everything there is."""
    values = {
        "lead_picture": make_picture(),
        "body": [(kind, make()) for kind, make in BLOCKS.items()],
        "credits": _credits(1),
        "related_links": [RelatedLink(related_story=make_story(title="Related", lead_picture=make_picture()))],
        **fields,
    }
    make_front_page(about_heading="About us", about_text=f"<p>{_link()}</p>", about_picture=make_picture())
    return make_story(title="Everything", breaking_until="2100-01-01T00:00Z", **values)


def _credits(number: int) -> list[dict[str, Any]]:
    """Of every kind of party, so many."""
    people = [make_correspondent(f"Person {n}", f"Organisation {n} of {number}") for n in range(number)]
    return [
        *({"correspondent": person, "place": make_place(f"Place {n}")} for n, person in enumerate(people)),
        *({"service": Service.objects.create(name=f"Service {n} of {number}")} for n in range(number)),
        *({"agency": make_agency(f"Agency {n} of {number}")} for n in range(number)),
    ]


def test_story_with_everything_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    story = _full_story()
    for code in ("ru", "fa"):
        make_translation(story, code)
    cache.clear()
    snapshot.forget()
    Site.clear_site_root_paths_cache()
    with django_assert_max_num_queries(MOST):
        assert client.get(story.url_path).status_code == 200


@pytest.mark.parametrize("address", ["/en/", "/en/world/"])
def test_lists_take_few_queries(
    address: str, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _full_story()
    cache.clear()
    snapshot.forget()
    Site.clear_site_root_paths_cache()
    with django_assert_max_num_queries(MOST):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("kind", BLOCKS)
def test_more_blocks_take_no_more_queries(kind: str, client: Client) -> None:
    one = make_story(title="One", body=[(kind, BLOCKS[kind]())])
    many = make_story(title="Many", body=[(kind, BLOCKS[kind]()) for _ in range(MANY)])
    assert len(_queries(client, many.url_path)) == len(_queries(client, one.url_path)) <= MOST


def test_more_pictures_in_a_gallery_take_no_more_queries(client: Client) -> None:
    few = make_story(title="Few", body=[("gallery", [_picture_use() for _ in range(2)])])
    many = make_story(title="Many", body=[("gallery", [_picture_use() for _ in range(MANY)])])
    assert len(_queries(client, many.url_path)) == len(_queries(client, few.url_path))


def test_more_tracks_of_a_video_take_no_more_queries(client: Client) -> None:
    video = make_video()
    story = make_story(body=[("video", {"video": video, "title": "Watch", "caption": ""})])
    before = _queries(client, story.url_path)
    for code in [code for code in LANGUAGES if code != "en"]:
        CaptionTrack.objects.create(video=video, language=code, captions=CAPTIONS, transcript="Words.")
    assert len(_queries(client, story.url_path)) == len(before)


def test_more_credits_take_no_more_queries(client: Client) -> None:
    one = make_story(title="One", credits=_credits(1))
    before = _queries(client, one.url_path)
    many = make_story(title="Many", credits=_credits(MANY))
    assert len(_queries(client, many.url_path)) == len(before)


def test_more_related_stories_take_no_more_queries(client: Client) -> None:
    others = [make_story(title=f"Other {n}", lead_picture=make_picture()) for n in range(4)]
    one = make_story(title="One", section_slug="culture", related_links=[RelatedLink(related_story=others[0])])
    make_story(title="Neighbour", section_slug="culture")
    many = make_story(
        title="Many", section_slug="culture", related_links=[RelatedLink(related_story=other) for other in others]
    )
    assert len(_queries(client, many.url_path)) <= len(_queries(client, one.url_path)) <= MOST


def test_more_languages_take_no_more_queries(client: Client) -> None:
    story = make_story(title="Everywhere")
    addresses = (story.url_path, "/en/", "/en/world/")
    make_translation(story, "ru")
    before = [len(_queries(client, address)) for address in addresses]
    for code in LANGUAGES:
        if code not in ("en", "ru"):
            make_translation(story, code)
    assert [len(_queries(client, address)) for address in addresses] == before
    assert max(before) <= MOST


def test_more_stories_and_sections_take_no_more_queries(client: Client) -> None:
    shown: dict[str, Any] = {"lead_picture": make_picture(), "breaking_until": "2100-01-01T00:00Z"}
    story = make_story(title="First", **shown)
    for number in range(8):
        make_story(title=f"Early {number}", section_slug="culture", **shown)
    addresses = (story.url_path, "/en/", "/en/world/", "/en/culture/")
    before = [len(_queries(client, address)) for address in addresses]
    for number in range(60):
        place = f"section-{number % 6}" if number % 2 else "world"
        make_story(title=f"Story {number}", section_slug=place, **shown)
    assert [len(_queries(client, address)) for address in addresses] == before
    assert max(before) <= MOST


def test_page_of_a_person_takes_no_more_queries_with_more_stories(client: Client) -> None:
    person = make_correspondent()
    make_story(credits=[{"correspondent": person}], lead_picture=make_picture())
    address = f"/en/people/{person.key}/"
    before = _queries(client, address)
    for number in range(MANY):
        make_story(title=f"Story {number}", credits=[{"correspondent": person}], lead_picture=make_picture())
    assert len(_queries(client, address)) == len(before) <= MOST


def test_page_that_is_not_found_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    section("en", "world")
    cache.clear()
    with django_assert_max_num_queries(MOST):
        assert client.get("/en/world/no-such-story/").status_code == 404


def test_language_choice_page_takes_one_query_and_the_rules_their_own(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_front_page()
    with django_assert_max_num_queries(1 + COLD):
        assert client.get("/").status_code == 200
