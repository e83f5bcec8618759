"""What every legal draft has: an author, and the people who approved, confirmed or rejected it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

CONFIRMATION = timedelta(hours=24)
"""How long an emergency approval may wait for its second person before the alarm."""


class State(models.TextChoices):
    """Where a draft stands."""

    DRAFT = "draft", _("waits for approval")
    APPROVED = "approved", _("approved")
    EMERGENCY = "emergency", _("approved in an emergency, waits for a second person")
    REJECTED = "rejected", _("rejected")


class Approvable(models.Model):
    """An immutable version; only its approval is added to it. `articles.legal.approval` alone does that."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)
    digest = models.CharField(max_length=64, editable=False)
    """SHA-256 of the canonical content: what an approver approves."""
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    is_emergency = models.BooleanField(default=False, editable=False)
    emergency_reason = models.TextField(blank=True, editable=False)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    alarmed_at = models.DateTimeField(null=True, editable=False)
    rejected_at = models.DateTimeField(null=True, editable=False)
    rejected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    rejection = models.TextField(blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def state(self) -> State:
        """Where the draft stands."""
        if self.rejected_at:
            return State.REJECTED
        if not self.approved_at:
            return State.DRAFT
        return State.EMERGENCY if self.awaits_confirmation else State.APPROVED

    @property
    def awaits_confirmation(self) -> bool:
        """Whether one person alone approved it so far."""
        return self.is_emergency and self.confirmed_at is None

    @property
    def confirm_by(self) -> datetime | None:
        """When a missing second approval raises the alarm."""
        return self.approved_at + CONFIRMATION if self.awaits_confirmation and self.approved_at else None

    def content(self) -> dict[str, object]:
        """What is approved, as plain values: the bytes of the digest are its canonical JSON."""
        raise NotImplementedError
