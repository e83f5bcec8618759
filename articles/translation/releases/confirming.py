"""Saying that a release goes at its moment, taking that back, and calling the release off."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.log_actions import LogActionRegistry, log

from articles.translation.models import Release
from articles.translation.releases.opening import open_release
from articles.translation.releases.publishing import LOG_PUBLISHED, ReleaseIsEmpty
from articles.translation.releases.readiness import LOG_NOT_READY, LOG_READY
from articles.translation.releases.rights import languages_in, may_manage
from newsroom.users.models import User

LOG_CONFIRMED, LOG_UNCONFIRMED = "release.confirmed", "release.unconfirmed"
LOG_CANCELLED = "release.cancelled"


class MomentIsMissing(ValueError):
    """A release goes by itself only at a moment that is still to come."""


@transaction.atomic
def confirm(release: Release, *, by: User) -> Release:
    """Has the release go at its moment, in this person's name; what still blocks it may be mended until then.

    Raises ReleaseIsOver, PermissionDenied, MomentIsMissing, ReleaseIsEmpty.
    """
    row = _managed(release, by)
    if row.publish_at is None or row.publish_at <= timezone.now():
        raise MomentIsMissing
    if not row.items.exists():
        raise ReleaseIsEmpty
    row.is_confirmed, row.confirmed_by = True, by
    row.save()
    log(row, LOG_CONFIRMED, user=by)
    return row


@transaction.atomic
def unconfirm(release: Release, *, by: User) -> Release:
    """Keeps the release from going by itself. Raises ReleaseIsOver, PermissionDenied."""
    row = _managed(release, by)
    row.is_confirmed, row.blocked_since = False, None
    row.save()
    log(row, LOG_UNCONFIRMED, user=by)
    return row


@transaction.atomic
def cancel(release: Release, *, by: User) -> Release:
    """Calls the release off; its stories stay as they are. Raises ReleaseIsOver, PermissionDenied."""
    row = _managed(release, by)
    row.cancelled_at, row.is_confirmed, row.blocked_since = timezone.now(), False, None
    row.save()
    log(row, LOG_CANCELLED, user=by)
    return row


def _managed(release: Release, by: User) -> Release:
    row = open_release(release)
    if not may_manage(by, row, languages_in(row)):
        raise PermissionDenied
    return row


def register_actions(actions: LogActionRegistry) -> None:
    """Registers what is logged of releases with Wagtail."""
    actions.register_action(LOG_CONFIRMED, pgettext_lazy("release", "Confirm"), _("Confirmed the release"))
    actions.register_action(LOG_UNCONFIRMED, _("Take the confirmation back"), _("Took the confirmation back"))
    actions.register_action(LOG_CANCELLED, _("Call off"), _("Called the release off"))
    actions.register_action(LOG_PUBLISHED, _("Publish"), _("Published the release"))
    actions.register_action(LOG_READY, _("Ready for release"), _("Marked as ready for release"))
    actions.register_action(LOG_NOT_READY, _("Not ready for release"), _("Marked as not ready for release"))
