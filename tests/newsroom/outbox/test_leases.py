"""Tests of taking messages and settling what became of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from newsroom.outbox.leases import Failure, Settled, settle, take
from newsroom.outbox.models import LEASE, Destination, Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import System

pytestmark = pytest.mark.django_db


def write(*versions: int, key: str = "page:12") -> list[Message]:
    """Messages of one key side by side, as transactions leave them that did not see each other."""
    return [Message.objects.create(destination="elsewhere", key=key, payload={"version": n}) for n in versions]


def test_what_one_worker_holds_another_does_not_get(elsewhere: System) -> None:
    write(1, key="a")
    write(1, key="b")
    now = timezone.now()
    first, second = take("elsewhere", now=now, most=1), take("elsewhere", now=now)
    assert first and second
    assert [batch.messages[0].key for batch in (first, second)] == ["a", "b"]
    assert first.token != second.token
    assert take("elsewhere", now=now) is None


def test_newest_of_a_key_is_taken_and_stands_for_the_earlier_ones(elsewhere: System) -> None:
    write(1, 2, 3)
    Message.objects.filter(payload={"version": 1}).update(failed_at=timezone.now())
    batch = take("elsewhere", now=timezone.now())
    assert batch
    assert [message.payload for message in batch.messages] == [{"version": 3}]
    assert Message.objects.count() == 1


def test_earlier_message_that_is_due_yields_to_a_later_one_that_waits(elsewhere: System) -> None:
    _earlier, later = write(1, 2)
    Message.objects.filter(pk=later.pk).update(due_at=timezone.now() + timedelta(minutes=1))
    write(1, key="other")
    batch = take("elsewhere", now=timezone.now())
    assert batch
    assert [message.key for message in batch.messages] == ["other"]
    assert Message.objects.get(key="page:12").payload == {"version": 2}


def test_keys_that_a_worker_holds_do_not_hold_up_the_others(elsewhere: System) -> None:
    write(1, key="a")
    assert take("elsewhere", now=timezone.now())
    write(2, key="a")
    write(1, key="b")
    batch = take("elsewhere", now=timezone.now(), most=1)
    assert batch
    assert [message.key for message in batch.messages] == ["b"]


def test_later_message_does_not_overtake_one_that_a_worker_holds(elsewhere: System) -> None:
    write(1)
    first = take("elsewhere", now=timezone.now())
    write(2)
    assert take("elsewhere", now=timezone.now()) is None
    assert first
    assert settle(first, {}, is_away=False, now=timezone.now()) == Settled(delivered=1)
    second = take("elsewhere", now=timezone.now())
    assert second
    assert second.messages[0].payload == {"version": 2}


def test_worker_that_was_taken_for_dead_changes_nothing_any_more(elsewhere: System) -> None:
    now = timezone.now()
    write(1)
    Message.objects.update(due_at=now - 2 * LEASE)
    slow = take("elsewhere", now=now - LEASE)
    quick = take("elsewhere", now=now)
    assert slow and quick
    assert settle(slow, {}, is_away=False, now=now) == Settled()
    assert Message.objects.get().taken_by == quick.token
    assert settle(quick, {}, is_away=False, now=now) == Settled(delivered=1)


def test_slow_worker_whose_lease_ended_unnoticed_may_still_settle(elsewhere: System) -> None:
    write(1)
    batch = take("elsewhere", now=timezone.now())
    assert batch
    assert settle(batch, {}, is_away=False, now=timezone.now() + 2 * LEASE) == Settled(delivered=1)


def test_failure_of_a_message_that_is_no_longer_there_is_passed_over(elsewhere: System) -> None:
    (message,) = write(1)
    batch = take("elsewhere", now=timezone.now())
    Message.objects.all().delete()
    assert batch
    assert settle(batch, {message.pk: Failure("No")}, is_away=False, now=timezone.now()) == Settled()


def test_system_that_is_away_rests_and_is_well_again_after_a_success(elsewhere: System) -> None:
    (message,) = write(1)
    now = timezone.now()
    batch = take("elsewhere", now=now)
    assert batch
    assert settle(batch, {message.pk: Failure("No")}, is_away=True, now=now) == Settled(delayed=1)
    state = Destination.objects.get()
    assert (state.failures, state.rests_until) == (1, now + timedelta(seconds=1))
    write(1, key="other")
    assert take("elsewhere", now=now + timedelta(milliseconds=900)) is None
    later = now + timedelta(seconds=2)
    batch = take("elsewhere", now=later)
    assert batch
    settle(batch, {}, is_away=False, now=later)
    state.refresh_from_db()
    assert (state.failures, state.rests_until) == (0, None)


def test_messages_are_never_taken_inside_another_transaction(elsewhere: System) -> None:
    write(1)
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        take("elsewhere", now=timezone.now())


def test_message_written_with_send_is_taken_with_its_attempt_counted(elsewhere: System) -> None:
    send("elsewhere", "page:12")
    batch = take("elsewhere", now=timezone.now())
    message = Message.objects.get()
    assert batch
    assert (message.attempts, message.taken_by) == (1, batch.token)
