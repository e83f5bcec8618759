"""What a person does with messages that the worker gave up or nobody delivers: try them again, or drop them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from newsroom.outbox.handlers import is_configured
from newsroom.outbox.models import Destination, Message

PERMISSION = "outbox.change_message"
RETRY, RETRY_ALL, DROP = "outbox.retry", "outbox.retry_all", "outbox.drop"
"""The actions in the log."""


class MessageIsNotParked(ValueError):
    """The worker has it, or has delivered it; there is nothing for a person to do."""


def may_tend(user: AbstractUser | AnonymousUser) -> bool:
    """Whether they may see the outbox, and try again or drop."""
    return bool(user.has_perm(PERMISSION))


def needs_a_person(message: Message) -> bool:
    """Whether it is parked, or waits for a destination that this installation does not have."""
    return message.failed_at is not None or not is_configured(message.destination)


@transaction.atomic
def retry_message(number: int, *, by: AbstractUser) -> Message:
    """Has the worker try a parked message again, at once and with new patience.

    Raises PermissionDenied, MessageIsNotParked.
    """
    message = _locked(number, by)
    if message.failed_at is None:
        raise MessageIsNotParked(number)
    Message.objects.filter(pk=number).update(**_fresh())
    log(message, RETRY, user=by, title=str(message))
    return message


@transaction.atomic
def retry_all(destination: str, *, by: AbstractUser) -> int:
    """Has the worker try every parked message of a destination again; how many there were.

    Raises PermissionDenied.
    """
    if not may_tend(by):
        raise PermissionDenied
    count = Message.objects.parked().filter(destination=destination).update(**_fresh())
    if count:
        log(Destination(destination), RETRY_ALL, user=by, title=destination, data={"count": count})
    return count


@transaction.atomic
def drop_message(number: int, *, by: AbstractUser) -> Message:
    """Deletes a message that needs a person; the other system will not learn what it said.

    Raises PermissionDenied, MessageIsNotParked.
    """
    message = _locked(number, by)
    if not needs_a_person(message):
        raise MessageIsNotParked(number)
    log(message, DROP, user=by, title=str(message), deleted=True, data={"error": message.error})
    Message.objects.filter(pk=message.pk).delete()
    return message


def _fresh() -> dict[str, Any]:
    """The fields of a message that was never tried; its error stays until it is."""
    return {"failed_at": None, "due_at": timezone.now(), "attempts": 0, "refusals": 0}


def _locked(number: int, by: AbstractUser) -> Message:
    if not may_tend(by):
        raise PermissionDenied
    message = Message.objects.select_for_update().filter(pk=number).first()
    if message is None:
        raise MessageIsNotParked(number)
    return message
