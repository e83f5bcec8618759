"""What somebody at a desk is told."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.translation.models.translation import Translation


class Notification(models.Model):
    """One thing that one person is told, in the admin and by e-mail; its words are made when it is read."""

    class Kind(models.TextChoices):
        """What happened."""

        ASSIGNED = "assigned", _("Assigned to you")
        UNASSIGNED = "unassigned", _("No longer yours")
        WANTED = "wanted", _("Wanted in your language")
        SOURCE_CHANGED = "source_changed", _("The source changed")
        DEADLINE = "deadline", _("The deadline is near")
        CORRECTION = "correction", _("The original was corrected")
        KILLED = "killed", _("The story was killed")
        REVIVED = "revived", _("The story is no longer killed")
        FAILED = "failed", _("Something could not be done")
        RELEASE_BLOCKED = "release_blocked", _("A release is blocked")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=32, choices=Kind.choices)
    translation = models.ForeignKey(Translation, null=True, on_delete=models.CASCADE, related_name="+")
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["user", "-created_at"], name="notification_newest"),
            models.Index(fields=["created_at"], name="notification_to_mail", condition=models.Q(mailed_at=None)),
        ]
