"""Tests of the demo's stories as ninjs items."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from articles.syndication.ninjs import read_item
from articles.syndication.problems import Findings
from articles.syndication.schema import errors_in
from newsroom.demo.as_ninjs import items_of
from newsroom.demo.content_files import DemoStory, desks, stories
from newsroom.languages import LANGUAGES

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
STORIES = {story.slug: story for story in stories()}
DESKS = desks()


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_item_is_valid_and_is_read_without_a_word(story: DemoStory) -> None:
    items = items_of(story, DESKS, NOW)
    assert [item["language"] for item in items] == [LANGUAGES[code].tag for code in story.languages]
    for item in items:
        assert errors_in(item) == []
        findings = Findings(item["uri"])
        read = read_item(item, findings)
        assert (findings.errors, findings.warnings) == ([], [])
        assert read
        assert read.body


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_item_but_the_english_was_translated_from_it(story: DemoStory) -> None:
    english, *others = items_of(story, DESKS, NOW)
    assert "altIds" not in english
    assert all(item["altIds"] == [{"role": "translation-of", "value": english["uri"]}] for item in others)
    assert len({item["uri"] for item in (english, *others)}) == len(others) + 1


def test_the_flagship_is_breaking_from_the_moment_it_is_loaded() -> None:
    for item in items_of(STORIES["caspian"], DESKS, NOW):
        assert item["urgency"] == 1
        assert datetime.fromisoformat(item["expires"]) > NOW
