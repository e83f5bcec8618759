"""Tests of what stands beside a translation, as the editor's page shows it."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.translation.accepting import Answer, accept
from articles.translation.models import Translation
from articles.translation.screen.beside import beside
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of, translators_of
from tests.articles.translation.screen.screens import screen_of, words_of
from tests.articles.translation.stories import (
    Raw,
    edited,
    make_source,
    paragraph,
    paragraphs,
    publish,
    record_of,
    translate,
    write,
)
from tests.factories import make_administrator, make_correspondent, make_draft, make_picture, make_story, make_user

pytestmark = pytest.mark.django_db


def part_of(screen: BeautifulSoup, key: str) -> Tag:
    found = screen.select_one(f'[data-part="{key}"]')
    assert found is not None
    return found


def answers_of(part: Tag) -> list[str]:
    """The buttons that can be seen."""
    return [str(each["data-answer"]) for each in part.select("[data-answer]") if not each.has_attr("hidden")]


def bar_of(screen: BeautifulSoup) -> str:
    found = screen.select_one("[data-source-bar]")
    assert found is not None
    return found.get_text(" ", strip=True)


class TestTheSource:
    def test_each_field_and_block_has_its_part_in_the_language_of_the_source(self) -> None:
        source = make_source(2, kicker="Sea", lead_picture=make_picture(title="A pier"), lead_alt="Pier")
        screen = screen_of(translate(source, "fa"))
        keys = [part["data-part"] for part in screen.select("[data-part]")]
        assert keys == ["kicker", "title", "lead_picture", "lead_alt", "block:b0", "block:b1"]
        text = part_of(screen, "block:b1").select_one(".source-part__text")
        assert text is not None
        assert (text["lang"], text["dir"]) == ("en", "ltr")
        assert text.get_text() == "Sentence number 1 stands here."
        assert words_of(screen, ".source-part__label")[:2] == ["Kicker", "Headline"]

    def test_pictures_captions_speakers_and_credits_are_part_of_it(self) -> None:
        picture = make_picture(title="A pier")
        body: Raw = [
            {"id": "i", "type": "picture", "value": {"picture": picture.pk, "caption": "In May", "alt": "Boats"}},
            {"id": "q", "type": "quote", "value": {"text": "<p>It does not wait.</p>", "speaker": "Marat"}},
        ]
        credits = [{"correspondent": make_correspondent("Mike Eckel")}]
        screen = screen_of(translate(make_story(body=json.dumps(body), credits=credits), "fa"))
        assert part_of(screen, "block:i").select_one("img[alt='A pier']")
        assert words_of(part_of(screen, "block:i"), ".source-part__text p") == ["In May", "Boats"]
        assert words_of(part_of(screen, "block:q"), ".source-part__text p") == ["It does not wait.", "Marat"]
        assert "Mike Eckel" in part_of(screen, "credits").get_text()

    def test_a_lost_picture_is_no_reason_to_stop(self) -> None:
        picture = make_picture(title="A pier")
        story = translate(make_source(1, lead_picture=picture), "fa")
        picture.renditions.all().delete()
        picture.file.storage.delete(picture.file.name)
        assert "A pier" in part_of(screen_of(story), "lead_picture").get_text()

    def test_hostile_text_of_the_source_stays_text(self) -> None:
        body: Raw = [
            {"id": "h", "type": "heading", "value": "<script>alert(1)</script>"},
            paragraph("p", '<a href="javascript:alert(2)" onclick="alert(3)">here</a>'),
        ]
        source = make_story(title='"><script>alert(4)</script>', body=json.dumps(body))
        screen = screen_of(translate(source, "fa"))
        shown = screen.select_one("[data-source]")
        assert shown is not None
        assert not shown.select("script, [onclick], [data-part] a[href]")
        assert "<script>alert(1)</script>" in part_of(screen, "block:h").get_text()

    @pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
    def test_it_stands_beside_every_language(self, code: str) -> None:
        story = translate(make_source(1), code)
        shown = beside(story, make_administrator())
        assert shown is not None
        assert [part.key for part in shown.parts] == ["title", "block:b0"]

    def test_a_translation_of_a_translation_stands_beside_its_own_source(self) -> None:
        russian = publish(translate(make_source(1), "ru"), title="Море падает")
        screen = screen_of(translate(russian, "crh"), "dina", editors_of("crh"))
        text = part_of(screen, "title").select_one(".source-part__text")
        assert text is not None
        assert (text["lang"], text.get_text()) == ("ru", "Море падает")

    def test_a_story_of_ones_own_has_none(self) -> None:
        assert not screen_of(make_draft("fa")).select("[data-source], [data-source-bar]")


class TestChanges:
    def test_the_bar_counts_words_and_changes_and_leads_on(self) -> None:
        source = make_source(2)
        story = translate(source, "fa")
        publish(source, edited(paragraphs(2), "b1", "One."))
        screen = screen_of(story)
        assert "Changes left: 1" in bar_of(screen)
        assert "Words: 9 in the source, 13 here" in bar_of(screen)
        links = [link["href"] for link in screen.select("[data-source-bar] a")]
        assert links == [f"/admin/pages/{source.pk}/edit/", source.url_path]
        ways = screen.select("[data-next]:not([hidden]), [data-previous]:not([hidden])")
        assert [way["aria-keyshortcuts"] for way in ways] == ["Alt+N", "Alt+P"]

    def test_a_changed_paragraph_shows_its_words_that_came_and_went_and_says_which(self) -> None:
        source = make_source(2)
        story = translate(source, "fa")
        publish(source, edited(paragraphs(2), "b1", "Sentence number 1 falls here."))
        part = part_of(screen_of(story), "block:b1")
        assert part.has_attr("data-changed")
        assert words_of(part, ".source-part__kind") == ["Changed"]
        assert words_of(part, "del") == ["Removed: stands"]
        assert words_of(part, "ins") == ["Added: falls"]
        assert answers_of(part) == ["done", "still_fine", "not_here"]

    def test_only_what_changed_is_marked(self) -> None:
        source = make_source(3)
        story = translate(source, "fa")
        publish(source, edited(paragraphs(3), "b1", "Other."))
        assert [part["data-part"] for part in screen_of(story).select("[data-changed]")] == ["block:b1"]

    def test_what_came_and_went_is_named_and_what_is_new_can_be_taken(self) -> None:
        source = make_source(3)
        story = translate(source, "fa")
        publish(source, [*paragraphs(2), paragraph("new", "New.")])
        screen = screen_of(story)
        added, removed = part_of(screen, "block:new"), part_of(screen, "block:b2")
        assert words_of(added, ".source-part__kind") == ["New in the source"]
        assert added.select("[data-insert]")
        assert words_of(removed, ".source-part__kind") == ["Removed from the source"]
        assert "Sentence number 2" in removed.get_text()
        assert not removed.select("[data-insert]")

    def test_what_was_dealt_with_can_be_taken_back(self) -> None:
        source = make_source(2)
        story = translate(source, "fa")
        publish(source, edited(paragraphs(2), "b1", "Other."))
        accept(record_of(story), "block:b1", by=None, answer=Answer.DONE)
        screen = screen_of(story)
        assert answers_of(part_of(screen, "block:b1")) == ["take_back"]
        assert "No changes left" in bar_of(screen)
        assert not screen.select("[data-next]:not([hidden]), [data-previous]:not([hidden])")

    def test_that_the_source_is_behind_itself_is_told(self) -> None:
        source = make_source(2)
        russian = publish(translate(source, "ru"))
        tatar = translate(russian, "tt")
        publish(source, edited(paragraphs(2), "b1", "Other."))
        bar = bar_of(screen_of(tatar, "dina", editors_of("tt")))
        assert "The source is itself behind its own source. Parts: 1" in bar


def test_what_the_translation_does_on_purpose_is_marked() -> None:
    story = translate(make_source(4), "fa")
    b0, _b1, b2, b3 = paragraphs(4)
    write(story, [b3, b0, paragraph("own", "از خودمان"), b2])
    screen = screen_of(story)
    assert words_of(part_of(screen, "block:b1"), ".source-part__mark") == ["Left out here"]
    assert words_of(part_of(screen, "block:b3"), ".source-part__mark") == ["In another place here"]
    root = screen.select_one("[data-source]")
    assert root is not None
    assert (root["data-own"], root["data-own-label"]) == ("block:own", "Only in this language")


class TestWhoMaySee:
    def test_a_draft_of_another_desk_shows_nothing_of_itself(self) -> None:
        source = make_draft("ka", title="Secret")
        story = translate(make_source(1), "fa")
        uzbek = make_story("uz", title="Other").locale
        Translation.objects.filter(story=story).update(source=source, locale=uzbek)
        page = screen_of(story)
        assert "Secret" not in page.get_text()
        assert not page.select("[data-part]")

    def test_a_draft_that_the_desk_was_asked_for_does(self) -> None:
        source = make_draft("en", title="Tomorrow's news", body=json.dumps(paragraphs(1)))
        assert "Tomorrow's news" in part_of(screen_of(translate(source, "fa")), "title").get_text()

    def test_a_translator_sees_the_source_of_a_draft_of_ones_own(self) -> None:
        story = translate(make_source(1), "fa")
        reza = make_user("reza", translators_of("fa"))
        ArticlePage.objects.filter(pk=story.pk).update(owner=reza)
        client = Client()
        client.force_login(reza)
        answer = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
        assert part_of(BeautifulSoup(answer.content, "html.parser"), "block:b0")


def story_of_many(number: int) -> ArticlePage:
    """A translation whose source has so many paragraphs with links, all changed, and a quarter as many pictures."""
    pictures: Raw = [
        {"id": f"i{n}", "type": "picture", "value": {"picture": make_picture().pk, "caption": "In May", "alt": ""}}
        for n in range(number // 4)
    ]
    linked = make_story()
    link = f'<a linktype="page" id="{linked.pk}">Another</a>'
    source = make_story(body=json.dumps([*paragraphs(number), *pictures]))
    story = publish(translate(source, "fa"))
    publish(source, [*(paragraph(f"b{n}", link) for n in range(number)), *pictures])
    return story


def test_the_source_costs_as_many_queries_with_forty_blocks_as_with_four() -> None:
    """The first visit makes pictures small; what counts is every later one."""
    counts = []
    for number in (4, 40):
        story, admin = story_of_many(number), make_administrator(f"admin{number}")
        beside(story, admin)
        story = ArticlePage.objects.get(pk=story.pk)
        with CaptureQueriesContext(connection) as queries:
            found = beside(story, admin)
        assert found is not None
        assert len(found.changed) == number
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 11


def test_the_editors_page_costs_no_more_for_forty_paragraphs_than_for_four(client: Client) -> None:
    client.force_login(make_administrator())
    counts = []
    for number in (4, 40):
        source = make_source(number)
        story = translate(source, "fa")
        publish(source, [paragraph(f"b{n}", "Other.") for n in range(number)])
        address = reverse("wagtailadmin_pages:edit", args=[story.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_markup_that_came_past_the_editor_is_taken_off() -> None:
    body: Raw = [paragraph("p", 'Here<img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script>')]
    story = translate(make_story(body=json.dumps(body)), "fa")
    found = beside(story, make_administrator())
    assert found is not None
    [shown] = [text.shown for part in found.parts if part.key == "block:p" for text in part.texts]
    assert "<p>Here" in shown
    assert not BeautifulSoup(shown, "html.parser").select("img, script")
