"""Messages that wait for another system, and what is known of each system."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LEASE = timedelta(minutes=5)
"""How long a worker may hold a message; after that it is taken for dead."""
LONGEST_DESTINATION = 50
LONGEST_KEY = 255
LONGEST_ERROR = 300


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages by what may be done with them."""

    def parked(self) -> MessageQuerySet:
        """Those that wait for a person."""
        return self.filter(failed_at__isnull=False)

    def waiting(self) -> MessageQuerySet:
        """Those that the worker will deliver, or is delivering."""
        return self.filter(failed_at__isnull=True)

    def held(self, now: datetime) -> MessageQuerySet:
        """Those that a living worker holds."""
        return self.exclude(taken_by="").filter(taken_at__gt=now - LEASE)

    def free(self, now: datetime) -> MessageQuerySet:
        """Those that no living worker holds."""
        return self.filter(Q(taken_by="") | Q(taken_at__lte=now - LEASE))

    def due(self, now: datetime) -> MessageQuerySet:
        """Those that can be taken now."""
        return self.waiting().free(now).filter(due_at__lte=now)


class Message(models.Model):
    """Something that another system must learn; the newest of one destination and key stands for the earlier ones."""

    destination = models.CharField(_("destination"), max_length=LONGEST_DESTINATION)
    key = models.CharField(_("key"), max_length=LONGEST_KEY)
    payload = models.JSONField(_("payload"), default=dict)
    created_at = models.DateTimeField(_("waiting since"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    refusals = models.PositiveIntegerField(_("refusals"), default=0)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    taken_by = models.CharField(_("taken by"), max_length=32, blank=True, default="")
    failed_at = models.DateTimeField(_("parked"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=LONGEST_ERROR, blank=True, default="")

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message to another system")
        verbose_name_plural = _("messages to other systems")
        default_permissions = ("change",)
        indexes = [
            models.Index(
                fields=["due_at", "destination", "id"], condition=Q(failed_at__isnull=True), name="outbox_message_due"
            ),
            models.Index(fields=["destination", "key", "id"], name="outbox_message_key"),
            models.Index(fields=["taken_by"], condition=~Q(taken_by=""), name="outbox_message_taken"),
            models.Index(fields=["failed_at"], condition=Q(failed_at__isnull=False), name="outbox_message_parked"),
        ]

    def __str__(self) -> str:
        return f"{self.destination}: {self.key}"


class Destination(models.Model):
    """Another system as the worker found it; its row is locked while messages for it are taken."""

    name = models.CharField(_("name"), max_length=LONGEST_DESTINATION, primary_key=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    rests_until = models.DateTimeField(_("is left alone until"), null=True, blank=True)

    class Meta:
        verbose_name = _("other system")
        verbose_name_plural = _("other systems")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
