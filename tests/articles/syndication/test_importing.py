"""Tests of the import of a file of stories: what each says becomes a page, all of the file or nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.pages.article import ArticlePage
from articles.pages.embargo.setting import set_embargo
from articles.pages.founding import front_page, section
from articles.pages.home import HomePage
from articles.pages.killing.killing import kill_story
from articles.pages.killing.models import Kill
from articles.pages.origin import record_origin
from articles.pages.section import SectionPage
from articles.syndication import cancelling
from articles.syndication.importing import CREATED, UPDATED
from media.models import Picture, PublicUse, Video
from newsroom.languages import LANGUAGES
from tests.factories import make_story, make_translation
from tests.story_files import (
    URI,
    bring_in,
    imported_story,
    picture_association,
    put_picture,
    refusal_of,
    story_item,
    video_association,
    write_items,
)

pytestmark = pytest.mark.django_db

AT_NINE = datetime(2026, 11, 19, 9, tzinfo=UTC)


def the_story() -> ArticlePage:
    return ArticlePage.objects.get(uri=URI)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_story_is_made_in_its_language(tmp_path: Path, code: str) -> None:
    (outcome,) = bring_in(write_items(tmp_path, story_item(code))).outcomes
    story = the_story()
    assert (outcome.state, outcome.language, outcome.uri) == (CREATED, code, URI)
    assert outcome.address == story.url_path == f"/{code}/news/a-story/"
    assert story.locale.language_code == code
    assert SectionPage.objects.get().locale.language_code == code
    assert HomePage.objects.get().slug == code


def test_every_line_of_an_item_stands_in_its_place(tmp_path: Path) -> None:
    item = story_item(
        headlines=[{"role": "kicker", "value": "Breaking News"}, {"role": "main", "value": "Sea <i>retreats</i>"}],
        descriptions=[{"role": "summary", "value": "Five countries."}],
        located="Baku",
        body="<p>One</p><h2>Two</h2>",
    )
    story = imported_story(tmp_path, item, publish=True)
    assert (story.kicker, story.title, story.standfirst) == ("Breaking News", "Sea <i>retreats</i>", "Five countries.")
    assert (story.dateline, story.draft_title) == ("Baku", story.title)
    assert [(block.block_type, str(block.value)) for block in story.body] == [
        ("paragraph", "<p>One</p>"),
        ("heading", "Two"),
    ]


def test_a_headline_with_markup_is_inert_on_the_page(tmp_path: Path, client: Client) -> None:
    put_picture(tmp_path)
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e\x00"
    words = [{"role": "caption", "value": hostile}, {"role": "alt", "value": hostile}]
    item = story_item(
        headlines=[{"role": "main", "value": hostile}, {"role": "kicker", "value": hostile}],
        descriptions=[{"role": "summary", "value": hostile}],
        located=hostile,
        subjects=[{"uri": "newsroom:section:world", "name": hostile}],
        infoSources=[{"role": "agency", "name": hostile}],
        associations=[picture_association(descriptions=words, by=hostile)],
        bodies=[{"value": "<h2>&lt;script&gt;</h2><figure data-association='lead'></figure>"}],
    )
    story = imported_story(tmp_path, item, publish=True)
    for address in (story.url_path, "/en/", "/en/world/"):
        html = client.get(address).content.decode()
        assert "&lt;script&gt;" in html
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert not set(html) & set("\u202e\x00")


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"headline": "x" * 300_000}, "headlines"),
        ({"headlines": [{"role": "main", "value": "a"}, {"role": "kicker", "value": "x" * 300_000}]}, "headlines"),
        ({"descriptions": [{"role": "summary", "value": "x" * 300_000}]}, "descriptions"),
        ({"located": "x" * 300_000}, "located"),
        ({"body": "<h2>" + "x" * 300_000 + "</h2>"}, "bodies"),
        ({"body": f"<blockquote cite='{'x' * 300_000}'><p>a</p></blockquote>"}, "bodies"),
        ({"body": f"<blockquote><p>{'x' * 300_000}</p></blockquote>"}, "bodies"),
        ({"body": "<blockquote></blockquote>"}, "bodies"),
        ({"body": "<aside><h2>Only a heading</h2></aside>"}, "bodies"),
        ({"body": "x" * 1_000_001}, "bodies[0].value"),
        ({"subjects": [{"uri": "newsroom:section:world", "name": "x" * 300_000}]}, "subjects"),
        ({"subjects": [{"uri": f"newsroom:section:{'x' * 300}"}]}, "subjects"),
        ({"subjects": [{"uri": "newsroom:section:people"}]}, "subjects"),
        ({"version": "x" * 300_000}, "version"),
        ({"language": "x" * 300_000}, "language"),
        ({"uri": "x" * 300_000}, "uri"),
        ({"headlineX": "x"}, "headlineX"),
        ({"versionCreated": "2026-02-30T00:00:00Z"}, "versionCreated"),
        ({"body": "<p onclick='x()'>a</p>"}, "bodies[0].value"),
        ({"body": "<figure data-association='none'></figure>"}, "bodies[0].value"),
    ],
)
def test_an_item_that_breaks_a_rule_is_refused_whole(tmp_path: Path, changes: dict[str, Any], path: str) -> None:
    good = story_item(uri="urn:good", subjects=[{"uri": "newsroom:section:culture", "name": "Culture"}])
    message = refusal_of(write_items(tmp_path, good, story_item(**changes)), publish=True)
    assert "items[1]" in message
    assert path in message
    assert "Validation error in" not in message


def test_a_breach_inside_the_body_names_its_block(tmp_path: Path) -> None:
    body = f"<p>a</p><blockquote><p>{'x' * 4000}</p></blockquote>"
    assert "bodies: block 2 (quote): text: " in refusal_of(write_items(tmp_path, story_item(body=body)))


def test_a_file_of_several_items_comes_in_whole_and_in_order(tmp_path: Path) -> None:
    items = [story_item(uri=f"urn:{number}", headline=f"Story {number}") for number in range(3)]
    outcomes = bring_in(write_items(tmp_path, *items)).outcomes
    assert [outcome.uri for outcome in outcomes] == ["urn:0", "urn:1", "urn:2"]


def test_without_publication_a_story_is_a_draft_that_nobody_sees(tmp_path: Path, client: Client) -> None:
    put_picture(tmp_path)
    imported_story(tmp_path, story_item(associations=[picture_association()]))
    story = the_story()
    assert not story.live
    assert client.get(story.url_path).status_code == 404
    assert not PublicUse.objects.exists()


def test_a_published_story_is_on_its_page_with_public_copies_of_its_pictures(tmp_path: Path, client: Client) -> None:
    put_picture(tmp_path)
    bring_in(write_items(tmp_path, story_item(associations=[picture_association()])), publish=True)
    assert client.get(the_story().url_path).status_code == 200
    assert Picture.objects.get().published.exists()


def test_times_are_those_of_the_item(tmp_path: Path) -> None:
    item = story_item(firstCreated="2026-11-18T09:00:00+04:00", versionCreated="2026-11-19T09:00:00Z")
    story = imported_story(tmp_path, item, publish=True)
    assert (story.published_at, story.updated_at) == (datetime(2026, 11, 18, 5, tzinfo=UTC), AT_NINE)
    assert story.was_updated


def test_stories_are_sorted_by_the_time_of_their_version(tmp_path: Path) -> None:
    items = [story_item(uri=f"urn:{day}", versionCreated=f"2026-11-{day}T09:00:00Z") for day in (12, 14, 13)]
    bring_in(write_items(tmp_path, *items), publish=True)
    newest = ArticlePage.objects.newest_first().values_list("uri", flat=True)
    assert list(newest) == ["urn:14", "urn:13", "urn:12"]


def test_an_embargoed_story_is_published_but_nobody_sees_it_before(tmp_path: Path, client: Client) -> None:
    put_picture(tmp_path)
    embargo = timezone.now() + timedelta(hours=1)
    item = story_item(embargoedUntil=embargo.isoformat(), associations=[picture_association()])
    bring_in(write_items(tmp_path, item), publish=True)
    story = the_story()
    assert (story.live, story.embargo_until) == (True, embargo)
    assert client.get(story.url_path).status_code == 404
    assert not Picture.objects.get().published.exists()
    with time_machine.travel(embargo + timedelta(minutes=1)):
        assert client.get(story.url_path).status_code == 200


def test_an_item_without_embargo_lifts_it(tmp_path: Path) -> None:
    imported_story(tmp_path, story_item(embargoedUntil="2100-01-01T00:00:00Z"), publish=True)
    assert imported_story(tmp_path, story_item(version="2"), publish=True).embargo_until is None


def test_an_embargo_that_the_newsroom_set_outlasts_what_the_sender_says(tmp_path: Path) -> None:
    story = imported_story(tmp_path, story_item(embargoedUntil="2100-01-01T00:00:00Z"), publish=True)
    ours = datetime(2101, 1, 1, tzinfo=UTC)
    set_embargo(story, until=ours, by=None)
    assert imported_story(tmp_path, story_item(version="2"), publish=True).embargo_until == ours
    theirs = story_item(version="3", embargoedUntil="2102-01-01T00:00:00Z")
    assert imported_story(tmp_path, theirs, publish=True).embargo_until == datetime(2102, 1, 1, tzinfo=UTC)


def test_urgent_news_breaks_until_its_end(tmp_path: Path) -> None:
    item = story_item(urgency=1, versionCreated="2026-11-19T09:00:00Z")
    assert imported_story(tmp_path, item, publish=True).breaking_until == AT_NINE + timedelta(hours=6)
    item |= {"version": "2", "expires": "2026-11-19T10:00:00Z"}
    assert imported_story(tmp_path, item, publish=True).breaking_until == AT_NINE + timedelta(hours=1)
    item |= {"version": "3", "urgency": 4}
    assert imported_story(tmp_path, item, publish=True).breaking_until is None


def test_a_withheld_story_leaves_the_site_and_stays_a_draft(tmp_path: Path, client: Client) -> None:
    put_picture(tmp_path)
    item = story_item(associations=[picture_association()])
    bring_in(write_items(tmp_path, item), publish=True)
    (outcome,) = bring_in(write_items(tmp_path, item | {"version": "2", "pubStatus": "withheld"})).outcomes
    assert outcome.state == UPDATED
    story = the_story()
    assert (story.live, story.killed_at) == (False, None)
    assert client.get(story.url_path).status_code == 404
    assert not Picture.objects.get().published.exists()


def test_a_cancelled_story_is_killed(tmp_path: Path, client: Client) -> None:
    put_picture(tmp_path)
    item = story_item(associations=[picture_association()])
    bring_in(write_items(tmp_path, item), publish=True)
    bring_in(write_items(tmp_path, item | {"version": "2", "pubStatus": "canceled"}))
    story = the_story()
    assert not story.live
    assert story.killed_at
    assert client.get(story.url_path).status_code == 404
    assert not Picture.objects.get().published.exists()


def test_a_cancelled_original_takes_every_language_down_and_comes_back_with_all(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, item := story_item()), publish=True)
    own = make_translation(the_story(), "fa")
    record_origin(own, the_story(), the_story().live_revision)
    bring_in(write_items(tmp_path, item | {"version": "2", "pubStatus": "canceled"}))
    own.refresh_from_db()
    assert own.killed_at
    assert Kill.objects.get().reason == cancelling.REASON
    bring_in(write_items(tmp_path, item | {"version": "3"}), publish=True)
    assert {story.is_visible for story in ArticlePage.objects.all()} == {True}


def test_a_cancelled_translation_leaves_its_original_as_it_is(tmp_path: Path) -> None:
    original = make_story()
    own = make_translation(original, "fa")
    record_origin(own, original, original.live_revision)
    cancelling.cancel(own)
    original.refresh_from_db()
    assert (own.is_visible, original.is_visible) == (False, True)
    assert not Kill.objects.exists()


def test_what_somebody_here_has_killed_no_sender_brings_back(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, item := story_item()), publish=True)
    kill_story(the_story(), by=None, reason="A source is in danger.")
    bring_in(write_items(tmp_path, item | {"version": "2"}), publish=True)
    assert the_story().killed_at


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_story_that_is_not_usable_is_never_published(tmp_path: Path, status: str) -> None:
    bring_in(write_items(tmp_path, story_item(pubStatus=status)), publish=True)
    assert not the_story().live


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_usable_version_brings_a_story_back(tmp_path: Path, status: str, client: Client) -> None:
    bring_in(write_items(tmp_path, story_item(pubStatus=status)), publish=True)
    bring_in(write_items(tmp_path, story_item(version="2")), publish=True)
    assert the_story().is_visible
    assert client.get(the_story().url_path).status_code == 200


def test_sections_are_made_as_needed_and_used_again(tmp_path: Path) -> None:
    subjects = [{"uri": "newsroom:section:world", "name": "The World"}]
    items = [story_item(uri=f"urn:{number}", subjects=subjects) for number in range(2)]
    bring_in(write_items(tmp_path, *items), publish=True)
    made = SectionPage.objects.get()
    assert (made.slug, made.title, made.live) == ("world", "The World", True)
    assert ArticlePage.objects.child_of(made).count() == 2


def test_a_section_that_is_there_keeps_its_title(tmp_path: Path) -> None:
    section("en", "world", "World")
    imported_story(tmp_path, story_item(subjects=[{"uri": "newsroom:section:world", "name": "Globe"}]))
    assert SectionPage.objects.get().title == "World"


def test_sections_of_one_slug_are_translations_of_each_other(tmp_path: Path) -> None:
    subjects = [{"uri": "newsroom:section:world"}]
    bring_in(write_items(tmp_path, story_item(subjects=subjects), story_item("ru", uri="urn:2", subjects=subjects)))
    assert len({page.translation_key for page in SectionPage.objects.all()}) == 1


def test_a_story_moves_with_its_section(tmp_path: Path) -> None:
    imported_story(tmp_path, story_item(subjects=[{"uri": "newsroom:section:world"}]), publish=True)
    item = story_item(version="2", subjects=[{"uri": "newsroom:section:culture"}])
    (outcome,) = bring_in(write_items(tmp_path, item), publish=True).outcomes
    assert outcome.address == the_story().url_path == "/en/culture/a-story/"
    bring_in(write_items(tmp_path, story_item(version="3")), publish=True)
    assert the_story().url_path == "/en/culture/a-story/"


def test_a_story_that_moves_beside_one_of_its_address_gets_another(tmp_path: Path) -> None:
    world, culture = ([{"uri": f"newsroom:section:{slug}"}] for slug in ("world", "culture"))
    bring_in(write_items(tmp_path, story_item(subjects=world), story_item(uri="urn:2", subjects=culture)), publish=True)
    bring_in(write_items(tmp_path, story_item(version="2", subjects=culture)), publish=True)
    assert the_story().url_path == "/en/culture/a-story-1/"
    assert the_story().live


def test_a_live_story_does_not_move_while_its_new_version_is_a_draft(tmp_path: Path) -> None:
    imported_story(tmp_path, story_item(subjects=[{"uri": "newsroom:section:world"}]), publish=True)
    item = story_item(version="2", subjects=[{"uri": "newsroom:section:culture"}])
    (warning,) = bring_in(write_items(tmp_path, item)).warnings
    assert (warning.path, warning.message) == ("subjects", "stays where it is until it is published in culture")
    assert the_story().url_path == "/en/world/a-story/"


def test_stories_of_one_headline_have_addresses_of_their_own(tmp_path: Path) -> None:
    outcomes = bring_in(write_items(tmp_path, story_item(), story_item(uri="urn:2"))).outcomes
    assert [outcome.address for outcome in outcomes] == ["/en/news/a-story/", "/en/news/a-story-1/"]


def test_lead_picture_and_figures_stand_where_the_item_says(tmp_path: Path) -> None:
    associations = []
    for number, name in enumerate(("lead", "shore", "hall", "seal")):
        put_picture(tmp_path, f"{name}.jpg", width=64 + number)
        words = [{"role": "caption", "value": f"Caption of {name}"}, {"role": "alt", "value": f"Alt of {name}"}]
        associations.append(picture_association(name, f"{name}.jpg", descriptions=words))
    associations.append(video_association({"name": "none", "duration": 48}))
    figures = ("shore", "hall seal", "watch", "seal watch")
    body = "".join(f'<figure data-association="{names}"></figure>' for names in figures)
    story = imported_story(tmp_path, story_item(body=body, associations=associations), publish=True)
    assert story.lead_picture == Picture.objects.get(uri="urn:example:picture:lead")
    assert (story.lead_caption, story.lead_alt) == ("Caption of lead", "Alt of lead")
    kinds = [block.block_type for block in story.body]
    assert kinds == ["picture", "gallery", "video", "picture", "video"]
    single, gallery, video = (block.value for block in story.body[:3])
    assert (single["caption"], single["alt"]) == ("Caption of shore", "Alt of shore")
    assert [use["picture"].uri for use in gallery] == ["urn:example:picture:hall", "urn:example:picture:seal"]
    assert (video["video"], video["title"]) == (Video.objects.get(), "The shore")


def test_blocks_keep_their_ids_from_version_to_version(tmp_path: Path) -> None:
    put_picture(tmp_path)
    body = "<p>One</p><figure data-association='lead lead'></figure><h2>Two</h2>"
    item = story_item(body=body, associations=[picture_association()])
    first = [block.id for block in imported_story(tmp_path, item, publish=True).body]
    again = [block.id for block in imported_story(tmp_path, item | {"version": "2"}, publish=True).body]
    assert first == again
    assert len(set(first)) == 3


def test_a_video_without_source_says_so_on_the_page(tmp_path: Path, client: Client) -> None:
    item = story_item(
        body='<figure data-association="watch"></figure>',
        associations=[video_association({"name": "none", "duration": 48})],
    )
    bring_in(write_items(tmp_path, item), publish=True)
    html = client.get(the_story().url_path).content.decode()
    assert "No media source currently available" in html
    assert "0:48" in html


def test_a_lead_picture_may_go_again(tmp_path: Path) -> None:
    put_picture(tmp_path)
    imported_story(tmp_path, story_item(associations=[picture_association()]), publish=True)
    story = imported_story(tmp_path, story_item(version="2"), publish=True)
    assert (story.lead_picture, story.lead_caption) == (None, "")
    assert not Picture.objects.filter(published__isnull=False, public_uses__isnull=False).exists()


def test_a_front_page_that_is_there_is_used(tmp_path: Path) -> None:
    home = front_page("en", "Meridian")
    imported_story(tmp_path, story_item())
    assert list(HomePage.objects.all()) == [home]
