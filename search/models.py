"""What the indexing must remember: the order of readings, rebuilds, and what verification found."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Reading(models.Model):
    """One look at stories; its number is the version of the documents that were made of it."""

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class Rebuild(models.Model):
    """The making of a language's index: one that is being filled, or the finished one that readers' queries find."""

    language = models.CharField(max_length=10)
    index = models.CharField(max_length=100, unique=True)
    fingerprint = models.CharField(max_length=8)
    """Of the settings, and of the rules by which documents are made."""
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    cursor = models.BigIntegerField(default=0)
    """The number of the last page whose document is in the index."""
    written = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    held_by = models.CharField(max_length=32, default="")
    held_until = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["language"], condition=Q(finished_at__isnull=True), name="one_rebuild_of_a_language"
            ),
            models.UniqueConstraint(
                fields=["language"], condition=Q(finished_at__isnull=False), name="one_index_of_a_language"
            ),
        ]

    def __str__(self) -> str:
        return self.index


class Verification(models.Model):
    """What the last comparison of a language's index with the database found."""

    language = models.CharField(max_length=10, unique=True)
    checked_at = models.DateTimeField()
    stories = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    differences = models.PositiveIntegerField()
    examples = models.JSONField(default=list)
    """The first differences, in words."""

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.language
