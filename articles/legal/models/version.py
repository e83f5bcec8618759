"""Which version of the rules is the present one."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone

from newsroom.caches.purging import purge_everything


def new_token() -> str:
    """A name for a version that no other has, not even one whose transaction was rolled back."""
    return secrets.token_hex(8)


class RuleSetVersion(models.Model):
    """One row: it changes with every change of a rule, text or notice, in the same transaction."""

    token = models.CharField(max_length=16, default=new_token)
    changed_at = models.DateTimeField(default=timezone.now)

    @classmethod
    def touch(cls) -> None:
        """Says to every process that the rules are others now, and to shared caches."""
        cls.objects.update_or_create(pk=1, defaults={"token": new_token(), "changed_at": timezone.now()})
        purge_everything()

    @classmethod
    def present(cls) -> str:
        """The token of the present version; nothing while there never was a rule."""
        return cls.objects.filter(pk=1).values_list("token", flat=True).first() or ""
