"""What a story had wrong, and what each of its languages has done about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.pages.article import ArticlePage


class Correction(models.Model):
    """A mistake that a story made, first corrected in one language."""

    class Gravity(models.TextChoices):
        """How much it changes what readers were told."""

        FACTUAL = "factual", _("Factual")
        MINOR = "minor", _("Minor")

    translation_key = models.UUIDField(editable=False, db_index=True)
    story = models.ForeignKey(ArticlePage, editable=False, on_delete=models.PROTECT, related_name="corrections")
    """The story that was corrected first."""
    gravity = models.CharField(_("kind"), max_length=16, choices=Gravity.choices, default=Gravity.FACTUAL)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")


class CorrectionText(models.Model):
    """A correction in one language: its own words, or the task to find them."""

    class State(models.TextChoices):
        """What the language's desk has done."""

        WAITING = "waiting", _("Waiting for the desk")
        CORRECTED = "corrected", _("Corrected")
        NOT_CONCERNED = "not_concerned", _("Did not have the mistake")

    correction = models.ForeignKey(Correction, on_delete=models.CASCADE, related_name="texts")
    story = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="correction_texts")
    state = models.CharField(max_length=16, choices=State.choices, default=State.WAITING)
    wrong = models.TextField(_("what was wrong"), blank=True, max_length=2000)
    right = models.TextField(_("what is right"), blank=True, max_length=2000)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    handled_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["correction", "story"], name="a_story_is_corrected_once")]
