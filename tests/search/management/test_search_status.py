"""Tests of the command search_status."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from newsroom.languages import LANGUAGES
from search.models import Rebuild, Verification
from tests.factories import make_story
from tests.search.indexing.indexed import make_index

pytestmark = pytest.mark.django_db


def run() -> str:
    output = StringIO()
    call_command("search_status", stdout=output)
    return output.getvalue()


def line_of(code: str, told: str) -> str:
    return next(line for line in told.splitlines() if line.startswith(f"{code}: "))


def test_without_elasticsearch_it_says_so(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = ""
    assert "not configured" in run()


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_server_without_any_index_is_told_as_such() -> None:
    told = run()
    assert "Elasticsearch: answers" in told
    assert "no index" in line_of("en", told)


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_it_tells_of_indexes_what_waits_and_what_was_verified() -> None:
    make_story()
    make_index("en")
    Verification.objects.create(
        language="en", checked_at=timezone.now(), stories=1, waiting=0, differences=1, examples=["page 5 is missing"]
    )
    Rebuild.objects.create(language="ru", index="x", fingerprint="y", written=7)
    told = run()
    assert "Outbox: 1 waiting" in told
    assert "Elasticsearch: answers" in told
    assert Rebuild.objects.get(language="en").index in line_of("en", told)
    assert "1 stories" in line_of("en", told)
    assert "1 differences; page 5 is missing" in line_of("en", told)
    assert "rebuild running, 7 documents" in line_of("ru", told)
    assert "no index" in line_of("ka", told)
    assert all(line_of(code, told) for code in LANGUAGES)


def test_server_that_is_away_leaves_the_rest(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://somebody:secret@127.0.0.1:1"
    told = run()
    assert "does not answer" in told
    assert "secret" not in told
    assert "Outbox: 0 waiting" in told
