"""What a story's readers are told of its corrections; no query for a story without any."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from articles.pages.article import ArticlePage
from articles.pages.corrections.models import TOLD, Correction, CorrectionText


@dataclass(frozen=True, slots=True)
class Told:
    """One correction in the story's own words."""

    anchor: str
    at: datetime
    is_factual: bool
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a story's page says of them."""

    own: list[Told] = field(default_factory=list)
    """Newest first."""
    original_corrected_at: datetime | None = None
    """When the original was corrected last without this version having been checked since."""

    @property
    def newest_of_fact(self) -> Told | None:
        """The one that a reader must know of before reading."""
        return next((told for told in self.own if told.is_factual), None)


def corrections_of(story: ArticlePage) -> Corrections:
    """What is told under this story."""
    if not story.has_corrections:
        return Corrections()
    rows = CorrectionText.objects.filter(TOLD, story=story.pk).select_related("correction")
    own: list[Told] = []
    unchecked: list[datetime] = []
    for row in rows.order_by("-handled_at", "-pk"):
        if row.state == CorrectionText.State.WAITING:
            unchecked.append(row.correction.made_at)
        else:
            own.append(_told(row))
    return Corrections(own, max(unchecked, default=None))


def _told(row: CorrectionText) -> Told:
    is_factual = row.correction.gravity == Correction.Gravity.FACTUAL
    at = row.handled_at or row.correction.made_at
    return Told(f"correction-{row.correction_id}", at, is_factual, row.wrong, row.right)
