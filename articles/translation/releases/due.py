"""The worker's part: releases whose moment has come, an alarm where one is held, and what follows late."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from wagtail.models import Page

from articles.translation.models import Notification, Release, ReleaseItem
from articles.translation.notifying import notify
from articles.translation.releases.opening import ReleaseIsOver
from articles.translation.releases.publishing import (
    ItemFailed,
    ReleaseIsBlocked,
    ReleaseIsEmpty,
    publish_late,
    publish_release,
)
from newsroom.users.rights import people_who_may
from newsroom.users.roles import Action

logger = logging.getLogger(__name__)


def publish_due_releases(now: datetime) -> list[Page]:
    """Publishes the confirmed releases whose moment has come, then what follows late; gives the pages.

    Safe to run twice at once. One that is held is tried again each minute, so it goes as soon as nothing blocks it.
    """
    due = Release.objects.filter(is_confirmed=True, published_at=None, cancelled_at=None, publish_at__lte=now)
    changed: list[Page] = []
    for release in due.select_related("confirmed_by").order_by("publish_at", "pk"):
        changed += _publish(release, now)
    return changed + _follow_late(now)


def _publish(release: Release, now: datetime) -> list[Page]:
    try:
        pages = publish_release(release, by=release.confirmed_by, at=now)
    except ReleaseIsOver:
        return []
    except (ReleaseIsBlocked, ReleaseIsEmpty) as error:
        blocked = sorted(error.blockers) if isinstance(error, ReleaseIsBlocked) else None
        hold(release, at=now, items=blocked)
        return []
    except (OperationalError, InterfaceError):
        raise  # the database is away, or two waited for each other: nothing has happened; the next minute tries again
    except Exception:  # one release must not hold up the others, nor the rest of the worker's minute
        logger.exception("Release %s could not be published", release.pk)
        hold(release, at=now)
        return []
    logger.info("Published release %s: %s", release.pk, ", ".join(page.url_path for page in pages))
    return list(pages)


@transaction.atomic
def hold(release: Release, *, at: datetime, items: list[int] | None = None) -> bool:
    """Notes that the release is held, and tells its makers and the desks of what holds it, once."""
    waiting = Release.objects.filter(pk=release.pk, published_at=None, cancelled_at=None)
    if not waiting.filter(blocked_since=None).update(blocked_since=at):
        return False
    rows = release.items.filter(published_at=None)
    if items is not None:
        rows = rows.filter(pk__in=items)
    codes = set(rows.values_list("story__locale__language_code", flat=True))
    people = {key for keys in people_who_may(Action.PUBLISH, codes).values() for key in keys}
    people |= {key for key in (release.created_by_id, release.confirmed_by_id) if key is not None}
    notify(people, Notification.Kind.RELEASE_BLOCKED, release=release.pk, title=release.title)
    logger.error("Release %s is held: its moment is past and something blocks it", release.pk)
    return True


def _follow_late(now: datetime) -> list[Page]:
    rows = ReleaseItem.objects.filter(is_ready=True, published_at=None, fault="", release__published_at__isnull=False)
    rows = rows.filter(
        release__late_languages_follow=True, release__cancelled_at=None, revision=F("story__latest_revision")
    )
    published: list[Page] = []
    for item in rows.order_by("pk"):
        try:
            page = publish_late(item, at=now)
        except ItemFailed as failure:
            ReleaseItem.objects.filter(pk=item.pk).update(fault=failure.fault)
            logger.error("A story could not follow release %s: %s", item.release_id, failure.fault)
            continue
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # one story must not hold up the rest of the worker's minute
            logger.exception("A story could not follow release %s", item.release_id)
            continue
        if page is not None:
            published.append(page)
    return published
