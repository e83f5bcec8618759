"""What the ledger says of a page: that readers could see it, no longer could, or at another address.

The rows of pages are what is watched, not the buttons: whatever saves a page as live, not live or at another address,
its entry is written with that very row, in one transaction. `remember` is called before a page is saved and `record`
after.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision

from articles.legal.ledger.appending import BATCH, Record, append_all
from articles.legal.ledger.canonical import canonical
from articles.legal.models.ledger import LedgerEntry, PublicRevision

PUBLISHED, UNPUBLISHED = "story.published", "story.unpublished"
MOVED, KILLED = "story.moved", "story.killed"
EMBARGOED, OPENED = "story.embargoed", "story.opened"
"""That an embargo was set, moved or lifted on a story that is or was public; that one ended and readers see it."""
TAGGED = "story.tagged"
"""With a publication: the tags by which rules of legal notices find the story, as they are called that day."""
BEFORE = "_row_before_saving"
"""Where a page that is being saved carries what its row was."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a page's row says about readers."""

    live: bool
    url_path: str
    live_revision_id: int | None
    last_published_at: datetime | None
    first_published_at: datetime | None


COLUMNS = tuple(field.name for field in fields(Row))
NEW = Row(False, "", None, None, None)


def remember(page: Page, update_fields: Collection[str] | None) -> None:
    """Notes what the page's row is before it is saved; takes no query where nothing of interest is saved."""
    if update_fields is not None and not _saved_columns(update_fields):
        return
    values = Page.objects.filter(pk=page.pk).values_list(*COLUMNS).first() if page.pk else None
    setattr(page, BEFORE, Row(*values) if values else NEW)


def record(page: Page, update_fields: Collection[str] | None) -> None:
    """Writes the entries about what has changed for readers with this saving, a bare tree node apart."""
    before: Row | None = page.__dict__.pop(BEFORE, None)
    if before is None or page.specific_class in (Page, None):
        return
    saved = COLUMNS if update_fields is None else _saved_columns(update_fields)
    after = Row(**{name: getattr(page, name) if name in saved else getattr(before, name) for name in COLUMNS})
    was_moved = before is not NEW and before.url_path != after.url_path
    if was_moved and (before.live or before.first_published_at):
        record_move(page, address=after.url_path, address_before=before.url_path)
    elif was_moved:
        _record_move_below(page, address=after.url_path, address_before=before.url_path)
    is_published_anew = (after.live_revision_id, after.last_published_at) != (
        before.live_revision_id,
        before.last_published_at,
    )
    if after.live and (not before.live or is_published_anew):
        record_publication(page, page.live_revision if after.live_revision_id else None)
    elif before.live and not after.live:
        record_unpublication(page, revision_id=before.live_revision_id)


def record_publication(page: Page, revision: Revision | None) -> LedgerEntry:
    """Writes that readers can see this revision from now on; a page without revisions stands for itself.

    Who published is known in the admin; of what a clock or an import published, whoever wrote the revision is named.
    """
    now = timezone.now()
    content = canonical(revision.content if revision else page.specific.serializable_data())
    staff_id = _acting_staff_id() or (revision.user_id if revision else None)
    data: dict[str, Any] = {"address": page.url_path, "revision": revision.pk if revision else None}
    if getattr(page, "killed_at", None):
        data["killed"] = True
    if revision and (_embargo(page) or revision.content.get("embargo_until")):
        data["embargo_until"] = _embargo(page)  # what holds for the story, whatever this version of it says
    published = Record(
        kind=PUBLISHED,
        subject=subject_of(page),
        staff_id=staff_id,
        data=data,
        content=content,
        content_type="application/json",
        at=now,
    )
    entry, *_tags = append_all([published, *_tagging(page, staff_id, now)])
    _cease([page.pk], now)
    if revision:
        PublicRevision.objects.create(
            page_id=page.pk,
            revision=revision,
            address=page.url_path,
            content_hash=entry.content_hash,
            became_public_at=now,
        )
    return entry


def _tagging(page: Page, staff_id: int | None, at: datetime) -> Iterator[Record]:
    """The entry about the page's tags, where it has any."""
    tagged = getattr(page, "tagged", None)
    slugs = sorted({row.tag.slug for row in tagged.all()}) if tagged is not None else []
    if slugs:
        yield Record(
            kind=TAGGED,
            subject=subject_of(page),
            staff_id=staff_id,
            content=canonical(slugs),
            content_type="application/json",
            at=at,
        )


def record_unpublication(page: Page, *, revision_id: int | None) -> LedgerEntry:
    """Writes that readers can no longer see the page, and which revision they saw last."""
    return _record_end(UNPUBLISHED, page, revision_id)


def record_kill(page: Page) -> LedgerEntry:
    """Writes that the story is killed; called with what kills it, in its transaction."""
    return _record_end(KILLED, page, page.live_revision_id or page.latest_revision_id)


def record_embargo(page: Page) -> LedgerEntry:
    """Writes until when nobody outside sees the story, None for no longer; called with what decides it."""
    return _record_about(EMBARGOED, page, page.live_revision_id, timezone.now())


def record_opening(page: Page) -> LedgerEntry:
    """Writes that the story's embargo has ended, so that readers see its public revision."""
    return _record_about(OPENED, page, page.live_revision_id, timezone.now())


def openings(pages: Collection[Page]) -> set[tuple[str, str]]:
    """Which embargoes of these stories are known to have ended: the subject, and the end as the entry has it."""
    rows = LedgerEntry.objects.filter(kind=OPENED, subject__in=[subject_of(page) for page in pages])
    return {(subject, json.loads(data)["embargo_until"]) for subject, data in rows.values_list("subject", "data")}


def is_opened(page: Page, known: set[tuple[str, str]]) -> bool:
    """Whether one of these openings is the end of the embargo that the story has."""
    return (subject_of(page), _embargo(page)) in known


def record_move(page: Page, *, address: str, address_before: str) -> None:
    """Writes that the page, and every page below that was ever public, has another address."""
    _record_moves([_Moved(page.pk, subject_of(page), address_before, address, page.live_revision_id)])
    _record_move_below(page, address=address, address_before=address_before)


def subject_of(page: Page) -> str:
    """How an entry names a page: `articles.articlepage:12`."""
    return f"{page.cached_content_type.model_class()._meta.label_lower}:{page.pk}"


@dataclass(frozen=True, slots=True)
class _Moved:
    page_id: int
    subject: str
    before: str
    after: str
    revision_id: int | None


def _record_move_below(page: Page, *, address: str, address_before: str) -> None:
    """The pages below still have their old address in their rows: Wagtail writes the new one right after this."""
    tree = Page.objects.descendant_of(page).filter(Q(live=True) | Q(first_published_at__isnull=False))
    rows = tree.filter(url_path__startswith=address_before).order_by("path")
    kinds = ContentType.objects.get_for_id
    _record_moves(
        [
            _Moved(
                key,
                f"{kind.app_label}.{kind.model}:{key}",
                url_path,
                address + url_path.removeprefix(address_before),
                revision_id,
            )
            for key, kind_id, url_path, revision_id in rows.values_list(
                "pk", "content_type_id", "url_path", "live_revision_id"
            )
            if (kind := kinds(kind_id))
        ]
    )


def _record_moves(moves: list[_Moved]) -> None:
    """Writes one entry for each, and has the revisions that readers see go on at the new address."""
    now = timezone.now()
    for start in range(0, len(moves), BATCH):
        _record_some_moves(moves[start : start + BATCH], now)


def _record_some_moves(moves: list[_Moved], now: datetime) -> None:
    shown = {row.page_id: row for row in _shown([move.page_id for move in moves])}
    hashes = {key: row.content_hash for key, row in shown.items()}
    append_all(
        Record(
            kind=MOVED,
            subject=move.subject,
            staff_id=_acting_staff_id(),
            data={"address": move.after, "address_before": move.before, "revision": move.revision_id},
            content_hash=hashes.get(move.page_id, ""),
            at=now,
        )
        for move in moves
    )
    _cease(list(shown), now)
    PublicRevision.objects.bulk_create(
        PublicRevision(
            page_id=move.page_id,
            revision_id=shown[move.page_id].revision_id,
            address=move.after,
            content_hash=shown[move.page_id].content_hash,
            became_public_at=now,
        )
        for move in moves
        if move.page_id in shown
    )


def _record_end(kind: str, page: Page, revision_id: int | None) -> LedgerEntry:
    now = timezone.now()
    entry = _record_about(kind, page, revision_id, now)
    _cease([page.pk], now)
    return entry


def _record_about(kind: str, page: Page, revision_id: int | None, now: datetime) -> LedgerEntry:
    rows = PublicRevision.objects.filter(page_id=page.pk, revision=revision_id).order_by("-pk")
    data: dict[str, Any] = {"address": page.url_path, "revision": revision_id}
    if kind in (EMBARGOED, OPENED):
        data["embargo_until"] = _embargo(page)
    (entry,) = append_all(
        [
            Record(
                kind=kind,
                subject=subject_of(page),
                staff_id=_acting_staff_id(),
                data=data,
                content_hash=rows.values_list("content_hash", flat=True).first() or "",
                at=now,
            )
        ]
    )
    return entry


def _embargo(page: Page) -> str | None:
    """Until when the story is under embargo, in UTC, as entries have it."""
    until: datetime | None = getattr(page, "embargo_until", None)
    return until.astimezone(UTC).isoformat() if until else None


def _shown(pages: Collection[int]) -> Any:
    return PublicRevision.objects.filter(page_id__in=pages, ceased_at__isnull=True)


def _cease(pages: Collection[int], at: datetime) -> None:
    _shown(pages).update(ceased_at=at)


def _saved_columns(update_fields: Collection[str]) -> set[str]:
    """The columns of interest that are saved; a field that holds a key goes by two names."""
    names = {"live_revision_id" if name == "live_revision" else name for name in update_fields}
    return names & set(COLUMNS)


def _acting_staff_id() -> int | None:
    """Who acts in the admin, or whom the code names that publishes: Wagtail's log knows."""
    user = get_active_log_context().user
    key: int | None = user.pk if user else None
    return key
