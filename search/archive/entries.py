"""Keeps each story's entry in the archive: the words of its newest version, and those that are out if they differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.pages.article import ArticlePage
from search.archive.models import ArchiveEntry, folded

LINES = ("title", "kicker", "standfirst", "lead_caption", "lead_alt", "dateline")


def record(story: ArticlePage) -> None:
    """Writes the entry of a story. A draft's words stand in its newest revision alone, not in the story's row."""
    versions = []
    revision = story.latest_revision
    if revision is not None and story.has_unpublished_changes:
        versions.append(" ".join(_words(revision.content)))
    if story.live or not versions:
        row = {name: getattr(story, name) for name in LINES} | {"body": story.body}
        versions.append(" ".join(_words(row)))
    entry = {"headline": story.draft_title or story.title, "text": folded("\n".join(dict.fromkeys(versions)))}
    changed_at = story.latest_revision_created_at or story.updated_at
    ArchiveEntry.objects.update_or_create(story=story, defaults={**entry, "changed_at": changed_at})


def record_missing() -> int:
    """Writes the entries of stories that have none yet; their number."""
    missing = ArticlePage.objects.filter(archive_entry=None).select_related("latest_revision")
    number = 0
    for story in missing.iterator(chunk_size=100):
        record(story)
        number += 1
    return number


def story_was_saved(instance: ArticlePage, raw: bool = False, **_kwargs: object) -> None:
    """Receiver of a story's save. The object at hand may be a version of the story, so its row is read again."""
    if not raw:
        record(ArticlePage.objects.select_related("latest_revision").get(pk=instance.pk))


def tables_are_ready(plan: Any = (), **_kwargs: object) -> None:
    """Receiver of the end of all migrations: stories from before the archive come into it."""
    if any(migration.app_label == "archive" for migration, is_backwards in plan if not is_backwards):
        record_missing()


def _words(content: dict[str, Any]) -> Iterator[str]:
    """All that is written in a version, given as a revision has it."""
    yield from (str(content.get(name) or "") for name in LINES)
    body = ArticlePage._meta.get_field("body")
    yield from body.get_searchable_content(body.to_python(content.get("body") or "[]"))
