"""Tests of the demo's content: complete in its languages, alike in its shape, sound in its form."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from newsroom.demo.content_files import FOLDER, IMAGES, DemoStory, desks, stories
from newsroom.languages import LANGUAGES
from newsroom.text import clean_line, clean_text

STORIES = {story.slug: story for story in stories()}
DESKS = desks()
FLAGSHIP = "caspian"
AT_LEAST = {"en", "ru", "uk", "fa", "kk"}
TEXTS = [(slug, code) for slug, story in STORIES.items() for code in story.texts]
TRANSLATIONS = [(slug, code) for slug, code in TEXTS if code != "en"]
SECTIONS = ("world", "society", "science", "culture")


def tags(html: str) -> list[tuple[str, str]]:
    """The tags of a body in order, figures with what they place."""
    soup = BeautifulSoup(html, "html.parser")
    return [(tag.name, str(tag.get("data-association") or tag.get("href") or "")) for tag in soup.find_all(True)]


def shape(value: Any) -> Any:
    """The names in a table, and which of them say anything, without what they say."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return bool(value.strip()) if isinstance(value, str) else type(value).__name__


def words_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in words_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in words_in(inner)]
    return [value] if isinstance(value, str) else []


def test_every_folder_is_a_story_the_desks_or_the_legal_words() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == {*STORIES, "desk", "legal"}


def test_the_flagship_is_told_in_every_language() -> None:
    assert set(STORIES[FLAGSHIP].texts) == set(LANGUAGES)


def test_at_least_eight_more_stories_stand_in_four_sections() -> None:
    assert len(STORIES) >= 9
    assert {story.facts["section"] for story in STORIES.values()} == set(SECTIONS)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_story_is_told_in_five_languages_at_least_and_only_in_ours(story: DemoStory) -> None:
    assert set(story.texts) >= AT_LEAST
    assert set(story.texts) <= set(LANGUAGES)
    assert story.languages[0] == "en"


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_file_of_a_story_is_there_and_its_credits_are_known(story: DemoStory) -> None:
    files = [picture["file"] for picture in story.facts["pictures"].values()]
    for video in story.facts.get("video", {}).values():
        files += [video[name] for name in ("poster", "file") if name in video]
    assert all((IMAGES / file).is_file() for file in files)
    assert "lead" in story.facts["pictures"]
    rooms = {"person": "people", "service": "services", "agency": "agencies", "place": "places"}
    for credit in story.facts.get("credits", []):
        assert all(key in DESKS["en"][rooms[kind]] for kind, key in credit.items())


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_times_of_a_story_are_in_order_and_have_a_zone(story: DemoStory) -> None:
    published, updated = (datetime.fromisoformat(story.facts[name]) for name in ("published", "updated"))
    assert published.tzinfo
    assert published <= updated


def test_no_two_stories_have_one_identity() -> None:
    assert len({story.facts["uri"] for story in STORIES.values()}) == len(STORIES)


@pytest.mark.parametrize(("slug", "code"), TEXTS)
def test_a_text_says_its_language_and_everything_that_english_says(slug: str, code: str) -> None:
    text, english = STORIES[slug].texts[code], STORIES[slug].texts["en"]
    assert text["language"] == code
    assert shape(text) == shape(english)
    assert all(text[name].strip() for name in ("headline", "kicker", "standfirst", "body"))
    assert all(words.strip() for words in words_in(text["pictures"]))


@pytest.mark.parametrize(("slug", "code"), TEXTS)
def test_a_text_has_the_same_tags_in_the_same_order_as_english(slug: str, code: str) -> None:
    text, english = STORIES[slug].texts[code], STORIES[slug].texts["en"]
    assert tags(text["body"]) == tags(english["body"])


@pytest.mark.parametrize(("slug", "code"), TRANSLATIONS)
def test_a_translation_is_not_english(slug: str, code: str) -> None:
    text, english = STORIES[slug].texts[code], STORIES[slug].texts["en"]
    for name in ("headline", "standfirst", "body"):
        assert text[name] != english[name]
    assert text["pictures"]["lead"]["caption"] != english["pictures"]["lead"]["caption"]


@pytest.mark.parametrize(("slug", "code"), TEXTS)
def test_a_text_is_clean_already(slug: str, code: str) -> None:
    text = STORIES[slug].texts[code]
    assert clean_text(text["body"]) == text["body"]
    assert all(clean_line(words) == words for words in words_in({**text, "body": ""}))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_desk_names_everybody_that_english_names(code: str) -> None:
    desk = DESKS[code]
    assert desk["language"] == code
    assert shape(desk) == shape(DESKS["en"])
    assert all(words.strip() for words in words_in(desk))
    assert set(desk["sections"]) == set(SECTIONS)


def test_desks_are_only_of_our_languages() -> None:
    assert {Path(file).stem for file in (FOLDER / "desk").iterdir()} == set(LANGUAGES)
