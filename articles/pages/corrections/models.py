"""What a story had wrong, and what each of its languages has done about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.pages.article import ArticlePage

LONGEST = 2000


class Correction(models.Model):
    """A mistake that a story made, first corrected in one language."""

    class Gravity(models.TextChoices):
        """How much it changes what readers were told."""

        FACTUAL = "factual", _("A fact")
        MINOR = "minor", _("A detail")

    translation_key = models.UUIDField(editable=False, db_index=True)
    story = models.ForeignKey(ArticlePage, editable=False, on_delete=models.PROTECT, related_name="corrections")
    """The story that was corrected first."""
    gravity = models.CharField(max_length=16, choices=Gravity.choices, default=Gravity.FACTUAL)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)


class CorrectionText(models.Model):
    """A correction in one language: its own words, or the task to find them."""

    class State(models.TextChoices):
        """What the language's desk has done."""

        WAITING = "waiting", _("Waiting for the desk")
        CORRECTED = "corrected", _("Had the mistake; now corrected")
        NOT_CONCERNED = "not_concerned", _("Did not have the mistake")

    correction = models.ForeignKey(Correction, on_delete=models.CASCADE, related_name="texts")
    story = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="correction_texts")
    state = models.CharField(max_length=16, choices=State.choices, default=State.WAITING)
    wrong = models.TextField(blank=True, max_length=LONGEST)
    right = models.TextField(blank=True, max_length=LONGEST)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    handled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["correction", "story"], name="a_story_is_corrected_once")]
        indexes = [models.Index(fields=["story"], name="correction_waits", condition=Q(state="waiting"))]


TOLD = Q(correction__withdrawn_at=None) & (
    Q(state=CorrectionText.State.WAITING) | Q(state=CorrectionText.State.CORRECTED) & ~Q(right="")
)
"""The texts that readers are told of. A story that was corrected before anybody read it has no words for them."""
