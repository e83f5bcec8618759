"""Tests of the numbers for those who watch the program."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from newsroom import metrics
from newsroom.outbox.models import Message
from newsroom.outbox.writing import send
from search.indexing import condition
from search.models import Rebuild, Verification
from tests.newsroom.outbox.systems import system

pytestmark = pytest.mark.django_db
TOKEN = "a token only for tests".replace(" ", "-")


@pytest.fixture(autouse=True)
def _with_a_token(settings: Any) -> None:
    settings.METRICS_TOKEN = TOKEN


def numbers(client: Client) -> dict[tuple[str, str], float]:
    """Name and label of each number, and the number."""
    answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    families = text_string_to_metric_families(answer.content.decode())
    return {(s.name, next(iter(s.labels.values()), "")): s.value for family in families for s in family.samples}


def test_there_is_no_such_address_without_a_token(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    for headers in ({}, {"authorization": "Bearer "}, {"authorization": "Bearer"}):
        assert client.get("/metrics", headers=headers).status_code == 404


@pytest.mark.parametrize(
    "given",
    [None, "", "Bearer", "Bearer ", f"Basic {TOKEN}", TOKEN, f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer ёж"],
)
def test_nobody_gets_numbers_with_another_token(given: str | None, client: Client) -> None:
    answer = client.get("/metrics", headers={} if given is None else {"authorization": given})
    assert answer.status_code == 401
    assert b"newsroom" not in answer.content
    assert answer["Cache-Control"] == "private, no-store"


def test_numbers_cannot_be_posted_to(client: Client) -> None:
    assert client.post("/metrics", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 405


def test_outbox_is_told_by_destination(client: Client) -> None:
    with system():
        send("elsewhere", "waits")
        send("elsewhere", "parked")
        Message.objects.filter(key="parked").update(failed_at=timezone.now())
        told = numbers(client)
    assert told["newsroom_outbox_waiting", "elsewhere"] == 1
    assert told["newsroom_outbox_parked", "elsewhere"] == 1
    assert ("newsroom_outbox_oldest_seconds", "elsewhere") in told
    assert not any(name.startswith("newsroom_search") for name, _ in told)


def test_search_is_told_by_language(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    monkeypatch.setattr(condition, "answers", lambda: False)
    Verification.objects.create(language="ru", checked_at=timezone.now(), stories=9, waiting=0, differences=2)
    Rebuild.objects.create(language="fa", index="x", fingerprint="y")
    told = numbers(client)
    assert told["newsroom_search_up", ""] == 0
    assert told["newsroom_search_differences", "ru"] == 2
    assert told["newsroom_search_stories", "ru"] == 9
    assert told["newsroom_search_rebuilding", "fa"] == 1
    assert told["newsroom_search_rebuild_needed", "ru"] == 1


def test_database_that_is_away_is_no_error_of_ours(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> object:
        raise DatabaseError

    monkeypatch.setattr(metrics, "conditions", away)
    assert client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 503
