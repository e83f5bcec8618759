"""Corrections that a language's desk has not dealt with yet."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from articles.pages.article import ArticlePage
from articles.pages.corrections.models import CorrectionText


def waiting_for(codes: Collection[str]) -> QuerySet[CorrectionText]:
    """What waits in these languages: facts before details, the longest waiting first; killed stories are left out."""
    rows = waiting().filter(story__locale__language_code__in=codes, story__killed_at=None)
    rows = rows.select_related("correction__story__locale", "story__locale")
    return rows.defer("story__body", "correction__story__body").order_by(
        "correction__gravity", "correction__made_at", "pk"
    )


def waiting_on(story: ArticlePage) -> QuerySet[CorrectionText]:
    """What waits for one story, the oldest first."""
    return waiting().filter(story=story.pk).order_by("correction__made_at", "pk")


def waiting() -> QuerySet[CorrectionText]:
    """Everything that waits."""
    return CorrectionText.objects.filter(state=CorrectionText.State.WAITING, correction__withdrawn_at=None)
