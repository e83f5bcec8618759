"""The desk's record of a page that was made as a translation, from its beginning to its end."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Revision

from articles.pages.article import ArticlePage
from articles.translation.keeping import keep_what_was_seen
from articles.translation.models import Translation
from articles.translation.seen import Seen
from articles.translation.staleness import recount, version_of
from newsroom.users.models import User


class TranslationsGoInACircle(ValueError):
    """The source was itself made from the story."""


@transaction.atomic
def begin(
    story: ArticlePage, source: ArticlePage, *, revision: Revision | None = None, by: User | None = None
) -> Translation:
    """The record of a translation that was just made from a version of its source; safe to repeat.

    `revision` is the version that was really copied, else the one that translations are compared with. A record of a
    translation that was wanted before is completed; that of one which is there already is left as it is. Raises
    TranslationsGoInACircle.
    """
    above = _above(source, story)
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
    seen = Seen.of(content, revision.pk if revision else None)
    seen.above = above
    row.parts = seen.write()
    row.save()
    keep_what_was_seen([row])
    recount(row)
    return row


@transaction.atomic
def begin_again(story: ArticlePage, source: ArticlePage, *, revision: Revision | None = None) -> Translation:
    """The same for a translation that came anew from outside: whoever sent it had the source as it is now."""
    Translation.objects.filter(story=story.pk).update(parts={})
    return begin(story, source, revision=revision)


def forget(story: ArticlePage) -> None:
    """Makes the record of a story that is deleted as if it had only been wanted."""
    for row in Translation.objects.filter(story=story.pk):
        row.story = None
        row.parts = {}
        row.stale_parts = row.stale_above = 0
        row.stale_since = None
        row.save()
        keep_what_was_seen([row])


def end(story: ArticlePage) -> None:
    """Drops the record of a story that is nobody's translation any more."""
    Translation.objects.filter(story=story.pk).delete()


def _above(source: ArticlePage, story: ArticlePage) -> list[str]:
    """The parts in which the source itself is behind: a translation of it begins behind. Raises as `begin`."""
    met: set[int] = set()
    key, found = source.pk, Seen()
    while key not in met:
        if key == story.pk:
            raise TranslationsGoInACircle(story.url_path)
        met.add(key)
        row = Translation.objects.filter(story=key).only("parts", "source_id").first()
        if row is None:
            break
        if key == source.pk:
            found = Seen.read(row.parts)
        key = row.source_id
    return sorted({*found.stale, *found.above})
