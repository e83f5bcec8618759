"""How much waits, for how long, and what is parked: for people, probes and metrics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from newsroom.outbox.handlers import configured
from newsroom.outbox.models import Destination, Message

TOO_OLD = timedelta(minutes=5)
"""A message that waits longer is a reason to look."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How many messages wait, and for how many seconds the oldest has."""

    count: int = 0
    oldest_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """A destination with what waits for it and what is parked."""

    destination: str
    waiting: Depth
    parked: int = 0
    is_configured: bool = True
    rests_until: datetime | None = None

    @property
    def is_degraded(self) -> bool:
        """Whether somebody should look."""
        return bool(self.parked) or self.waiting.oldest_seconds > TOO_OLD.total_seconds()


def pending(destination: str) -> Depth:
    """What waits for a destination, or is being delivered to it."""
    found = Message.objects.waiting().filter(destination=destination).aggregate(Count("pk"), Min("created_at"))
    return _depth(found["pk__count"], found["created_at__min"], timezone.now())


def parked(destination: str | None = None) -> QuerySet[Message]:
    """What waits for a person, the latest first; of all destinations unless one is named."""
    messages = Message.objects.parked().order_by("-failed_at", "-pk")
    return messages if destination is None else messages.filter(destination=destination)


def stranded(known: Iterable[str]) -> QuerySet[Message]:
    """What waits for none of the known destinations: nothing will deliver it."""
    return Message.objects.waiting().exclude(destination__in=list(known)).order_by("created_at", "pk")


def conditions() -> list[Condition]:
    """Every destination that is configured or that has messages, by name."""
    now, known = timezone.now(), set(configured())
    waiting = Q(failed_at__isnull=True)
    counts = Message.objects.values("destination").annotate(
        waiting=Count("pk", filter=waiting), oldest=Min("created_at", filter=waiting), parked=Count("failed_at")
    )
    found = {row["destination"]: row for row in counts}
    rests = dict(Destination.objects.filter(rests_until__gt=now).values_list("name", "rests_until"))
    return [
        Condition(
            destination=name,
            waiting=_depth(found[name]["waiting"], found[name]["oldest"], now) if name in found else Depth(),
            parked=found[name]["parked"] if name in found else 0,
            is_configured=name in known,
            rests_until=rests.get(name),
        )
        for name in sorted(known | found.keys())
    ]


def _depth(count: int, oldest: datetime | None, now: datetime) -> Depth:
    return Depth(count, max(0, int((now - oldest).total_seconds()))) if oldest else Depth(count)
