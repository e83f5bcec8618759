"""Whole pages as anonymous readers got them, kept at each change; made by the worker and marked with their time.

A snapshot is taken of a story that was published or moved, and of the stories of the last two days when the rules
change. It shows the page of the moment at which it was taken, which is a little after the change.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from wagtail.models import Page

from articles.legal.evidence.answering import Answer
from articles.legal.evidence.classes import representatives
from articles.legal.evidence.fragments import RECORDED
from articles.legal.evidence.fragments import SUBJECT as RULES
from articles.legal.keys import place_class
from articles.legal.ledger.appending import append
from articles.legal.ledger.contents import kept_bytes
from articles.legal.ledger.stories import MOVED, PUBLISHED, subject_of
from articles.legal.models.ledger import LedgerEntry, PublicRevision
from articles.legal.reader import Reader
from articles.legal.reading import present_rules, rules_as_of
from articles.legal.rendering import rendered
from newsroom.regions.location import Location

logger = logging.getLogger(__name__)

TAKEN, ROUND = "page.snapshot", "snapshots.taken"
ROUND_SUBJECT = "articles.snapshots:1"
RECENT = timedelta(hours=48)
MOST_PAGES = 200
"""How many of the latest pages a change of rules reaches."""
PAGES_AT_ONCE = 20
"""Pages of one round, so that whatever else the worker does is not held up."""
CHANGES_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A snapshot: its HTML, or None where it was erased by order."""

    entry: LedgerEntry
    html: bytes | None
    is_older_than_rules: bool
    """Whether a notice or rule changed between the snapshot and the moment of the question."""


def take_snapshots() -> int:
    """Takes some of what is due and says how many pages it were; safe to repeat, and to be stopped in between.

    A page that cannot be rendered is passed over and named in the log.
    """
    latest = LedgerEntry.objects.filter(subject=ROUND_SUBJECT).order_by("-id").first()
    state: dict[str, Any] = json.loads(latest.data) if latest else {"through": 0, "rest": []}
    due = _due(state["through"]) if len(state["rest"]) < MOST_PAGES else []
    if not due and not state["rest"]:
        return 0
    pages = list(dict.fromkeys([*state["rest"], *_pages(due)]))
    for key in pages[:PAGES_AT_ONCE]:
        _take(key)
    through = due[-1].id if due else state["through"]
    with transaction.atomic():
        append(ROUND, subject=ROUND_SUBJECT, data={"through": through, "rest": pages[PAGES_AT_ONCE:]})
    return len(pages[:PAGES_AT_ONCE])


def snapshot_at(answer: Answer, location: Location, language: str, at: datetime) -> Kept | None:
    """The latest snapshot of the page as readers of this place got it, taken by the moment, of the same revision."""
    wanted = {
        "address": answer.standing.address,
        "class": place_class(rules_as_of(at), location, at),
        "language": language,
        "revision": answer.standing.revision,
    }
    taken = LedgerEntry.objects.filter(subject=answer.standing.subject, kind=TAKEN, at__lte=at)
    for entry in taken.order_by("-id").iterator():
        data = json.loads(entry.data)
        if all(data[name] == value for name, value in wanted.items()):
            changes = LedgerEntry.objects.filter(kind=RECORDED, subject=RULES, at__gt=entry.at, at__lte=at)
            return Kept(entry, kept_bytes(entry.content_hash), changes.exists())
    return None


def _due(through: int) -> list[LedgerEntry]:
    """The changes of the last two days that no round has looked at, the earliest first."""
    changes = LedgerEntry.objects.filter(id__gt=through, kind__in=[PUBLISHED, MOVED, RECORDED])
    return list(changes.filter(at__gte=timezone.now() - RECENT).order_by("id")[:CHANGES_AT_ONCE])


def _pages(due: list[LedgerEntry]) -> list[int]:
    """Keys of the pages that these changes are about, the latest first."""
    shown = PublicRevision.objects.filter(ceased_at__isnull=True)
    own = {entry.subject.partition(":")[2] for entry in due if entry.kind != RECORDED}
    keys = list(shown.filter(page__in=own).order_by("-pk").values_list("page_id", flat=True))
    if any(entry.kind == RECORDED for entry in due):
        others = shown.filter(became_public_at__gte=timezone.now() - RECENT).order_by("-pk")
        keys += others.values_list("page_id", flat=True)[:MOST_PAGES]
    return keys


def _take(key: int) -> None:
    page = Page.objects.filter(pk=key, live=True).specific().first()
    if page is None:
        return
    rules, at = present_rules(), timezone.now()
    language = page.url_path.split("/")[1]
    for location in representatives(rules, at).values():
        try:
            response = rendered(page, Reader(language, location, at, rules))
        except Exception:  # whatever one page raises, the others of the round are still to be kept
            logger.exception("No snapshot of %s could be taken", page.url_path)
            return
        _keep(page, place_class(rules, location, at), language, response, at)


@transaction.atomic
def _keep(page: Page, readers: str, language: str, response: HttpResponse, at: datetime) -> None:
    append(
        TAKEN,
        subject=subject_of(page),
        data={
            "address": page.url_path,
            "class": readers,
            "language": language,
            "revision": page.live_revision_id,
            "status": response.status_code,
        },
        content=response.content,
        content_type=response.headers["Content-Type"],
        at=at,
    )
