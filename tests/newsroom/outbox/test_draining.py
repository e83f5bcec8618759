"""Tests of delivering: everything arrives, failures wait ever longer, and no system holds up another."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from newsroom.outbox.backoff import LONGEST_REST
from newsroom.outbox.draining import Drained, drain
from newsroom.outbox.handlers import DeliveryFailure, PermanentFailure, register, unregister
from newsroom.outbox.leases import ALONE_AFTER, BATCH, PATIENCE
from newsroom.outbox.models import LEASE, LONGEST_ERROR, Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import System, system

pytestmark = pytest.mark.django_db

A_WHILE = timedelta(minutes=10)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """A clock that stands still until it is moved."""
    with time_machine.travel("2026-11-01T12:00:00Z", tick=False) as traveller:
        yield traveller


def drain_often(clock: Any, times: int) -> Drained:
    """What comes of draining so many times, each after the longest wait."""
    total = Drained()
    for _ in range(times):
        total += drain()
        clock.shift(A_WHILE)
    return total


# What arrives


def test_message_is_delivered_once_and_is_gone(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"live": True})
    assert drain() == Drained(delivered=1)
    assert elsewhere.taken == [("page:12", {"live": True})]
    assert not Message.objects.exists()
    assert drain() == Drained()


def test_handler_gets_batches_in_the_order_of_writing(elsewhere: System, clock: Any) -> None:
    keys = [f"page:{n}" for n in range(BATCH + 5)]
    for key in keys:
        send("elsewhere", key)
        clock.shift(timedelta(milliseconds=1))
    assert drain() == Drained(delivered=BATCH + 5)
    assert elsewhere.batches == [keys[:BATCH], keys[BATCH:]]


def test_limit_is_how_many_are_handled_in_one_call(elsewhere: System) -> None:
    for n in range(5):
        send("elsewhere", f"page:{n}")
    assert drain(limit=3) == Drained(delivered=3)
    assert drain(limit=0) == Drained()
    assert drain(limit=3) == Drained(delivered=2)


def test_message_of_the_future_waits(elsewhere: System) -> None:
    send("elsewhere", "page:12")
    assert drain(now=timezone.now() - timedelta(seconds=1)) == Drained()
    assert drain(now=timezone.now() + timedelta(seconds=1)) == Drained(delivered=1)


def test_destination_that_is_no_longer_configured_keeps_its_messages(elsewhere: System) -> None:
    send("elsewhere", "page:12")
    elsewhere.is_configured = False
    assert drain() == Drained()
    elsewhere.is_configured = True
    assert drain() == Drained(delivered=1)


def test_looking_at_an_empty_outbox_is_one_query(
    elsewhere: System, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        drain()


def test_a_batch_costs_as_much_as_a_message(
    elsewhere: System, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(BATCH - 1):
        send("elsewhere", f"page:{n}")
    drain()  # the destination's row is made here
    for n in range(BATCH - 1):
        send("elsewhere", f"page:{n}")
    with django_assert_max_num_queries(18):
        assert drain() == Drained(delivered=BATCH - 1)


def test_handler_runs_outside_the_transaction_that_takes(elsewhere: System) -> None:
    depth = len(connection.savepoint_ids)
    depths: list[int] = []
    elsewhere.meanwhile = lambda messages: depths.append(len(connection.savepoint_ids))
    send("elsewhere", "page:12")
    drain()
    assert depths == [depth]


# What changes while it is delivered


def test_message_replaced_while_it_is_delivered_is_sent_again(elsewhere: System) -> None:
    send("elsewhere", "page:12", {"version": 1})
    versions = iter([2, 3])

    def change(messages: Sequence[Message]) -> None:
        for version in versions:
            send("elsewhere", "page:12", {"version": version})

    elsewhere.meanwhile = change
    assert drain() == Drained(delivered=2)
    assert elsewhere.taken == [("page:12", {"version": 1}), ("page:12", {"version": 3})]


def test_failed_message_gives_way_to_the_one_that_came_meanwhile(elsewhere: System, clock: Any) -> None:
    send("elsewhere", "page:12", {"version": 1})
    elsewhere.meanwhile = lambda messages: send("elsewhere", "page:12", {"version": 2})
    elsewhere.failure = ConnectionError()
    drain()
    elsewhere.meanwhile, elsewhere.failure = (lambda messages: None), None
    assert [message.payload for message in Message.objects.all()] == [{"version": 2}]
    assert drain_often(clock, 3) == Drained(delivered=1)
    assert elsewhere.taken == [("page:12", {"version": 2})]


# What fails


@pytest.mark.parametrize(
    "failure", [ConnectionError("no"), TimeoutError(), ValueError(), AssertionError(), KeyError("x")]
)
def test_whatever_a_handler_raises_delays(failure: Exception, elsewhere: System, clock: Any) -> None:
    send("elsewhere", "page:12")
    elsewhere.failure = failure
    assert drain() == Drained(delayed=1)
    assert Message.objects.get().error == type(failure).__name__
    assert drain() == Drained()
    elsewhere.failure = None
    clock.shift(A_WHILE)
    assert drain() == Drained(delivered=1)


@pytest.mark.parametrize("answer", [None, 12, ["page:12"], {"page:13": "another's key"}, {"page:12 ": "misspelt"}])
def test_handler_whose_answer_means_nothing_delivered_nothing(answer: Any) -> None:
    register("careless", lambda messages: answer, is_configured=lambda: True)
    try:
        send("careless", "page:12")
        assert drain() == Drained(delayed=1)
        assert Message.objects.get().error in {"TypeError", "ValueError", "UnknownKeys"}
    finally:
        unregister("careless")


def test_text_of_a_foreign_error_is_not_kept_and_a_delivery_failure_s_is(elsewhere: System, clock: Any) -> None:
    send("elsewhere", "page:12")
    elsewhere.failure = ConnectionError("https://user:password@elsewhere.example/")
    drain()
    assert Message.objects.get().error == "ConnectionError"
    elsewhere.failure = DeliveryFailure("Busy\x00\n\u202e: " + "x" * 10_000)
    clock.shift(A_WHILE)
    drain()
    assert Message.objects.get().error == ("Busy : " + "x" * 10_000)[:LONGEST_ERROR]


def test_refused_messages_wait_and_the_others_are_delivered(elsewhere: System) -> None:
    for n in range(3):
        send("elsewhere", f"page:{n}")
    elsewhere.refused = {"page:1": "It is Tuesday."}
    assert drain() == Drained(delivered=2, delayed=1)
    message = Message.objects.get()
    assert (message.key, message.error, message.attempts, message.taken_by) == ("page:1", "It is Tuesday.", 1, "")


def test_refused_message_waits_ever_longer(elsewhere: System, clock: Any) -> None:
    send("elsewhere", "page:1")
    elsewhere.refused = {"page:1": "No."}
    waits = []
    for _ in range(PATIENCE - 1):
        drain()
        waits.append((Message.objects.get().due_at - timezone.now()).total_seconds())
        clock.shift(A_WHILE)
    assert all(2**n * 0.75 <= wait <= 2**n for n, wait in enumerate(waits))


def test_message_refused_again_and_again_is_parked_and_tried_no_more(elsewhere: System, clock: Any) -> None:
    send("elsewhere", "page:1")
    elsewhere.refused = {"page:1": "No."}
    assert drain_often(clock, PATIENCE - 1) == Drained(delayed=PATIENCE - 1)
    assert drain() == Drained(parked=1)
    message = Message.objects.get()
    assert (message.failed_at, message.error, message.attempts) == (timezone.now(), "No.", PATIENCE)
    elsewhere.refused = {}
    assert drain_often(clock, 5) == Drained()


def test_message_refused_for_good_is_parked_at_once(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    send("elsewhere", "page:2")
    elsewhere.refused = {"page:1": PermanentFailure("Too large.")}
    assert drain() == Drained(delivered=1, parked=1)
    assert Message.objects.parked().get().error == "Too large."


def test_batch_refused_for_good_is_parked_at_once(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    send("elsewhere", "page:2")
    elsewhere.failure = PermanentFailure("The account is closed.")
    assert drain() == Drained(parked=2)


def test_outage_of_a_week_parks_nothing_and_ends_within_a_minute(elsewhere: System, clock: Any) -> None:
    for n in range(7):
        send("elsewhere", f"page:{n}")
    elsewhere.failure = TimeoutError()
    drain_often(clock, 7 * 24 * 6)
    assert not Message.objects.parked().exists()
    drain()
    elsewhere.failure = None
    clock.shift(LONGEST_REST)
    assert drain() == Drained(delivered=7)


def test_system_that_is_away_is_asked_with_one_message(elsewhere: System, clock: Any) -> None:
    for n in range(20):
        send("elsewhere", f"page:{n}")
    elsewhere.failure = TimeoutError()
    drain_often(clock, 4)
    assert [len(batch) for batch in elsewhere.batches] == [20, 1, 1, 1]
    assert len({batch[0] for batch in elsewhere.batches[1:]}) == 3


def test_message_that_breaks_its_handler_is_found_and_parked_and_the_others_arrive(
    elsewhere: System, clock: Any
) -> None:
    keys = {f"page:{n}" for n in range(20)}
    for key in sorted(keys):
        send("elsewhere", key)

    def choke(messages: Sequence[Message]) -> None:
        if "page:7" in {message.key for message in messages}:
            raise ZeroDivisionError

    elsewhere.meanwhile = choke
    for n in range(60):
        send("elsewhere", f"news:{n}")
        drain()
        clock.shift(A_WHILE)
    assert keys - {key for key, _payload in elsewhere.taken} == {"page:7"}
    assert Message.objects.parked().get().key == "page:7"
    assert Message.objects.count() == 1


def test_one_system_s_outage_does_not_hold_up_another(elsewhere: System) -> None:
    with system("before") as before, system("after") as after:
        for name in ("before", "elsewhere", "after"):
            send(name, "page:12")
        elsewhere.failure = TimeoutError()
        assert drain() == Drained(delivered=2, delayed=1)
        assert len(before.taken) == len(after.taken) == 1


def test_failure_is_logged_with_its_trace(elsewhere: System, caplog: pytest.LogCaptureFixture) -> None:
    send("elsewhere", "page:12")
    elsewhere.failure = ZeroDivisionError()
    with caplog.at_level(logging.ERROR):
        drain()
    assert "elsewhere" in caplog.text
    assert "ZeroDivisionError" in caplog.text


# Who dies


@pytest.mark.parametrize("death", [SystemExit(1), KeyboardInterrupt()])
def test_message_of_a_worker_that_dies_is_sent_again_when_its_lease_ends(
    death: BaseException, elsewhere: System, clock: Any
) -> None:
    send("elsewhere", "page:12")
    elsewhere.failure = death
    with pytest.raises(type(death)):
        drain()
    elsewhere.failure = None
    assert drain() == Drained()
    clock.shift(LEASE - timedelta(seconds=1))
    assert drain() == Drained()
    clock.shift(timedelta(seconds=1))
    assert drain() == Drained(delivered=1)


def test_worker_that_dies_holds_up_nothing_that_is_written_later(elsewhere: System, clock: Any) -> None:
    send("elsewhere", "page:12", {"version": 1})
    elsewhere.failure = SystemExit()
    with pytest.raises(SystemExit):
        drain()
    elsewhere.failure = None
    send("elsewhere", "page:13")
    send("elsewhere", "page:12", {"version": 2})
    assert drain() == Drained(delivered=1)
    clock.shift(LEASE)
    assert drain() == Drained(delivered=1)
    assert elsewhere.taken == [("page:13", {}), ("page:12", {"version": 2})]


def test_message_that_kills_worker_after_worker_is_parked(elsewhere: System, clock: Any) -> None:
    for n in range(3):
        send("elsewhere", f"page:{n}")

    def kill(messages: Sequence[Message]) -> None:
        if "page:1" in {message.key for message in messages}:
            raise SystemExit

    elsewhere.meanwhile = kill
    deaths = 0
    for _ in range(2 * (ALONE_AFTER + PATIENCE)):
        try:
            drain()
        except SystemExit:
            deaths += 1
        clock.shift(LEASE)
    assert deaths == ALONE_AFTER + PATIENCE
    assert {key for key, _payload in elsewhere.taken} == {"page:0", "page:2"}
    assert Message.objects.parked().get().key == "page:1"
