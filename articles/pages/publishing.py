"""Publication: times, public files, embargo, and what is due."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.pages.article import ArticlePage
from articles.pages.embargo.ending import end_embargoes
from articles.pages.home import HomePage
from articles.pages.needed import ExplanationIsNeeded
from articles.pages.registries import due as also_due
from articles.pages.visibility import visible_q
from media import publication

logger = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=7)
"""How long a worker may have been away and still find embargoes that ended meanwhile."""

times_noted = Signal()
"""Sent with a story as `instance`, in the transaction that notes when it was published and updated."""


@transaction.atomic
def note_publication(story: ArticlePage) -> None:
    """Sets the times that readers are shown; nobody could read an embargoed story before its embargo."""
    now = max(timezone.now(), story.embargo_until or timezone.now())
    story.published_at = story.published_at or now
    story.updated_at = now
    ArticlePage.objects.filter(pk=story.pk).update(published_at=story.published_at, updated_at=now)
    times_noted.send(sender=ArticlePage, instance=story)


def let_files_follow(page: Page) -> None:
    """Makes the page's pictures and videos public while readers may see it, and private again otherwise."""
    if isinstance(page, ArticlePage) and page.is_visible:
        publication.show(publication.user_key(page), pictures=page.pictures(), videos=page.videos())
    elif isinstance(page, HomePage) and page.live and page.about_picture_id:
        publication.show(publication.user_key(page), pictures=[page.about_picture_id], videos=())
    elif isinstance(page, ArticlePage | HomePage):
        publication.hide(publication.user_key(page))


def publish_due() -> list[Page]:
    """Publishes what is scheduled for now or earlier, unpublishes what has expired, opens what an embargo held.

    Safe to run twice at once: each revision is locked and looked at again. Returns the pages that changed state.
    """
    now = timezone.now()
    changed: list[Page] = [*_publish_scheduled(now), *_unpublish_expired(now)]
    for publish in also_due.all():
        changed += publish(now)
    opened = list(ArticlePage.objects.filter(visible_q(now), embargo_until__gt=now - LOOK_BACK))
    end_embargoes(opened, now)
    for story in opened:
        let_files_follow(story)
    publication.reconcile_everything()
    return changed


def _publish_scheduled(now: datetime) -> list[Page]:
    due = Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    published = []
    for key in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            revision = Revision.objects.select_for_update().filter(pk=key, approved_go_live_at__lte=now).first()
            if revision is None:
                continue
            page = revision.as_object()
            if isinstance(page, ArticlePage) and page.embargo_until and page.embargo_until > now:
                continue
            try:
                with transaction.atomic():
                    revision.publish(log_action="wagtail.publish.scheduled")
            except ExplanationIsNeeded as refused:
                logger.error("%s is not published as scheduled: %s", page.url_path, refused.messages[0])
                continue
            published.append(page)
            logger.info("Published %s as scheduled", page.url_path)
    return published


def _unpublish_expired(now: datetime) -> list[Page]:
    expired = []
    for page in Page.objects.live().filter(expire_at__lte=now).specific():
        with transaction.atomic():
            if not Page.objects.select_for_update().filter(pk=page.pk, live=True).exists():
                continue
            try:
                with transaction.atomic():
                    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
            except ExplanationIsNeeded as refused:
                logger.error("%s is not unpublished as scheduled: %s", page.url_path, refused.messages[0])
                continue
            expired.append(page)
            logger.info("Unpublished %s as scheduled", page.url_path)
    return expired
