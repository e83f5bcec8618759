"""Pages that explain notices: which are needed, and whether they are there; the room of pages tells that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from articles.legal.models.rules import NoticeRule
from articles.legal.terms import Effect, Kind

IsLive = Callable[[str], bool]


def _always(slug: str) -> bool:
    return True


_is_live: IsLive = _always


def register(is_live: IsLive) -> None:
    """Makes this function the one that knows whether an explanation is live in some language."""
    global _is_live  # noqa: PLW0603 one function for the process, like every registry
    _is_live = is_live


def is_explained(slug: str) -> bool:
    """Whether readers who follow a notice's link find an explanation, in whichever language."""
    return not slug or _is_live(slug)


def is_needed(slug: str, at: datetime | None = None) -> bool:
    """Whether a notice that links to this explanation is shown by a rule in force or due."""
    return bool(slug) and _is_shown(Q(notice__more=slug), at or timezone.now())


def is_shown(notice_id: int) -> bool:
    """Whether a rule in force or due shows this notice."""
    return _is_shown(Q(notice=notice_id), timezone.now())


def _is_shown(which: Q, at: datetime) -> bool:
    rules = NoticeRule.objects.filter(which, approved_at__isnull=False, ended_at__isnull=True, withdraws=False)
    present = rules.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at)).exclude(notice__kind=Kind.WITHHELD)
    return any(Effect.SHOW in effects for effects in present.values_list("effects", flat=True))
