"""Deadlines that come near: told once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.translation.models import Notification, Translation
from articles.translation.models.translation import Stage
from articles.translation.notifying import tell_desks

NEAR = timedelta(hours=4)


@transaction.atomic
def remind_of_deadlines(at: datetime | None = None) -> int:
    """Tells whoever has a translation, or its desk, that its deadline is near or past; gives their number."""
    now = at or timezone.now()
    due = Translation.objects.select_for_update(of=("self",), skip_locked=True).filter(
        reminded_at=None, deadline__isnull=False, deadline__lte=now + NEAR
    )
    rows = list(due.exclude(stage=Stage.LIVE).select_related("locale").defer("parts"))
    if rows:
        Translation.objects.filter(pk__in=[row.pk for row in rows]).update(reminded_at=now)
        tell_desks(rows, Notification.Kind.DEADLINE)
    return len(rows)
