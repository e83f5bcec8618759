"""The desk's record of a page that was made as a translation."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Revision

from articles.pages.article import ArticlePage
from articles.translation.models import SeenRevision, Translation
from articles.translation.seen import Seen
from articles.translation.staleness import recount, version_of
from newsroom.users.models import User


@transaction.atomic
def begin(
    story: ArticlePage, source: ArticlePage, *, revision: Revision | None = None, by: User | None = None
) -> Translation:
    """The record of a translation that was just made from a version of its source; safe to repeat.

    `revision` is the version that was really copied, else the one that translations are compared with. A record of a
    translation that was wanted before is completed; one whose story was made from another version is left as it is.
    """
    revision = revision or version_of(source)
    row, is_new = Translation.objects.get_or_create(
        translation_key=story.translation_key,
        locale_id=story.locale_id,
        defaults={"source": source, "story": story, "wanted_by": by},
    )
    if not is_new and row.story_id == story.pk and row.parts.get("seen"):
        return row
    row.source, row.story = source, story
    content = revision.content if revision else source.serializable_data()
    row.parts = Seen.of(content, revision.pk if revision else None).write()
    row.save()
    if revision:
        SeenRevision.objects.get_or_create(translation=row, revision=revision)
    _note_what_is_above(row)
    return row


@transaction.atomic
def begin_again(story: ArticlePage, source: ArticlePage, *, revision: Revision | None = None) -> Translation:
    """The same for a translation that came anew from outside: whoever sent it had the source as it is now."""
    row = Translation.objects.filter(translation_key=story.translation_key, locale_id=story.locale_id).first()
    if row is not None:
        row.parts = {}
        row.story = None
        row.save(update_fields=["parts", "story"])
        row.seen_revisions.all().delete()
    return begin(story, source, revision=revision)


def _note_what_is_above(row: Translation) -> None:
    """A translation of something that is itself behind begins behind."""
    source_row = Translation.objects.filter(story=row.source_id).first()
    if source_row is not None:
        seen, above = Seen.read(row.parts), Seen.read(source_row.parts)
        seen.above = sorted({*above.stale, *above.above})
        row.parts = seen.write()
    recount(row)
