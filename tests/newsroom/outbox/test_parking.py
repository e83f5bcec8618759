"""Tests of what a person does with parked messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import ModelLogEntry

from newsroom.outbox.draining import Drained, drain
from newsroom.outbox.handlers import PermanentFailure
from newsroom.outbox.models import Message
from newsroom.outbox.parking import MessageIsNotParked, drop_message, retry_all, retry_message
from newsroom.outbox.writing import send
from tests.factories import make_administrator, make_user
from tests.newsroom.outbox.systems import System, system

pytestmark = pytest.mark.django_db


def park(*keys: str, destination: str = "elsewhere") -> list[int]:
    """The numbers of messages that were refused for good."""
    for key in keys:
        Message.objects.create(
            destination=destination, key=key, failed_at=timezone.now(), attempts=12, refusals=10, error="Too large"
        )
    return list(Message.objects.parked().filter(destination=destination).values_list("pk", flat=True))


def test_message_that_is_tried_again_is_delivered(elsewhere: System) -> None:
    (number,) = park("page:1")
    retry_message(number, by=make_administrator())
    assert drain() == Drained(delivered=1)
    assert not Message.objects.exists()


def test_message_that_is_tried_again_has_new_patience(elsewhere: System) -> None:
    (number,) = park("page:1")
    retry_message(number, by=make_administrator())
    elsewhere.refused = {"page:1": "Not now"}
    assert drain() == Drained(delayed=1)
    elsewhere.refused = {"page:1": PermanentFailure("Never")}
    Message.objects.update(due_at=timezone.now())
    assert drain() == Drained(parked=1)


def test_message_that_is_tried_again_yields_to_a_later_one(elsewhere: System) -> None:
    (number,) = park("page:1")
    Message.objects.create(destination="elsewhere", key="page:1", payload={"version": 2})
    retry_message(number, by=make_administrator())
    assert drain() == Drained(delivered=1)
    assert elsewhere.taken == [("page:1", {"version": 2})]


def test_everything_of_one_destination_is_tried_again(elsewhere: System) -> None:
    with system("archive"):
        park("page:1", "page:2")
        park("page:3", destination="archive")
        assert retry_all("elsewhere", by=make_administrator()) == 2
        assert drain() == Drained(delivered=2)
    assert Message.objects.get().destination == "archive"
    assert retry_all("elsewhere", by=make_administrator("other")) == 0


def test_dropped_message_is_gone_and_never_sent(elsewhere: System) -> None:
    first, second = park("page:1", "page:2")
    drop_message(first, by=make_administrator())
    assert list(Message.objects.values_list("pk", flat=True)) == [second]
    assert drain() == Drained()


def test_message_for_a_system_that_is_gone_may_be_dropped(elsewhere: System) -> None:
    send("elsewhere", "page:1")
    elsewhere.is_configured = False
    drop_message(Message.objects.get().pk, by=make_administrator())
    assert not Message.objects.exists()


@pytest.mark.parametrize("deed", [retry_message, drop_message])
def test_message_in_the_worker_s_hands_is_left(deed: Callable[..., Any], elsewhere: System) -> None:
    send("elsewhere", "page:1")
    with pytest.raises(MessageIsNotParked):
        deed(Message.objects.get().pk, by=make_administrator())
    assert drain() == Drained(delivered=1)


@pytest.mark.parametrize("deed", [retry_message, drop_message])
@pytest.mark.parametrize("number", [0, -1, 10**9])
def test_message_that_is_not_there_is_named_so(deed: Callable[..., Any], number: int) -> None:
    with pytest.raises(MessageIsNotParked):
        deed(number, by=make_administrator())


@pytest.mark.parametrize("deed", [retry_message, drop_message])
def test_somebody_without_the_permission_changes_nothing(deed: Callable[..., Any]) -> None:
    (number,) = park("page:1")
    before = Message.objects.values().get()
    with pytest.raises(PermissionDenied):
        deed(number, by=make_user())
    assert Message.objects.values().get() == before


def test_somebody_without_the_permission_cannot_try_everything_again() -> None:
    park("page:1")
    with pytest.raises(PermissionDenied):
        retry_all("elsewhere", by=make_user())
    assert Message.objects.parked().count() == 1


def test_one_permission_is_enough() -> None:
    (number,) = park("page:1")
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="change_message", content_type__app_label="outbox"))
    drop_message(number, by=user)
    assert not Message.objects.exists()


def test_log_keeps_who_did_what() -> None:
    administrator = make_administrator()
    first, second = park("page:1", "page:2")
    retry_message(first, by=administrator)
    drop_message(second, by=administrator)
    park("page:3")
    retry_all("elsewhere", by=administrator)
    entries = ModelLogEntry.objects.filter(action__startswith="outbox.").order_by("pk")
    assert [(entry.action, entry.user, entry.label) for entry in entries] == [
        ("outbox.retry", administrator, "elsewhere: page:1"),
        ("outbox.drop", administrator, "elsewhere: page:2"),
        ("outbox.retry_all", administrator, "elsewhere"),
    ]
    assert all(entry.message for entry in entries)
