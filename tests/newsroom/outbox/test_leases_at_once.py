"""Workers, editors and a dying process at once, on connections of their own: nothing is lost, nothing handled twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event, Lock

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.utils import timezone

from newsroom.outbox.draining import Drained, drain
from newsroom.outbox.leases import Batch, take
from newsroom.outbox.models import LEASE, Destination, Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import System, at_once

pytestmark = pytest.mark.usefixtures("shared_database")

PATIENCE = 2.0
"""Seconds to wait for a deed that waits for this one, as SQLite has it."""

DIES = """
import os, signal, django
django.setup()
from newsroom.outbox.draining import drain
from newsroom.outbox.handlers import register
register("elsewhere", lambda messages: os.kill(os.getpid(), signal.SIGKILL), is_configured=lambda: True)
drain()
"""


def sends(*messages: tuple[str, int]) -> Callable[[], None]:
    """Sends these versions of keys in one transaction."""

    def deed() -> None:
        with transaction.atomic():
            for key, version in messages:
                send("elsewhere", key, {"version": version})

    return deed


def count() -> int:
    return Message.objects.count()


def test_workers_at_once_deliver_each_message_once(elsewhere: System) -> None:
    keys = [f"page:{n}" for n in range(250)]
    at_once(sends(*((key, 1) for key in keys)))
    elsewhere.meanwhile = lambda messages: time.sleep(0.05)
    drained = at_once(*[drain] * 4)
    drained += at_once(drain)  # what a worker passed by while another one was taking
    assert sum(one.delivered for one in drained) == 250
    assert sorted(key for key, _payload in elsewhere.taken) == sorted(keys)
    assert at_once(count) == [0]


def test_no_two_workers_hold_one_message_or_one_key(elsewhere: System) -> None:
    for n in range(15):
        at_once(sends(("same", n), (f"page:{n}", n)))
        start = Barrier(3)

        def takes(start: Barrier = start) -> Batch | None:
            start.wait(10)
            return take("elsewhere", now=timezone.now())

        taken = [message for batch in at_once(*[takes] * 3) if batch for message in batch.messages]
        assert len({message.pk for message in taken}) == len(taken)
        assert [message.key for message in taken].count("same") == (1 if n == 0 else 0)


def test_message_replaced_while_a_worker_delivers_it_waits_for_that_worker(elsewhere: System) -> None:
    at_once(sends(("page:12", 1)))
    is_sending, may_go_on = Event(), Event()

    def hold(messages: Sequence[Message]) -> None:
        is_sending.set()
        assert may_go_on.wait(30)

    def second_worker() -> Drained:
        assert is_sending.wait(30)
        sends(("page:12", 2))()
        try:
            return drain()
        finally:
            elsewhere.meanwhile = lambda messages: None
            may_go_on.set()

    elsewhere.meanwhile = hold
    assert at_once(drain, second_worker) == [Drained(delivered=2), Drained()]
    assert elsewhere.taken == [("page:12", {"version": 1}), ("page:12", {"version": 2})]


def test_editors_and_workers_at_once_lose_nothing(elsewhere: System) -> None:
    seen: list[tuple[str, int]] = []
    lock = Lock()

    def see(messages: Sequence[Message]) -> None:
        with lock:
            seen.extend((message.key, message.payload["version"]) for message in messages)

    elsewhere.meanwhile = see

    def editor(number: int) -> Callable[[], None]:
        def deed() -> None:
            for version in range(10):
                sends((f"own:{number}", version), ("front page", number * 100 + version))()

        return deed

    def worker() -> None:
        for _ in range(20):
            drain()
            time.sleep(0.01)

    at_once(*(editor(number) for number in range(4)), worker, worker)
    at_once(drain)
    assert at_once(count) == [0]
    for number in range(4):
        versions = [version for key, version in seen if key == f"own:{number}"]
        assert versions[-1] == 9
        assert versions == sorted(versions)
        assert len(versions) == len(set(versions))
    assert [version for key, version in seen if key == "front page"][-1] in {9, 109, 209, 309}


def test_editors_who_touch_the_same_keys_in_another_order_do_not_wait_for_each_other(elsewhere: System) -> None:
    at_once(sends(("a", 0), ("b", 0)))
    both_have_begun = Barrier(2)

    def publish(first: str, second: str, version: int) -> None:
        with transaction.atomic():
            send("elsewhere", first, {"version": version})
            if connection.vendor != "sqlite":  # there, one transaction writes after the other anyway
                both_have_begun.wait(30)
            send("elsewhere", second, {"version": version})

    at_once(lambda: publish("a", "b", 1), lambda: publish("b", "a", 2))
    at_once(drain)
    assert sorted(key for key, _payload in elsewhere.taken) == ["a", "b"]
    assert all(payload["version"] in {1, 2} for _key, payload in elsewhere.taken)


def test_message_whose_replacement_is_rolled_back_is_delivered(elsewhere: System) -> None:
    at_once(sends(("page:12", 1)))
    is_replaced, is_drained = Barrier(2), Event()

    def change_one_s_mind() -> None:
        with suppress(ZeroDivisionError), transaction.atomic():
            send("elsewhere", "page:12", {"version": 2})
            is_replaced.wait(30)
            is_drained.wait(PATIENCE)
            raise ZeroDivisionError

    def worker() -> None:
        with suppress(BrokenBarrierError):
            is_replaced.wait(30)
        drain()
        is_drained.set()

    at_once(change_one_s_mind, worker)
    at_once(drain)
    assert elsewhere.taken == [("page:12", {"version": 1})]


def test_earlier_message_that_comes_back_by_a_rollback_is_not_sent_after_the_later_one(elsewhere: System) -> None:
    at_once(sends(("page:12", 1)))
    is_replaced, is_drained = Event(), Event()

    def change_one_s_mind() -> None:
        with suppress(ZeroDivisionError), transaction.atomic():
            send("elsewhere", "page:12", {"version": 2})
            is_replaced.set()
            is_drained.wait(PATIENCE)
            raise ZeroDivisionError

    def another_editor_and_worker() -> None:
        assert is_replaced.wait(30)
        sends(("page:12", 3))()
        drain()
        is_drained.set()

    at_once(change_one_s_mind, another_editor_and_worker)
    at_once(drain)
    assert elsewhere.taken == [("page:12", {"version": 3})]
    assert at_once(count) == [0]


def test_later_message_does_not_overtake_one_that_is_just_being_taken(elsewhere: System) -> None:
    at_once(sends(("page:12", 1)), lambda: Destination.objects.create(name="elsewhere"))
    is_taking, may_go_on = Event(), Event()

    def first_worker() -> None:
        with transaction.atomic():
            Destination.objects.select_for_update().get()
            Message.objects.update(taken_by="somebody", taken_at=timezone.now())
            is_taking.set()
            may_go_on.wait(PATIENCE)

    def second_worker() -> Batch | None:
        assert is_taking.wait(30)
        sends(("page:12", 2))()
        try:
            return take("elsewhere", now=timezone.now())
        finally:
            may_go_on.set()

    assert at_once(first_worker, second_worker) == [None, None]
    assert at_once(count) == [2]


def test_message_of_a_process_that_is_killed_is_delivered_by_another(elsewhere: System, tmp_path: Path) -> None:
    at_once(sends(("page:12", 1)))
    killed = subprocess.run(
        [sys.executable, "-c", DIES],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DATABASE_URL": _address(),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings.test",
            "TMPDIR": str(tmp_path),
        },
        check=False,
        timeout=120,
    )
    assert killed.returncode == -signal.SIGKILL
    assert at_once(drain) == [Drained()]
    assert at_once(lambda: drain(now=timezone.now() + LEASE)) == [Drained(delivered=1)]
    assert elsewhere.taken == [("page:12", {"version": 1})]


def _address() -> str:
    """The database that the threads use, as a process is told."""
    database = connections.settings["default"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgresql://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
