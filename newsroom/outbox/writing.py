"""Writing a message to another system in the transaction that makes it true."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from newsroom.outbox.envelope import check_key, check_payload
from newsroom.outbox.handlers import is_configured
from newsroom.outbox.models import Message


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
    if not is_configured(destination):
        return
    now = timezone.now()
    with transaction.atomic(savepoint=False):
        same = Message.objects.filter(destination=destination, key=key)
        earlier = list(same.free(now).select_for_update(skip_locked=True).only("created_at", "failed_at"))
        if earlier:
            same.filter(pk__in=[message.pk for message in earlier]).delete()
        since = min([now, *(message.created_at for message in earlier if message.failed_at is None)])
        Message.objects.create(destination=destination, key=key, payload=payload, created_at=since, due_at=now)
