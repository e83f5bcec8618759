"""How far translations are behind their sources, counted when something is published or answered.

Desks also translate from translations, so what is behind travels down the chain: a story made from a Russian one that
is itself behind English is behind "above".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Revision

from articles.pages.article import ArticlePage
from articles.translation.changes import Change, changes_between, is_wording
from articles.translation.keeping import keep_what_was_seen
from articles.translation.models import Translation
from articles.translation.parts import Content, Part, order_of, parts_of
from articles.translation.seen import Seen, Sight

went_stale = Signal()
"""Sent with `translations`, the keys of those that are further behind than before, and `source`, in the transaction."""

COUNTED = ("parts", "stale_parts", "stale_above", "stale_since")
DEEPEST = 32
"""Levels of a chain that are followed; there are as many languages."""


def version_of(source: ArticlePage) -> Revision | None:
    """The version of a source that its translations are compared with: the public one, else the newest draft."""
    return source.live_revision or source.latest_revision


def source_content(translation: Translation) -> Content:
    """What the translation is compared with now."""
    revision = version_of(translation.source)
    return revision.content if revision else translation.source.serializable_data()


def changes_of(translation: Translation) -> list[Change]:
    """Everything in which the translation is behind its source, in the source's order."""
    return changes_between(Seen.read(translation.parts), source_content(translation), blocks_here(translation))


def seen_part(translation: Translation, part: str) -> Part | None:
    """A part of the source as the translation last saw it; None for one that it never saw or that nobody kept."""
    return seen_parts(translation, [part]).get(part)


def seen_parts(translation: Translation, parts: Iterable[str]) -> dict[str, Part]:
    """The same for many parts: one query."""
    sights = Seen.read(translation.parts).sights
    wanted = {part: sights[part].revision for part in parts if part in sights}
    kept = Revision.objects.in_bulk({key for key in wanted.values() if key is not None})
    contents = {key: parts_of(revision.content) for key, revision in kept.items()}
    return {
        part: contents[revision][part]
        for part, revision in wanted.items()
        if revision in contents and part in contents[revision]
    }


def blocks_here(translation: Translation) -> set[str] | None:
    """The blocks of the translation's newest version; None where it has no version."""
    return _blocks_of([translation]).get(translation.story_id or 0)


@transaction.atomic
def recount(translation: Translation) -> None:
    """Counts one translation anew, and what is made from it."""
    _count([translation], source_content(translation), at=timezone.now())
    _save([translation])
    _follow_down({translation.story_id: Seen.read(translation.parts)}, timezone.now())


@transaction.atomic
def recount_story(story: ArticlePage) -> None:
    """The same for a story whose newest draft may leave a block out, or take one up again."""
    row = _to_be_counted().filter(story=story.pk).first()
    if row is not None:
        recount(row)


@transaction.atomic
def follow_source(source: ArticlePage, *, previous: Revision | None = None) -> None:
    """Counts everything that is made from a story of which another version counts now; in the transaction of that.

    `previous` is the version that was public before, which a minor change needs. A number of queries that does not
    depend on how many translations there are.
    """
    translations = list(_to_be_counted().filter(source=source))
    if not translations:
        return
    now = timezone.now()
    revision = version_of(source)
    content = revision.content if revision else source.serializable_data()
    if revision and previous and source.is_minor_change:
        _see_wording(translations, previous.content, content, revision.pk)
    further = _count(translations, content, at=now)
    _save(translations)
    _follow_down({row.story_id: Seen.read(row.parts) for row in translations}, now)
    if further:
        went_stale.send(sender=Translation, translations=further, source=source)


def _see_wording(translations: list[Translation], before: Content, after: Content, revision: int) -> None:
    """Has those who had seen the words before see the new ones: nobody need look at a spelling."""
    then, now = parts_of(before), parts_of(after)
    worded = {
        key: part
        for key, part in now.items()
        if key in then and then[key].digest != part.digest and is_wording(then[key], part)
    }
    silent = []
    for translation in translations:
        seen = Seen.read(translation.parts)
        moved = [key for key in worded if key in seen.sights and seen.sights[key].digest == then[key].digest]
        for key in moved:
            seen.sights[key] = Sight(revision, worded[key].digest)
        if moved:
            translation.parts = seen.write()
            silent.append(translation)
    if silent:
        keep_what_was_seen(silent)


def _count(translations: list[Translation], content: Content, *, at: datetime) -> list[int]:
    """Sets the counts of translations of one source; the keys of those with parts behind that were not before."""
    blocks = _blocks_of(translations)
    further = []
    for translation in translations:
        seen = Seen.read(translation.parts)
        here = blocks.get(translation.story_id or 0)
        stale = list(dict.fromkeys(change.part for change in changes_between(seen, content, here)))
        if set(stale) - set(seen.stale):
            further.append(translation.pk)
        seen.stale = stale
        translation.parts = seen.write()
        _note(translation, seen, at)
    return further


def _note(translation: Translation, seen: Seen, at: datetime) -> None:
    translation.stale_parts, translation.stale_above = len(seen.stale), len(seen.above)
    is_stale = bool(seen.stale or seen.above)
    translation.stale_since = (translation.stale_since or at) if is_stale else None


def _follow_down(behind: dict[int | None, Seen], at: datetime) -> None:
    """Tells what is made from these stories which parts are behind above it: one query and one write for a level."""
    met = set(behind)
    for _ in range(DEEPEST):
        rows = list(_to_be_counted().filter(source__in=[key for key in behind if key]).exclude(story__in=met - {None}))
        if not rows:
            return
        below: dict[int | None, Seen] = {}
        for row in rows:
            seen, above = Seen.read(row.parts), behind[row.source_id]
            seen.above = sorted({*above.stale, *above.above} - seen.not_here)
            row.parts = seen.write()
            _note(row, seen, at)
            below[row.story_id] = seen
        _save(rows)
        met |= set(below)
        behind = below


def _to_be_counted() -> QuerySet[Translation]:
    """Locked, so that an answer given meanwhile is not written over."""
    rows = Translation.objects.filter(story__isnull=False).select_related("story").order_by("pk")
    return rows.select_for_update(of=("self",))


def _save(translations: list[Translation]) -> None:
    Translation.objects.bulk_update(translations, COUNTED)


def _blocks_of(translations: Iterable[Translation]) -> dict[int, set[str]]:
    """The blocks of each translation's newest version, by the story's key; one query."""
    newest: dict[int, int] = {
        row.story.latest_revision_id: row.story.pk for row in translations if row.story and row.story.latest_revision_id
    }
    revisions = Revision.objects.filter(pk__in=list(newest))
    return {newest[revision.pk]: set(order_of(revision.content)) for revision in revisions}
