"""Withholding a correspondent's name everywhere at once, because somebody may be arrested for it, and restoring it.

Every surface asks `Correspondent.is_withheld`, so one row decides; the log keeps who did it and why, not the name.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.log_actions import registry as logs

from articles.credits.models import Correspondent
from articles.credits.reach import tells_name
from newsroom.caches.purging import purge_everything

PERMISSION = "articles.withhold_name"
WITHHOLD, RESTORE = "articles.withhold_name", "articles.restore_name"
"""The actions in the log."""


class NameIsAlreadyWithheld(ValueError):
    """There is nothing to withhold."""


class NameIsNotWithheld(ValueError):
    """There is nothing to restore."""


class ReasonTellsName(ValueError):
    """The reason would keep the name in the log."""


@transaction.atomic
def withhold_name(correspondent: Correspondent, *, by: AbstractUser, reason: str) -> None:
    """Replaces the name by a neutral form on every surface, and in what the log has kept of the person.

    Raises PermissionDenied, NameIsAlreadyWithheld, ReasonTellsName.
    """
    person = _locked(correspondent, by)
    if person.is_withheld:
        raise NameIsAlreadyWithheld(person.key)
    person.withheld_at = timezone.now()
    _save(person, by, WITHHOLD, reason)
    logs.get_logs_for_instance(person).update(label=person.key)
    correspondent.withheld_at = person.withheld_at


@transaction.atomic
def restore_name(correspondent: Correspondent, *, by: AbstractUser, reason: str) -> None:
    """Shows the name again; the log's entries about withholding and restoring stay without it.

    Raises PermissionDenied, NameIsNotWithheld, ReasonTellsName.
    """
    person = _locked(correspondent, by)
    if not person.is_withheld:
        raise NameIsNotWithheld(person.key)
    person.withheld_at = None
    _save(person, by, RESTORE, reason)
    logs.get_logs_for_instance(person).exclude(action__in=[WITHHOLD, RESTORE]).update(label=person.name)
    correspondent.withheld_at = None


def _locked(correspondent: Correspondent, by: AbstractUser) -> Correspondent:
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    return Correspondent.objects.select_for_update().get(pk=correspondent.pk)


def _save(person: Correspondent, by: AbstractUser, action: str, reason: str) -> None:
    if tells_name(reason, person):
        raise ReasonTellsName(person.key)
    person.save(update_fields=["withheld_at"])
    log(person, action, user=by, title=person.key, data={"reason": reason})
    purge_everything()
