"""A release that may still be changed, its row locked."""

from __future__ import annotations

from articles.translation.models import Release, ReleaseItem


class ReleaseIsOver(ValueError):
    """It is published or cancelled, perhaps by somebody else just now."""


def open_release(release: Release) -> Release:
    """The row of the release, locked until the transaction ends. Raises ReleaseIsOver."""
    row = Release.objects.select_for_update(of=("self",)).get(pk=release.pk)
    if row.published_at is not None or row.cancelled_at is not None:
        raise ReleaseIsOver
    return row


def open_item(item: ReleaseItem) -> ReleaseItem:
    """The row of a story that has not gone yet, its release locked too.

    Those of a published release count while it lets late ones follow. Raises ReleaseIsOver.
    """
    release = Release.objects.select_for_update(of=("self",)).get(pk=item.release_id)
    row = release.items.select_related("story__locale").get(pk=item.pk)
    is_late = release.published_at is not None and not release.late_languages_follow
    if release.cancelled_at is not None or is_late or row.published_at is not None:
        raise ReleaseIsOver
    row.release = release
    return row
