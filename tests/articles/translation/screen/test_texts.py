"""Tests of the texts beside a translation: how the translation's came to be, and what may be asked for."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup, Tag
from pytest_django import Settings

from articles.pages.article import ArticlePage
from articles.translation.ways import note_machine, review
from newsroom.users.groups import editors_of
from tests.articles.translation.aids.asked import content_of
from tests.articles.translation.screen.screens import found_in, screen_of, words_of
from tests.articles.translation.stories import Raw, make_source, record_of, translate, write
from tests.factories import make_picture, make_story

pytestmark = pytest.mark.django_db
MACHINE = "<p>این را ماشین نوشت.</p>"


def text_of(screen: BeautifulSoup, key: str) -> Tag:
    return found_in(screen, f'[data-source-unit="{key}"]')


def way_of(screen: BeautifulSoup, key: str) -> list[str]:
    """What is said of how it came to be."""
    return words_of(text_of(screen, key), "[data-way]:not([hidden])")


@pytest.fixture
def story(db: None) -> ArticlePage:
    """A Persian draft: a headline by a person, a paragraph by a machine, and one that nobody has written."""
    story = translate(make_source(2), "fa")
    note_machine(record_of(story), {"block:b0": MACHINE}, engine="practice")
    body: Raw = json.loads(content_of(story)["body"])
    return write(story, [{**body[0], "value": MACHINE}, body[1]], title="دریا پایین می‌رود")


class TestWays:
    def test_each_text_says_how_it_came_to_be_and_only_a_machines_can_be_checked(self, story: ArticlePage) -> None:
        screen = screen_of(story)
        assert way_of(screen, "title") == []
        assert way_of(screen, "block:b0") == ["By a machine, unchecked"]
        assert [text["data-source-unit"] for text in screen.select("[data-unwritten]")] == ["block:b1"]
        buttons = screen.select("[data-review]:not([hidden])")
        assert [button.find_parent(attrs={"data-source-unit": True}) for button in buttons] == [
            text_of(screen, "block:b0")
        ]

    def test_the_head_counts_what_nobody_has_checked(self, story: ArticlePage) -> None:
        line = found_in(screen_of(story), "[data-machine]")
        assert "By a machine, unchecked: 1" in line.get_text()
        assert not line.has_attr("hidden")

    def test_what_is_checked_says_so_and_is_no_longer_counted(self, story: ArticlePage) -> None:
        review(record_of(story), ["block:b0"], content_of(story), by=None)
        screen = screen_of(story)
        assert way_of(screen, "block:b0") == ["By a machine, checked"]
        assert found_in(screen, "[data-machine]").has_attr("hidden")


class TestWhatMayBeAskedFor:
    def test_every_text_has_its_aids_and_what_it_is_called_inside_its_block(self) -> None:
        body: Raw = [
            {"id": "q", "type": "quote", "value": {"text": "<p>It does not wait.</p>", "speaker": "Marat"}},
            {
                "id": "g",
                "type": "gallery",
                "value": [{"id": "i1", "type": "item", "value": {"picture": make_picture().pk, "caption": "May"}}],
            },
        ]
        screen = screen_of(translate(make_story(body=json.dumps(body)), "fa"))
        keys = [text["data-source-unit"] for text in screen.select("[data-source-unit]")]
        assert keys == ["title", "block:q/text", "block:q/speaker", "block:g/i1/caption"]
        assert words_of(screen, ".source-text__label") == ["Words", "Speaker", "Caption"]
        assert len(screen.select("[data-suggest]")) == len(screen.select("[data-offers]")) == len(keys)

    def test_what_the_translation_leaves_out_has_none(self, story: ArticlePage) -> None:
        write(story, [])
        assert not text_of(screen_of(story), "block:b0").select("button")

    def test_no_machine_is_offered_where_none_is_configured(self, story: ArticlePage, settings: Settings) -> None:
        settings.TRANSLATION_ENGINE = None
        screen = screen_of(story)
        assert not screen.select("[data-suggest], [data-fill]")
        assert "Alt+M" not in found_in(screen, ".source-keys").get_text()
        assert screen.select("[data-offers]")

    def test_the_other_script_of_a_language_needs_none(self, settings: Settings) -> None:
        settings.TRANSLATION_ENGINE = None
        story = translate(translate(make_source(1), "sr"), "sr-latn")
        assert screen_of(story, "mira", editors_of("sr-latn")).select("[data-suggest]")


class TestChecks:
    def test_what_is_worth_a_second_look_is_listed_when_the_page_opens(self, story: ArticlePage) -> None:
        screen = screen_of(story)
        rows = screen.select("[data-source-bar] [data-check-unit]")
        assert [row["data-check-unit"] for row in rows] == ["block:b1"]
        assert "Worth a second look: 1" in found_in(screen, "[data-checks-count]").get_text()

    def test_nothing_to_look_at_is_said(self, story: ArticlePage) -> None:
        write(story, [])
        assert "Nothing to look at" in found_in(screen_of(story), "[data-checks-count]").get_text()


def test_keys_are_told(story: ArticlePage) -> None:
    keys = words_of(found_in(screen_of(story), ".source-keys"), "kbd")
    assert keys == [f"Alt+{letter}" for letter in "NPMRYKJ"]
