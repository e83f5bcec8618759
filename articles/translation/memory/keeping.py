"""What the memory takes up when a translation is published, and what it must forget."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_save
from django_tasks import task

from articles.credits.models import Correspondent
from articles.credits.reach import tells_name, traces_of
from articles.pages.article import ArticlePage
from articles.translation.limits import is_rich
from articles.translation.memory.likeness import bands, digest, plain_words
from articles.translation.models import MemoryBand, MemoryUnit, Translation
from articles.translation.seen import Seen
from articles.translation.staleness import seen_parts
from articles.translation.units import Unit, units_of, units_of_part
from articles.translation.ways import Way, ways_in

AT_ONCE = 500


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    post_save.connect(_story_saved, sender=ArticlePage, dispatch_uid="translation.memory")
    post_save.connect(_person_saved, sender=Correspondent, dispatch_uid="translation.memory_names")


@transaction.atomic
def remember(story: ArticlePage) -> int:
    """Takes up what people wrote in the public version of a translation, in place of what was known of it before.

    Gives the number of texts. What a machine made and nobody checked is left out, and so is what still is the
    source's own text, or tells a name that is withheld.
    """
    MemoryUnit.objects.filter(story=story.pk).delete()
    row = Translation.objects.filter(story=story.pk).select_related("source").first()
    revision = story.live_revision
    if row is None or revision is None or not story.live or story.killed_at is not None:
        return 0
    withheld = list(Correspondent.objects.filter(withheld_at__isnull=False))
    sights = Seen.read(row.parts).sights
    rows = []
    for source, unit in _pairs(row, revision.content):
        if any(tells_name(text, person) for person in withheld for text in (source.words, unit.words)):
            continue
        words = plain_words(source.text, is_rich=source.is_rich)
        rows.append(
            MemoryUnit(
                source_language=row.source.language_code,
                language=story.language_code,
                kind=unit.kind,
                source_text=source.text,
                text=unit.text,
                source_digest=digest(words),
                length=len(words),
                story=story,
                unit=unit.key,
                source_revision_id=sights[source.part].revision,
            )
        )
    _store(rows)
    return len(rows)


def forget_name(person: Correspondent) -> int:
    """Takes every text that tells the name out of the memory; gives their number."""
    told = Q()
    for trace in traces_of(person):
        for spelling in {trace, trace.lower(), trace.upper(), trace.title()}:
            told |= Q(text__icontains=spelling) | Q(source_text__icontains=spelling)
    return MemoryUnit.objects.filter(told).delete()[1].get("articles.MemoryUnit", 0) if told else 0


@task()
def run_remember(story_pk: int) -> None:
    """Remembers a story as it is now; safe to run twice."""
    story = ArticlePage.objects.filter(pk=story_pk).select_related("live_revision").first()
    if story is not None:
        remember(story)


def _pairs(row: Translation, content: Any) -> Iterator[tuple[Unit, Unit]]:
    """Each text that a person wrote, with the source's as it was last seen."""
    units, ways = units_of(content), ways_in(row, content)
    seen = seen_parts(row, {unit.part for unit in units.values()})
    sources = {unit.key: unit for part in seen.values() for unit in units_of_part(part)}
    for key, unit in units.items():
        source = sources.get(key)
        is_written = key in ways and ways[key] != Way.MACHINE
        if source and source.words and is_written and source.words != unit.words:
            yield source, unit


def _store(rows: list[MemoryUnit]) -> None:
    MemoryUnit.objects.bulk_create(rows, batch_size=AT_ONCE)
    MemoryBand.objects.bulk_create(
        [
            MemoryBand(memory_unit=row, source_language=row.source_language, language=row.language, band=band)
            for row in rows
            for band in bands(plain_words(row.source_text, is_rich=is_rich(row.kind)))
        ],
        batch_size=AT_ONCE,
    )


def _story_saved(
    instance: ArticlePage, raw: bool, created: bool, update_fields: Collection[str] | None, **kwargs: Any
) -> None:
    """A publication saves the whole story, and only a translation of the desk's is remembered."""
    if raw or created or update_fields is not None or not instance.live or instance.live_revision_id is None:
        return
    if instance.translated_from_id is not None:
        transaction.on_commit(partial(run_remember.enqueue, instance.pk))


def _person_saved(instance: Correspondent, raw: bool, **kwargs: Any) -> None:
    if not raw and instance.is_withheld:
        forget_name(instance)
