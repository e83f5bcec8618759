"""Tests of what readers are told, in their language's words and dates."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import correct
from articles.pages.corrections.models import Correction, CorrectionText
from articles.pages.corrections.showing import corrections_of
from newsroom.formats import format_date
from newsroom.languages import LANGUAGES
from tests.factories import make_story, make_translation

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 3, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_tells_the_day_as_it_writes_days(code: str, client: Client) -> None:
    other = "ru" if code == "en" else "en"
    source = make_story(other)
    story = make_translation(source, code)
    for corrected in (source, story):
        correct(corrected, by=None, gravity="factual", wrong="Was", right="Is")
    Correction.objects.update(made_at=DAY)
    CorrectionText.objects.filter(handled_at__isnull=False).update(handled_at=DAY)
    shown = client.get(story.url_path).content.decode()
    with override(code):
        unchecked = gettext("The original of this story was corrected on {date}. This version is being checked.")
        done = gettext("Corrected on {date}")
    day = f'<time datetime="2026-03-21T12:00:00Z">{format_date(DAY, code, UTC)}</time>'
    flat = shown.replace("&#x27;", "'").replace("&quot;", '"')
    assert unchecked.format(date=day) in flat
    assert done.format(date=day) in flat
    assert re.search(r'<h2 id="corrections">', shown)


def test_a_story_without_corrections_costs_nothing(django_assert_num_queries: Any) -> None:
    story = ArticlePage.objects.get(pk=make_story().pk)
    with django_assert_num_queries(0):
        assert corrections_of(story).own == []


def test_many_corrections_take_one_query(django_assert_num_queries: Any) -> None:
    story = make_story()
    for number in range(5):
        correct(story, by=None, gravity="minor", wrong=f"Was {number}", right=f"Is {number}")
    known = ArticlePage.objects.get(pk=story.pk)
    with django_assert_num_queries(1):
        told = corrections_of(known)
    assert [each.right for each in told.own] == [f"Is {number}" for number in (4, 3, 2, 1, 0)]
    assert told.newest_of_fact is None
    assert told.original_corrected_at is None
