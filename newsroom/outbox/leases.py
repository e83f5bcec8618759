"""Taking messages so that no two workers hold one at once, and settling what became of them.

Both are short transactions of their own; the handler runs between them. Taking locks the destination's row, so that
workers take one after the other and each sees what the earlier one took; of two messages with one key it never lets
the later overtake the earlier.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from newsroom.outbox.backoff import LONGEST_REST, delay
from newsroom.outbox.models import LONGEST_ERROR, Destination, Message
from newsroom.text import clean_line

BATCH = 100
"""Messages that a handler gets at once."""
ALONE_AFTER = 3
"""Attempts after which a message is sent alone, so that it can spoil nobody's batch."""
PATIENCE = 10
"""Refusals of one message, while others get through, after which it is parked."""
WORKER_DIED = "The worker died while sending it."


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a message was not delivered."""

    text: str
    is_permanent: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages of one destination with different keys, held by whoever knows the token."""

    destination: str
    token: str
    messages: tuple[Message, ...]

    @property
    def is_alone(self) -> bool:
        """Whether it is one message, which then answers for its failure."""
        return len(self.messages) == 1


@dataclass(frozen=True, slots=True)
class Settled:
    """How many messages of a batch are gone, wait again, and are parked."""

    delivered: int = 0
    delayed: int = 0
    parked: int = 0


def take(destination: str, *, now: datetime, most: int = BATCH) -> Batch | None:
    """Takes what is due for a destination, the longest due first; None where there is nothing to take now.

    A destination that did not answer the last time gets a single message first.
    """
    Destination.objects.get_or_create(name=destination)
    with transaction.atomic(durable=True):
        state = Destination.objects.select_for_update(skip_locked=True).filter(name=destination).first()
        if state is None or (state.rests_until and state.rests_until > now):
            return None
        due = list(_due(destination, now).select_for_update(skip_locked=True)[: 1 if state.failures else most])
        due = _newest([message for message in due if not _died_with_its_workers(message, now)])
        messages = list(takewhile(lambda message: message.attempts < ALONE_AFTER, due)) or due[:1]
        batch = Batch(destination, uuid.uuid4().hex, tuple(messages))
        numbers = [message.pk for message in messages]
        Message.objects.filter(pk__in=numbers).update(attempts=F("attempts") + 1, taken_at=now, taken_by=batch.token)
    return batch if messages else None


def settle(batch: Batch, failures: Mapping[int, Failure], *, is_away: bool, now: datetime) -> Settled:
    """Deletes what was delivered and notes what failed, by the messages' numbers; a row that is another's is left.

    `is_away` says that the destination took nothing: then it rests, and no message is blamed for it, unless the
    message was alone and others got through just before.
    """
    with transaction.atomic(durable=True):
        state = Destination.objects.select_for_update().get(name=batch.destination)
        is_blamed = not is_away or (batch.is_alone and not state.failures)
        _note_state(state, is_away=is_away, now=now)
        held = {message.pk: message for message in Message.objects.filter(taken_by=batch.token).select_for_update()}
        failed = [held[number] for number in failures if number in held]
        outdated = _outdated(failed)
        for message in failed:
            _note_failure(message, failures[message.pk], is_blamed=is_blamed, now=now)
            message.due_at = max(message.due_at, state.rests_until or now)
        kept = [message for message in failed if message.pk not in outdated]
        Message.objects.bulk_update(kept, ["taken_at", "taken_by", "due_at", "refusals", "failed_at", "error"])
        Message.objects.filter(pk__in=set(held) - {message.pk for message in kept}).delete()
    parked = sum(message.failed_at is not None for message in kept)
    return Settled(len(held) - len(failed), len(kept) - parked, parked)


def _due(destination: str, now: datetime) -> QuerySet[Message]:
    """What can be taken: what is due and whose key no living worker holds."""
    held = Message.objects.held(now).filter(destination=OuterRef("destination"), key=OuterRef("key"))
    return Message.objects.due(now).filter(~Exists(held), destination=destination).order_by("due_at", "pk")


def _newest(due: list[Message]) -> list[Message]:
    """Of each key the newest message, if it is due; the earlier ones are deleted, parked ones too.

    Where another transaction is replacing an earlier one just now, the key waits for the next round. This is sorted out
    here and not in SQL, because PostgreSQL plans such a query badly for a table that was empty a moment ago.
    """
    if not due:
        return []
    newest = {message.key: message for message in sorted(due, key=lambda message: message.pk)}
    same = Message.objects.filter(destination=due[0].destination, key__in=newest)
    others = list(same.exclude(pk__in=[message.pk for message in due]).only("key", "failed_at"))
    later = {other.key for other in others if other.failed_at is None and other.pk > newest[other.key].pk}
    earlier = {other.pk: other.key for other in others if other.pk < newest[other.key].pk}
    locked = same.filter(pk__in=earlier).select_for_update(skip_locked=True)
    outdated = set(locked.values_list("pk", flat=True)) if earlier else set()
    busy = {key for number, key in earlier.items() if number not in outdated}
    outdated |= {message.pk for message in due if message is not newest[message.key] or message.key in later}
    if outdated:
        same.filter(pk__in=outdated).delete()
    return [message for message in due if message.pk not in outdated and message.key not in busy]


def _died_with_its_workers(message: Message, now: datetime) -> bool:
    """Whether it was parked, because worker after worker died with this message alone in its hands."""
    if not message.taken_by or message.attempts <= ALONE_AFTER:
        return False
    _note_failure(message, Failure(WORKER_DIED), is_blamed=True, now=now)
    message.save(update_fields=["taken_at", "taken_by", "refusals", "failed_at", "error"])
    return message.failed_at is not None


def _outdated(messages: list[Message]) -> set[int]:
    """The numbers of those that a later message of the same key stands for."""
    later = Message.objects.filter(destination=OuterRef("destination"), key=OuterRef("key"), pk__gt=OuterRef("pk"))
    numbers = [message.pk for message in messages]
    return set(Message.objects.filter(Exists(later), pk__in=numbers).values_list("pk", flat=True)) if numbers else set()


def _note_failure(message: Message, failure: Failure, *, is_blamed: bool, now: datetime) -> None:
    message.taken_at, message.taken_by = None, ""
    message.error = clean_line(failure.text)[:LONGEST_ERROR]
    message.refusals += is_blamed
    message.due_at = now + delay(message.refusals)
    if failure.is_permanent or message.refusals >= PATIENCE:
        message.failed_at = now


def _note_state(state: Destination, *, is_away: bool, now: datetime) -> None:
    if not is_away and not state.failures:
        return
    state.failures = state.failures + 1 if is_away else 0
    state.rests_until = now + delay(state.failures, LONGEST_REST) if is_away else None
    state.save(update_fields=["failures", "rests_until"])
