"""Writing a message to another system in the transaction that makes it true."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from newsroom.outbox.envelope import check_key, check_payload
from newsroom.outbox.handlers import is_configured
from newsroom.outbox.models import Message

AT_ONCE = 500
"""Messages that are written by one statement."""


def send(destination: str, key: str, payload: dict[str, Any] | None = None) -> None:
    """Writes that the destination must learn about the key; the worker delivers it.

    It belongs to the caller's transaction and goes with it; without one it is written at once. What waits or is parked
    for the same destination and key is replaced, and what a worker holds just now is left: this message is sent after
    it. Writes nothing for a destination that is not configured.

    Never waits for another transaction: a row that one of them replaces just now is passed over, and taking leaves
    the newest. So many editors may publish at once what touches one key, in any order.

    Raises KeyIsRefused, PayloadIsRefused.
    """
    payload = {} if payload is None else payload
    check_key(key)
    check_payload(payload)
    if is_configured(destination):
        _write(destination, [key], payload)


def send_many(destination: str, keys: Iterable[str]) -> None:
    """The same for every key, without payloads, in few statements however many keys there are.

    Raises KeyIsRefused, and then has written nothing.
    """
    if not is_configured(destination):
        return
    rest = iter(dict.fromkeys(keys))
    with transaction.atomic():
        while part := list(islice(rest, AT_ONCE)):
            for key in part:
                check_key(key)
            _write(destination, part, {})


def _write(destination: str, keys: list[str], payload: dict[str, Any]) -> None:
    """One message for each of the different keys; each has waited as long as what it replaces."""
    now = timezone.now()
    since = dict.fromkeys(keys, now)
    with transaction.atomic(savepoint=False):
        same = Message.objects.filter(destination=destination, key__in=keys)
        earlier = list(same.free(now).select_for_update(skip_locked=True).only("key", "created_at", "failed_at"))
        for message in earlier:
            if message.failed_at is None:
                since[message.key] = min(since[message.key], message.created_at)
        if earlier:
            same.filter(pk__in=[message.pk for message in earlier]).delete()
        Message.objects.bulk_create(
            Message(destination=destination, key=key, payload=payload, created_at=since[key], due_at=now)
            for key in keys
        )
