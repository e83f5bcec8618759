"""Tests of the question: what it takes, and every hostile form that it refuses."""

from __future__ import annotations

import pytest
from django.test import override_settings

from articles.legal.evidence.asking import Question, QuestionIsUnclear, ask
from newsroom.languages import LANGUAGES
from newsroom.regions.location import UNKNOWN, Location

pytestmark = pytest.mark.django_db
PAST = "2026-03-01T12:00:00Z"


def _ask(url: str = "/en/world/a-story/", at: str = PAST, region: str = "RU", language: str = "") -> Question:
    return ask(url=url, at=at, region=region, language=language)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_is_that_of_the_address_unless_another_is_named(code: str) -> None:
    assert _ask(f"/{code}/world/").language == code
    assert _ask("/en/world/", language=code).language == code


@override_settings(SITE_URL="https://news.example")
@pytest.mark.parametrize(
    "url",
    [
        "/en/world/a-story/",
        "/en/world/a-story",
        "https://news.example/en/world/a-story/",
        "https://NEWS.example/en/world/a-story?utm=1#top",
        "/en/world/%61-story/",
    ],
)
def test_an_address_is_ours_in_every_form_in_which_it_is_copied(url: str) -> None:
    assert _ask(url).address == "/en/world/a-story/"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a-story",
        "https://elsewhere.example/en/world/a-story/",
        "//elsewhere.example/en/",
        "https://testserver@elsewhere.example/en/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https:///en/",
        "http://[/en/",
        "/",
        "/nowhere/world/",
        "/en/\x00/",
        "/en/%00/",
        "/en/\u202e/",
        "/en/two\nlines/",
        "/en/\\elsewhere/",
        "/en/" + "a" * 3000,
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(QuestionIsUnclear):
        _ask(url)


@pytest.mark.parametrize(
    ("region", "location"),
    [
        ("RU", Location("RU", None)),
        ("ru", Location("RU", None)),
        ("UA-43", Location("UA", "UA-43")),
        ("unknown", UNKNOWN),
        ("Tor", UNKNOWN),
        ("XK", Location("XK", None)),
    ],
)
def test_a_region_is_a_country_a_part_of_one_or_unknown(region: str, location: Location) -> None:
    assert _ask(region=region).location == location


@pytest.mark.parametrize("region", ["", "XX", "RU-CR", "Russia", "UA-99", "R\x00", "RU,UA", "a" * 5000])
def test_other_regions_are_refused(region: str) -> None:
    with pytest.raises(QuestionIsUnclear):
        _ask(region=region)


@pytest.mark.parametrize(
    "at",
    [
        "",
        "yesterday",
        "2026-03-01",
        "2026-03-01T12:00:00",
        "2999-01-01T00:00:00Z",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "2026-13-01T00:00:00Z",
        "\x00",
    ],
)
def test_a_moment_without_zone_or_still_to_come_is_refused(at: str) -> None:
    if at.startswith("0001"):
        assert _ask(at=at).at.year == 1
        return
    with pytest.raises(QuestionIsUnclear):
        _ask(at=at)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(QuestionIsUnclear):
        _ask(language="xx")
