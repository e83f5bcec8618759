"""Tests of all checks over the demo's stories, which people translated, and over broken copies of them."""

from __future__ import annotations

import json

import pytest

from articles.translation.checking import Severity, findings
from newsroom.languages import LANGUAGES
from tests.articles.translation.checking.demo_stories import STORIES, demo_story, languages_of, with_text

CODES = [code for code in LANGUAGES if code != "en"]
MOST_OF_A_GOOD_TRANSLATION = 0


@pytest.mark.parametrize("code", CODES)
def test_good_translation_gives_nothing_to_look_at(code: str) -> None:
    for name in STORIES:
        if code in languages_of(name):
            found = findings(demo_story(name, "en"), demo_story(name, code), "en", code)
            assert len(found) <= MOST_OF_A_GOOD_TRANSLATION, (name, found)


@pytest.mark.parametrize("source", list(LANGUAGES))
def test_good_translation_from_any_language_gives_next_to_nothing(source: str) -> None:
    for code in LANGUAGES:
        if code != source:
            found = findings(demo_story("caspian", source), demo_story("caspian", code), source, code)
            assert len(found) <= 1, (code, found)


@pytest.mark.parametrize("code", CODES)
def test_each_thing_that_was_broken_is_found(code: str) -> None:
    source, good = demo_story("caspian", "en"), demo_story("caspian", code)
    untranslated = json.loads(source["body"])[0]["value"]
    broken = with_text(good, 0, untranslated) | {"lead_alt": ""}
    found = findings(source, broken, "en", code)
    assert {finding.unit for finding in found} == {"lead_alt", "block:b0"}
    assert {finding.severity for finding in found} == {Severity.WARNING}


@pytest.mark.parametrize("code", CODES)
def test_wrong_number_is_found_in_every_script(code: str) -> None:
    source, good = demo_story("caspian", "en"), demo_story("caspian", code)
    turned = good["body"].replace("42", "24").replace("۴۲", "۲۴")
    assert [finding.message for finding in findings(source, {**good, "body": turned}, "en", code)] == ["Number: 42"]


def test_blocks_of_one_side_alone_are_left_alone() -> None:
    source = {"title": "The sea", "body": json.dumps([{"id": "a", "type": "paragraph", "value": "<p>One</p>"}])}
    target = {"title": "Море", "body": json.dumps([{"id": "b", "type": "paragraph", "value": "<p>Только здесь</p>"}])}
    assert findings(source, target, "en", "ru") == []


def test_lost_link_is_found() -> None:
    source = with_text(
        demo_story("caspian", "en"), 0, '<p>The <a href="https://example.org/water">water</a> falls.</p>'
    )
    target = with_text(demo_story("caspian", "ru"), 0, "<p>Вода уходит.</p>")
    assert [finding.message for finding in findings(source, target, "en", "ru")] == ["Link: https://example.org/water"]


def test_long_hostile_text_is_checked_in_time() -> None:
    words = "<p>" + "Aa Bb 1 2.3 «quoted» http " * 20_000 + "</p>"
    source, target = (with_text(demo_story("caspian", code), 0, words) for code in ("en", "ru"))
    assert findings(source, target, "en", "ru")
