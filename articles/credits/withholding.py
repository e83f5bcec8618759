"""Withholding a correspondent's name everywhere at once, because somebody may be arrested for it, and restoring it.

Every surface asks `Correspondent.is_withheld`, so one row decides; the log keeps who did it and why, not the name.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from articles.credits.models import Correspondent

PERMISSION = "articles.withhold_name"


class NameIsAlreadyWithheld(ValueError):
    """There is nothing to withhold."""


class NameIsNotWithheld(ValueError):
    """There is nothing to restore."""


@transaction.atomic
def withhold_name(correspondent: Correspondent, *, by: AbstractBaseUser, reason: str) -> None:
    """Replaces the name by a neutral form on every surface.

    Raises PermissionDenied, NameIsAlreadyWithheld.
    """
    person = _locked(correspondent, by)
    if person.is_withheld:
        raise NameIsAlreadyWithheld(person.key)
    person.withheld_at = timezone.now()
    _save(person, by, "articles.withhold_name", reason)
    correspondent.withheld_at = person.withheld_at


@transaction.atomic
def restore_name(correspondent: Correspondent, *, by: AbstractBaseUser, reason: str) -> None:
    """Shows the name again.

    Raises PermissionDenied, NameIsNotWithheld.
    """
    person = _locked(correspondent, by)
    if not person.is_withheld:
        raise NameIsNotWithheld(person.key)
    person.withheld_at = None
    _save(person, by, "articles.restore_name", reason)
    correspondent.withheld_at = None


def _locked(correspondent: Correspondent, by: AbstractBaseUser) -> Correspondent:
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    return Correspondent.objects.select_for_update().get(pk=correspondent.pk)


def _save(person: Correspondent, by: AbstractBaseUser, action: str, reason: str) -> None:
    person.save(update_fields=["withheld_at"])
    log(
        person,
        action,
        user=by,
        title=person.key,
        data={"reason": reason},
    )
