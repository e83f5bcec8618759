"""The words of a notification, in the language of whoever reads it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.pages.article import ArticlePage
from articles.translation.models import Notification
from articles.translation.reading import may_read
from newsroom.languages import language
from newsroom.users.rights import Person


def line_of(note: Notification, *, reader: Person, is_letter: bool = False) -> str:
    """What happened, in which language, and to which story, by its headline where the reader may know it.

    A letter is no safe place: it tells no headline of a story that is killed or under embargo.
    """
    headline = _headline(note, reader, is_letter)
    values = {"what": note.get_kind_display(), "headline": headline}
    if note.translation is not None:
        values["language"] = language(note.translation.locale.language_code).name
        pattern = _("{what} ({language}): {headline}") if headline else _("{what} ({language})")
    else:
        pattern = _("{what}: {headline}") if headline else "{what}"
    return pattern.format(**values)


def _headline(note: Notification, reader: Person, is_letter: bool) -> str:
    if note.translation is None:
        return "" if is_letter else str(note.data.get("title", ""))
    source = note.translation.source
    if (is_letter and not _is_harmless(source)) or not may_read(reader, source):
        return ""
    return source.title


def _is_harmless(story: ArticlePage) -> bool:
    embargo = story.embargo_until
    return story.killed_at is None and (embargo is None or embargo <= timezone.now())
