"""A killed story leaves the index of every language within a minute while a worker runs, and comes back revived."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Collection, Locale, Page

from articles.pages.killing.killing import kill_story, revive_story
from newsroom.languages import LANGUAGES
from tests.conftest import skip_or_fail
from tests.factories import make_story, make_translation
from tests.search.indexing.indexed import found_in, make_index
from tests.search.indexing.workers import workers

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.elasticsearch,
    pytest.mark.usefixtures("search_index_settings"),
]

PROMISED = 60.0
"""Seconds."""


@pytest.fixture(autouse=True)
def _empty_newsroom(transactional_db: None) -> None:
    """Processes meet in what is committed; other tests of this kind leave a database without any page."""
    if connection.vendor != "postgresql":
        skip_or_fail("PostgreSQL under these tests: a worker of its own needs it")
    Locale.objects.get_or_create(language_code="en")
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root")
        Collection.add_root(name="Root")


def languages_that_find(wanted: dict[str, set[int]]) -> set[str]:
    """The languages in whose index every one of the pages is found."""
    return {code for code, pages in wanted.items() if pages <= found_in(code)}


def wait_for(wanted: dict[str, set[int]], codes: set[str]) -> set[str]:
    """The languages that find the pages, asked again until they are these or the promised time is over."""
    deadline = time.monotonic() + PROMISED
    while (found := languages_that_find(wanted)) != codes and time.monotonic() < deadline:
        time.sleep(0.2)
    return found


def test_every_index_forgets_a_killed_story_and_keeps_the_others(tmp_path: Path, settings: Any) -> None:
    make_index(*LANGUAGES)
    first, other = make_story("en", title="False"), make_story("en", title="True")
    killed, kept = {"en": {first.pk}}, {"en": {other.pk}}
    for code in LANGUAGES:
        if code != "en":
            killed[code] = {make_translation(first, code).pk}
            kept[code] = {make_translation(other, code).pk}
    everywhere = set(LANGUAGES)
    with workers(tmp_path, settings.ELASTICSEARCH_URL, 1):
        assert wait_for(killed, everywhere) == wait_for(kept, everywhere) == everywhere
        kill_story(first, by=None, reason="It was false.")
        assert wait_for(killed, set()) == set()
        assert wait_for(kept, everywhere) == everywhere
        revive_story(first, by=None, reason="It was true.")
        assert wait_for(killed, everywhere) == everywhere
