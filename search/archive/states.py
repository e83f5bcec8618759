"""What state a story is in, asked of the database and of a story."""

from __future__ import annotations

from datetime import datetime

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from articles.pages.article import ArticlePage

DRAFT, LIVE, CHANGED, SCHEDULED, EMBARGOED, KILLED = "draft", "live", "changed", "scheduled", "embargoed", "killed"
TITLES: dict[str, str | Promise] = {
    DRAFT: _("Draft"),
    LIVE: _("Live"),
    CHANGED: _("Live, changed since"),
    SCHEDULED: _("Scheduled"),
    EMBARGOED: _("Under embargo"),
    KILLED: _("Killed"),
}


def state_q(state: str, now: datetime) -> Q:
    """The condition of the entries whose story is in a state; a story may be in several."""
    is_killed = Q(story__killed_at__isnull=False)
    is_embargoed = Q(story__embargo_until__gt=now)
    is_out = Q(story__live=True) & ~is_killed & ~is_embargoed
    return {
        DRAFT: Q(story__live=False) & ~is_killed,
        LIVE: is_out,
        CHANGED: is_out & Q(story__has_unpublished_changes=True),
        SCHEDULED: Q(story__in=scheduled().values("page_key")),
        EMBARGOED: is_embargoed & ~is_killed,
        KILLED: is_killed,
    }[state]


def scheduled() -> QuerySet[Revision]:
    """The revisions that wait for their time, with the number of their page as `page_key`."""
    revisions: QuerySet[Revision] = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return revisions.annotate(page_key=Cast("object_id", IntegerField()))


def states_of(story: ArticlePage, now: datetime, *, is_scheduled: bool) -> list[str]:
    """The states of a story, the one that says most first."""
    if story.killed_at is not None:
        return [KILLED]
    found = [EMBARGOED] if story.embargo_until is not None and story.embargo_until > now else []
    found += [SCHEDULED] if is_scheduled else []
    if story.live and EMBARGOED not in found:
        found.append(CHANGED if story.has_unpublished_changes else LIVE)
    return found if story.live else [*found, DRAFT]
