"""Tests of writing many messages at once: what holds for one holds for each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.outbox.envelope import KeyIsRefused
from newsroom.outbox.models import Message
from newsroom.outbox.writing import AT_ONCE, send, send_many
from tests.newsroom.outbox.systems import System

pytestmark = pytest.mark.django_db


def keys() -> list[str]:
    return list(Message.objects.order_by("key").values_list("key", flat=True))


def test_each_key_has_one_message(elsewhere: System) -> None:
    send("elsewhere", "b")
    send_many("elsewhere", ["a", "b", "a", "c"])
    assert keys() == ["a", "b", "c"]


def test_a_message_has_waited_as_long_as_what_it_replaces(elsewhere: System) -> None:
    send("elsewhere", "waits")
    long_ago = timezone.now() - timedelta(hours=1)
    Message.objects.update(created_at=long_ago)
    send_many("elsewhere", ["new", "waits"])
    assert Message.objects.get(key="waits").created_at == long_ago
    assert Message.objects.get(key="new").created_at > long_ago


def test_what_a_worker_holds_is_left_and_followed(elsewhere: System) -> None:
    send("elsewhere", "held")
    Message.objects.update(taken_at=timezone.now(), taken_by="a worker")
    send_many("elsewhere", ["held"])
    assert keys() == ["held", "held"]


def test_a_bad_key_writes_nothing(elsewhere: System) -> None:
    with pytest.raises(KeyIsRefused):
        send_many("elsewhere", [*(f"key:{n}" for n in range(AT_ONCE)), "two\nlines"])
    assert keys() == []


def test_nothing_is_written_for_what_is_not_configured(elsewhere: System) -> None:
    elsewhere.is_configured = False
    send_many("elsewhere", ["a"])
    assert keys() == []


def test_statements_grow_with_parts_and_not_with_keys(elsewhere: System) -> None:
    with CaptureQueriesContext(connection) as queries:
        send_many("elsewhere", (f"key:{n}" for n in range(4 * AT_ONCE)))
    assert Message.objects.count() == 4 * AT_ONCE
    assert len(queries) <= 4 * AT_ONCE / 50
