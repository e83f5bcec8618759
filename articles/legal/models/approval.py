"""What every legal draft has: an author, and the people who approved, confirmed or rejected it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

CONFIRMATION = timedelta(hours=24)
"""How long an emergency approval may wait for its second person before the alarm."""


class State(models.TextChoices):
    """Where a draft stands."""

    DRAFT = "draft", _("waits for approval")
    APPROVED = "approved", _("approved")
    EMERGENCY = "emergency", _("approved in an emergency, waits for a second person")
    REJECTED = "rejected", _("rejected")


class VersionIsFixed(ValueError):
    """A version that is stored keeps its content for good; another content is another version."""


def four_eyes(noun: str) -> list[models.CheckConstraint]:
    """What the database itself refuses, whichever door the row comes by: one person in the place of two."""
    unsigned, signed = Q(approved_at=None, approved_by=None), Q(approved_at__isnull=False, approved_by__isnull=False)
    other = ~Q(confirmed_by=F("author")) & ~Q(confirmed_by=F("approved_by"))
    rules = {
        f"{noun}_approval_is_signed": unsigned | signed,
        f"{noun}_approved_by_another": Q(approved_by=None) | Q(is_emergency=True) | ~Q(approved_by=F("author")),
        f"{noun}_confirmed_by_another": Q(confirmed_by=None) | other,
        f"{noun}_decided_once": Q(approved_at=None) | Q(rejected_at=None),
    }
    return [models.CheckConstraint(condition=condition, name=name) for name, condition in rules.items()]


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

    ADDED_LATER = frozenset(
        {
            "approved_at",
            "approved_by",
            "is_emergency",
            "emergency_reason",
            "confirmed_at",
            "confirmed_by",
            "alarmed_at",
            "rejected_at",
            "rejected_by",
            "rejection",
        }
    )
    """What happens to a version after it was written; everything else is its content."""
    wagtail_reference_index_ignore = True
    """The admin's lists of uses would tell of sealed rows."""

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Raises VersionIsFixed for a stored version whose content would become another."""
        self._ensure_same_content(None if update_fields is None else set(update_fields))
        super().save(*args, update_fields=update_fields, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raises VersionIsFixed: what was written is kept."""
        raise VersionIsFixed(str(self))

    def _ensure_same_content(self, touched: set[str] | None) -> None:
        names = [
            field.attname
            for field in self._meta.concrete_fields
            if not field.primary_key
            and field.name not in self.ADDED_LATER
            and (touched is None or touched & {field.name, field.attname})
        ]
        if self.pk is None or not names:
            return
        stored = type(self)._default_manager.filter(pk=self.pk).values(*names).first()
        if stored and any(stored[name] != getattr(self, name) for name in names):
            raise VersionIsFixed(str(self))

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
