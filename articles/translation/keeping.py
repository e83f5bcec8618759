"""Versions of sources that translations were made from, kept from `purge_revisions`."""

from __future__ import annotations

from collections.abc import Iterable

from articles.translation.models import SeenRevision, Translation
from articles.translation.seen import Seen


def keep_what_was_seen(translations: Iterable[Translation]) -> None:
    """Keeps the versions that these translations refer to and no others; three queries, however many they are."""
    needed = {(row.pk, revision) for row in translations for revision in Seen.read(row.parts).revisions()}
    rows = SeenRevision.objects.filter(translation__in=[row.pk for row in translations])
    kept = {(row, revision): pk for pk, row, revision in rows.values_list("pk", "translation", "revision")}
    idle = [pk for pair, pk in kept.items() if pair not in needed]
    if idle:
        SeenRevision.objects.filter(pk__in=idle).delete()
    SeenRevision.objects.bulk_create(
        [SeenRevision(translation_id=row, revision_id=revision) for row, revision in sorted(needed - kept.keys())],
        ignore_conflicts=True,
    )
