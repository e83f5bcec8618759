"""What leaves of a translation: every text of its source that has words, with the translation's own."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from articles.pages.article import ArticlePage
from articles.translation.files.inline import Flow, Tag, marked, numbered_like
from articles.translation.files.values import Sent, SentStory, State
from articles.translation.limits import longest
from articles.translation.markup import plain_markup
from articles.translation.models import Translation
from articles.translation.parts import Content, parts_of
from articles.translation.reading import may_read
from articles.translation.rights import may_edit
from articles.translation.seen import Seen
from articles.translation.staleness import changes_of, seen_parts, source_content, version_of
from articles.translation.units import Unit, units_of, units_of_part
from articles.translation.ways import Way, digest_of, ways_in
from newsroom.users.models import User

NO_LIMIT = 100_000


class NothingLeaves(ValueError):
    """There is no draft yet, or no text that was asked for."""


def ensure_may_exchange(user: User, translation: Translation) -> ArticlePage:
    """The story of a translation that somebody may edit, and whose source they may read. Raises PermissionDenied."""
    story = translation.story
    if story is None or not may_edit(user, story) or not may_read(user, translation.source):
        raise PermissionDenied
    return story


def leave(translation: Translation, *, by: User, only_changed: bool = False) -> SentStory:
    """The texts, with `only_changed` those alone whose source changed. Raises PermissionDenied, NothingLeaves."""
    story = ensure_may_exchange(by, translation)
    source, own = source_content(translation), story.get_latest_revision_as_object().serializable_data()
    behind = {change.part for change in changes_of(translation)}
    left_out = Seen.read(translation.parts).not_here
    seen = _seen_texts(translation, source)
    here, ways = units_of(own), ways_in(translation, own)
    units = [
        _sent(unit, here.get(key), seen.get(key), ways.get(key))
        for key, unit in units_of(source).items()
        if unit.words and unit.part not in left_out and (unit.part in behind or not only_changed)
    ]
    if not units:
        raise NothingLeaves
    version = version_of(translation.source)
    return SentStory(
        work=str(translation.translation_key),
        headline=translation.source.title,
        source_code=translation.source.language_code,
        code=story.language_code,
        source_revision=version.pk if version else None,
        revision=story.latest_revision_id,
        units=tuple(units),
    )


def taken_apart(unit: Unit, own: Unit | None) -> tuple[Flow, Flow, dict[str, Tag]]:
    """The words and codes of a text and of its translation, and what the codes stand for."""
    if not unit.is_rich:
        own_text = own.text if own else ""
        return ((unit.text,) if unit.text else ()), ((own_text,) if own_text else ()), {}
    source = marked(unit.text)
    text = numbered_like(source, marked(own.text if own else ""))
    return source.flow, text.flow, {**text.tags, **source.tags}


def _sent(unit: Unit, own: Unit | None, seen: Unit | None, way: Way | None) -> Sent:
    is_written = own is not None and bool(own.words) and not _is_sources_own(own, unit, seen)
    source, target, tags = taken_apart(unit, own if is_written else None)
    most = longest(unit.kind)
    return Sent(
        key=unit.key,
        digest=digest_of(unit.text),
        note=unit.kind,
        longest=most if most < NO_LIMIT else None,
        source=source,
        target=target,
        tags=tags,
        state=_state(unit, seen, is_written=is_written, way=way),
        is_machine=is_written and way == Way.MACHINE,
    )


def _state(unit: Unit, seen: Unit | None, *, is_written: bool, way: Way | None) -> State:
    if not is_written or seen is None or plain_markup(seen.text) != plain_markup(unit.text):
        return State.INITIAL
    return State.REVIEWED if way == Way.REVIEWED else State.TRANSLATED


def _is_sources_own(own: Unit, unit: Unit, seen: Unit | None) -> bool:
    text = plain_markup(own.text)
    return text == plain_markup(unit.text) or (seen is not None and text == plain_markup(seen.text))


def _seen_texts(translation: Translation, source: Content) -> dict[str, Unit]:
    seen = seen_parts(translation, parts_of(source)).values()
    return {unit.key: unit for part in seen for unit in units_of_part(part)}
