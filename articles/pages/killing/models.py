"""That a story was killed: by whom, why, and what readers are told."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Kill(models.Model):
    """One killing of a story in all its languages, and its end if it was revived."""

    translation_key = models.UUIDField(db_index=True)
    reason = models.TextField(max_length=2000)
    """For the newsroom and the ledger; never shown to readers."""
    tells_readers = models.BooleanField(default=False)
    """Whether its addresses say that the story was withdrawn, in each language's own words; else they look empty."""
    notes = models.JSONField(default=dict)
    """What the editor adds to that, by language."""
    killed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    killed_at = models.DateTimeField()
    revived_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    revived_at = models.DateTimeField(null=True)
    revival_reason = models.TextField(max_length=2000, blank=True)

    class Meta:
        permissions = [("kill_story", "Can kill a story in every language, and revive it")]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key"], name="one_kill_at_a_time", condition=models.Q(revived_at=None)
            )
        ]
