"""Tests of how much waits and what is parked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from newsroom.outbox.depth import TOO_OLD, Condition, Depth, conditions, parked, pending, stranded
from newsroom.outbox.draining import drain
from newsroom.outbox.leases import take
from newsroom.outbox.models import Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import System, system

pytestmark = pytest.mark.django_db


def age(by: timedelta) -> None:
    """Makes every message older."""
    Message.objects.update(created_at=timezone.now() - by)


def condition(name: str = "elsewhere") -> Condition:
    return next(row for row in conditions() if row.destination == name)


def test_nothing_waits_at_first(elsewhere: System) -> None:
    assert pending("elsewhere") == pending("nowhere") == Depth(0, 0)
    assert not parked().exists()
    assert condition() == Condition("elsewhere", Depth(0, 0))
    assert not condition().is_degraded


def test_depth_is_how_many_wait_and_for_how_long(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    send("elsewhere", "page:2")
    age(timedelta(seconds=90))
    send("elsewhere", "page:3")
    assert pending("elsewhere").count == 3
    assert 90 <= pending("elsewhere").oldest_seconds < 120
    assert condition().waiting.count == 3


def test_what_is_being_delivered_waits_still(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    take("elsewhere", now=timezone.now())
    assert pending("elsewhere").count == 1


def test_message_from_the_future_has_waited_no_time(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    age(-timedelta(hours=1))
    assert pending("elsewhere") == Depth(1, 0)


def test_parked_messages_do_not_wait(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    Message.objects.update(failed_at=timezone.now())
    with system("archive"):
        send("archive", "page:1")
    assert pending("elsewhere") == Depth(0, 0)
    assert condition().parked == 1
    assert [message.destination for message in parked()] == ["elsewhere"]
    assert not parked("archive").exists()


def test_somebody_should_look_when_something_is_parked(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    assert not condition().is_degraded
    Message.objects.update(failed_at=timezone.now())
    assert condition().is_degraded


def test_somebody_should_look_when_the_oldest_is_too_old(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    age(TOO_OLD - timedelta(seconds=30))
    assert not condition().is_degraded
    age(TOO_OLD + timedelta(seconds=2))
    assert condition().is_degraded


def test_messages_of_a_destination_that_is_gone_are_seen(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    elsewhere.is_configured = False
    assert not condition().is_configured
    assert [message.key for message in stranded([])] == ["page:1"]
    assert not stranded(["elsewhere"]).exists()


def test_condition_tells_when_the_system_is_asked_again(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    elsewhere.failure = TimeoutError()
    drain()
    rest = condition().rests_until
    assert rest and rest > timezone.now()


def test_conditions_of_many_cost_as_much_as_of_one(
    elsewhere: System, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(10):
        Message.objects.create(destination=f"gone-{n}", key="page:1")
    with django_assert_num_queries(2):
        assert len(conditions()) == 11
