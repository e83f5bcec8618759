"""Who may see a story: one condition, used by every page, list, file and feed."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


def visible_q(at: datetime.datetime | None = None) -> Q:
    """The condition under which readers may see a story: live, not killed, and past its embargo (aware, UTC)."""
    moment = at or timezone.now()
    return Q(live=True, killed_at__isnull=True) & (Q(embargo_until__isnull=True) | Q(embargo_until__lte=moment))


class StoryQuerySet(PageQuerySet):
    """Stories."""

    def visible(self, at: datetime.datetime | None = None) -> StoryQuerySet:
        """Those that readers may see."""
        return self.filter(visible_q(at))

    def in_language(self, code: str) -> StoryQuerySet:
        """Those written in this language."""
        return self.filter(locale__language_code=code)

    def breaking(self, at: datetime.datetime | None = None) -> StoryQuerySet:
        """Those whose news is breaking."""
        return self.filter(breaking_until__gt=at or timezone.now())

    def newest_first(self) -> StoryQuerySet:
        """By the time that readers are shown as updated."""
        return self.order_by("-updated_at", "-pk")

    def as_teasers(self) -> StoryQuerySet:
        """With all that a list shows, and without the bodies."""
        return self.select_related("lead_picture").defer("body")


StoryManager = PageManager.from_queryset(StoryQuerySet)
