"""Moments as legal staff read them: in their own time zone, and in UTC beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from newsroom.formats import format_date_and_time

HOUR = timedelta(hours=1)


def in_words(at: datetime) -> str:
    """Day and time of day in the zone of whoever looks; where that is not UTC, in UTC too."""
    code, zone = get_language() or "en", timezone.get_current_timezone()
    local = format_date_and_time(at, code, zone)
    if at.astimezone(zone).utcoffset() == timedelta():
        return local
    return gettext("{local} ({utc})").format(local=local, utc=format_date_and_time(at, code, UTC))


def time_left(until: datetime, now: datetime) -> str:
    """How many hours are left, or for how many it is too late."""
    hours = int(abs(until - now) / HOUR)
    count = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    if until <= now:
        return gettext("overdue for {time}").format(time=count)
    return gettext("{time} left").format(time=count)
