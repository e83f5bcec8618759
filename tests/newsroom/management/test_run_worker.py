"""Tests of the command run_worker."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from django.core.management import call_command

from newsroom.outbox.models import Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import system

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_signals() -> Iterator[None]:
    """The worker listens to signals; afterwards the suite does again."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_worker_delivers_what_waits() -> None:
    with system() as elsewhere:
        send("elsewhere", "page:12")
        call_command("run_worker", once=True)
        assert elsewhere.taken == [("page:12", {})]


@pytest.mark.parametrize("failure", [RuntimeError("no"), MemoryError(), RecursionError(), UnicodeError()])
def test_worker_goes_on_whatever_a_handler_raises(failure: Exception) -> None:
    with system("away") as away, system() as elsewhere:
        send("away", "page:12")
        send("elsewhere", "page:12")
        away.failure = failure
        call_command("run_worker", once=True)
        assert elsewhere.taken == [("page:12", {})]
        assert Message.objects.get().destination == "away"


def test_worker_stops_when_it_is_told_to() -> None:
    with system() as elsewhere:
        send("elsewhere", "page:12")
        elsewhere.meanwhile = lambda messages: signal.raise_signal(signal.SIGTERM)
        call_command("run_worker")
        assert elsewhere.taken == [("page:12", {})]
