"""The end of an embargo: the clock lets readers in, and caches, ledger and search hear of it once."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.dispatch import Signal

from articles.legal.ledger.stories import is_opened, openings, record_opening
from articles.pages.article import ArticlePage
from articles.pages.purges import let_caches_follow
from articles.pages.visibility import visible_q

logger = logging.getLogger(__name__)

opened = Signal()
"""Sent with a story as `instance`, in the transaction that notes the end of its embargo."""


def end_embargoes(stories: Collection[ArticlePage], now: datetime) -> list[ArticlePage]:
    """Notes the end of the embargo of each of these visible stories that was published under it; the rest is left.

    Safe to run twice at once: each row is locked and looked at again.
    """
    held = [story for story in stories if was_held(story)]
    known = openings(held) if held else set()
    return [story for story in held if not is_opened(story, known) and _end(story, now)]


def was_held(story: ArticlePage) -> bool:
    """Whether its present version was published before its embargo ended."""
    published, until = story.last_published_at, story.embargo_until
    return published is not None and until is not None and published < until


@transaction.atomic
def _end(story: ArticlePage, now: datetime) -> bool:
    rows = ArticlePage.objects.select_for_update(of=("self",)).filter(visible_q(now), pk=story.pk)
    row = rows.filter(embargo_until=story.embargo_until).first()
    if row is None or is_opened(row, openings([row])):
        return False
    record_opening(row)
    let_caches_follow(row)
    opened.send(sender=ArticlePage, instance=row)
    logger.info("The embargo of %s has ended", row.url_path)
    return True
