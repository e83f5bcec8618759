"""What somebody demanded of us: who, by which law, until when."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Demand(models.Model):
    """An order or demand that may stand behind notices. A sealed one is for holders of the sealed right alone."""

    demander = models.CharField(_("who demands it"), max_length=255)
    law = models.CharField(_("by which law"), max_length=500, blank=True)
    reference = models.CharField(_("reference"), max_length=255, blank=True)
    received_on = models.DateField(_("received on"))
    deadline = models.DateTimeField(_("deadline"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    is_sealed = models.BooleanField(
        _("sealed"), default=False, help_text=_("Its existence is secret: only holders of the sealed right see it.")
    )
    file = models.FileField(_("document"), upload_to="demands", blank=True, help_text=_("Kept privately."))
    notes = models.TextField(_("notes"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    alarmed_at = models.DateTimeField(null=True, editable=False)
    """When the deadline was last warned of."""

    wagtail_reference_index_ignore = True
    """The admin's lists of uses would tell of sealed demands."""

    class Meta:
        verbose_name = _("demand")
        verbose_name_plural = _("demands")
        ordering = ["deadline", "-received_on"]

    def __str__(self) -> str:
        return f"{self.demander}, {self.received_on}"

    def clean(self) -> None:
        """Refuses to seal what stands behind a notice that everybody may see."""
        super().clean()
        if self.is_sealed and self.pk and self.notices.filter(is_sealed=False).exists():
            raise ValidationError(
                {"is_sealed": _("It stands behind a notice that is not sealed, so it cannot be sealed.")}
            )
