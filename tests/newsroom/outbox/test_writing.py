"""Tests of writing messages: with the transaction, one for each key, and only where somebody takes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from newsroom.languages import LANGUAGES
from newsroom.outbox.envelope import KeyIsRefused, PayloadIsRefused
from newsroom.outbox.leases import take
from newsroom.outbox.models import LEASE, Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import System, system

pytestmark = pytest.mark.django_db


def waiting() -> list[tuple[str, Any]]:
    return list(Message.objects.order_by("pk").values_list("key", "payload"))


def test_message_waits_and_is_due_at_once(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"live": True})
    message = Message.objects.due(timezone.now()).get()
    assert (message.destination, message.key, message.payload) == ("elsewhere", "page:12", {"live": True})
    assert (message.attempts, message.taken_by, message.failed_at, message.error) == (0, "", None, "")


def test_message_goes_with_its_transaction(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"version": 1})
    with pytest.raises(RuntimeError), transaction.atomic():
        send("elsewhere", "page:12", {"version": 2})
        send("elsewhere", "page:13")
        raise RuntimeError
    assert waiting() == [("page:12", {"version": 1})]


def test_nothing_is_written_for_a_destination_that_is_not_configured(
    elsewhere: System, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    elsewhere.is_configured = False
    with django_assert_num_queries(0):
        send("elsewhere", "page:12")
        send("nowhere", "page:12")
    assert waiting() == []


def test_later_message_of_a_key_replaces_the_earlier(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"version": 1})
    send("elsewhere", "page:13", {"version": 1})
    send("elsewhere", "page:12", {"version": 2})
    assert waiting() == [("page:13", {"version": 1}), ("page:12", {"version": 2})]


def test_keys_of_two_destinations_are_apart(elsewhere: System) -> None:
    with system("archive"):
        send("elsewhere", "page:12", {"for": 1})
        send("archive", "page:12", {"for": 2})
    assert waiting() == [("page:12", {"for": 1}), ("page:12", {"for": 2})]


def test_replacement_has_waited_since_the_first(elsewhere: System) -> None:
    with time_machine.travel("2026-11-01T12:00:00Z", tick=False) as clock:
        first = timezone.now()
        send("elsewhere", "page:12")
        clock.shift(timedelta(hours=1))
        send("elsewhere", "page:12")
        message = Message.objects.get()
    assert (message.created_at, message.due_at) == (first, first + timedelta(hours=1))


def test_replacement_of_a_parked_message_is_tried_afresh(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"version": 1})
    long_ago = timezone.now() - timedelta(days=3)
    Message.objects.update(failed_at=long_ago, created_at=long_ago, attempts=12, refusals=10, error="Too large")
    send("elsewhere", "page:12", {"version": 2})
    message = Message.objects.due(timezone.now()).get()
    assert (message.payload, message.attempts, message.refusals, message.error) == ({"version": 2}, 0, 0, "")
    assert message.created_at > long_ago


def test_message_that_a_worker_holds_is_left_and_the_later_one_waits(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"version": 1})
    assert take("elsewhere", now=timezone.now())
    send("elsewhere", "page:12", {"version": 2})
    send("elsewhere", "page:12", {"version": 3})
    assert waiting() == [("page:12", {"version": 1}), ("page:12", {"version": 3})]


def test_message_that_a_dead_worker_held_is_replaced(elsewhere: System) -> None:
    with time_machine.travel("2026-11-01T12:00:00Z", tick=False) as clock:
        send("elsewhere", "page:12", {"version": 1})
        assert take("elsewhere", now=timezone.now())
        clock.shift(LEASE)
        send("elsewhere", "page:12", {"version": 2})
    assert waiting() == [("page:12", {"version": 2})]


@pytest.mark.parametrize("key", ["", "x" * 10_240, "a\x00", "a\nb"])
def test_refused_key_writes_nothing(key: str, elsewhere: System) -> None:
    with pytest.raises(KeyIsRefused):
        send("elsewhere", key)
    assert waiting() == []


def test_refused_payload_leaves_what_waits(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"version": 1})
    with pytest.raises(PayloadIsRefused):
        send("elsewhere", "page:12", {"version": "\x00"})
    assert waiting() == [("page:12", {"version": 1})]


def test_faulty_message_is_refused_where_nobody_would_take_it_too() -> None:
    with pytest.raises(KeyIsRefused):
        send("nowhere", "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_of_every_language_come_back_as_they_were(code: str, elsewhere: System) -> None:
    words = {LANGUAGES[code].own_name: [LANGUAGES[code].own_name, "'; DROP TABLE outbox_message; --", "\\u0000"]}
    send("elsewhere", LANGUAGES[code].own_name, words)
    assert waiting() == [(LANGUAGES[code].own_name, words)]


def test_writing_asks_little_of_the_database(
    elsewhere: System, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        send("elsewhere", "page:12")
    with django_assert_num_queries(3):
        send("elsewhere", "page:12")
