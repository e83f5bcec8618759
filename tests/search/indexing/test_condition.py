"""Tests of what probes are told of the search."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from newsroom.languages import LANGUAGES
from search.indexing import condition
from search.indexing.indexes import fingerprint
from search.models import Rebuild, Verification

pytestmark = pytest.mark.django_db


@pytest.fixture
def answering(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configured search whose every index is as it should be."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    monkeypatch.setattr(condition, "_probe", lambda: True)
    for code in LANGUAGES:
        Rebuild.objects.create(
            language=code, index=f"index-{code}", fingerprint=fingerprint(code), finished_at=timezone.now()
        )


def test_nothing_is_said_without_elasticsearch(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = ""
    assert condition.degraded() == []


@pytest.mark.usefixtures("answering")
def test_search_that_is_well_is_not_named() -> None:
    assert condition.degraded() == []


@pytest.mark.usefixtures("answering")
def test_changed_settings_and_missing_indexes_need_a_rebuild() -> None:
    Rebuild.objects.filter(language="ru").update(fingerprint="other")
    Rebuild.objects.filter(language="ka").delete()
    assert condition.degraded() == ["search: the index needs a rebuild (ka, ru)"]
    for code in ("ru", "ka"):
        Rebuild.objects.create(language=code, index=f"next-{code}", fingerprint=fingerprint(code))
    assert condition.degraded() == []


@pytest.mark.usefixtures("answering")
def test_differences_are_named() -> None:
    Verification.objects.create(language="ru", checked_at=timezone.now(), stories=5, waiting=0, differences=1)
    assert condition.degraded() == ["search: verification found differences (ru)"]


@pytest.mark.usefixtures("answering")
def test_server_that_does_not_answer_never_makes_pages_unready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def no_answer() -> bool:
        asked.append(1)
        return False

    monkeypatch.setattr(condition, "_probe", no_answer)
    answers = [client.get("/readyz") for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert all("search: Elasticsearch does not answer" in answer.json()["degraded"] for answer in answers)
    assert len(asked) == 1


def test_probe_of_a_server_that_is_not_there_says_no(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    assert condition.answers() is False


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_probe_of_a_real_server_says_yes() -> None:
    assert condition.answers() is True


def test_each_language_has_a_fingerprint_of_its_own_rules() -> None:
    found = {code: fingerprint(code) for code in LANGUAGES}
    assert all(len(each) == 8 for each in found.values())
