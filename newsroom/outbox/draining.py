"""Delivering what waits: each destination by itself, in batches, until nothing is due or enough is done."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from newsroom.outbox.handlers import DeliveryFailure, PermanentFailure, configured, handler_of
from newsroom.outbox.leases import BATCH, Batch, Failure, Settled, settle, take
from newsroom.outbox.models import Message

logger = logging.getLogger(__name__)

LIMIT = 1000
"""Messages of one destination in one call, so that each gets its turn."""


@dataclass(frozen=True, slots=True)
class Drained:
    """How many messages were delivered, were delayed, and were parked for a person."""

    delivered: int = 0
    delayed: int = 0
    parked: int = 0

    def __add__(self, other: Drained | Settled) -> Drained:
        """Both together."""
        return Drained(self.delivered + other.delivered, self.delayed + other.delayed, self.parked + other.parked)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a handler answered: failures by the messages' numbers, and whether the destination is away."""

    failures: dict[int, Failure]
    is_away: bool = False


class UnknownKeys(ValueError):
    """A handler speaks of keys that it was not given, so nobody knows what it delivered."""


def drain(*, now: datetime | None = None, limit: int = LIMIT) -> Drained:
    """Delivers what is due, at most `limit` messages for each destination; at most `now`, by default the clock's.

    Two may do it at once. A message is delivered at least once: what was sent by a worker that then died is sent again
    when its lease ends. A destination that fails is left alone for a while, and the next one has its turn.
    """
    due = set(Message.objects.due(now or timezone.now()).values_list("destination", flat=True).distinct())
    total = Drained()
    for destination in configured():
        if destination in due:
            total += _drain(destination, now, limit)
    return total


def _drain(destination: str, now: datetime | None, limit: int) -> Drained:
    total, left = Drained(), limit
    while left > 0:
        batch = take(destination, now=now or timezone.now(), most=min(BATCH, left))
        if batch is None:
            break
        left -= len(batch.messages)
        verdict = _hand_over(batch)
        total += settle(batch, verdict.failures, is_away=verdict.is_away, now=now or timezone.now())
        if verdict.is_away:
            break
    return total


def _hand_over(batch: Batch) -> Verdict:
    numbers = {message.key: message.pk for message in batch.messages}
    try:
        results = dict(handler_of(batch.destination)(batch.messages))
        if not results.keys() <= numbers.keys():
            raise UnknownKeys(sorted(results.keys() - numbers.keys()))
    except PermanentFailure as error:
        logger.warning("Outbox: %s refuses %d messages for good: %s", batch.destination, len(numbers), error)
        return Verdict(dict.fromkeys(numbers.values(), Failure(str(error), is_permanent=True)))
    except DeliveryFailure as error:
        logger.warning("Outbox: %s did not take %d messages: %s", batch.destination, len(numbers), error)
        return Verdict(dict.fromkeys(numbers.values(), Failure(str(error))), is_away=True)
    except Exception as error:  # the one rim: whatever a handler does, the worker goes on and serves the others
        logger.exception("Outbox: the handler of %s failed with %d messages", batch.destination, len(numbers))
        # The text of a foreign error may hold an address with its password, so only its kind is kept for the screen.
        return Verdict(dict.fromkeys(numbers.values(), Failure(type(error).__name__)), is_away=True)
    for key, why in results.items():
        logger.warning("Outbox: %s refuses %s: %s", batch.destination, key, why)
    return Verdict({numbers[key]: Failure(str(why), isinstance(why, PermanentFailure)) for key, why in results.items()})
