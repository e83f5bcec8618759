"""What leaves of a translation: every text of its source that has words, with the translation's own."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from articles.pages.article import ArticlePage
from articles.translation.files.codes import taken_apart
from articles.translation.files.values import Sent, SentStory, State
from articles.translation.limits import longest
from articles.translation.markup import plain_markup
from articles.translation.models import Translation
from articles.translation.parts import Content, order_of, parts_of
from articles.translation.reading import may_read
from articles.translation.rights import may_edit
from articles.translation.seen import Seen
from articles.translation.staleness import changes_of, seen_parts, source_content, version_of
from articles.translation.units import Unit, units_of, units_of_part
from articles.translation.ways import Way, digest_of, ways_in
from newsroom.users.models import User

NO_LIMIT = 100_000


class NothingLeaves(ValueError):
    """There is no text that was asked for."""


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
    seen, here, ways = seen_texts(translation, source), units_of(own), ways_in(translation, own)
    new = new_blocks(translation, source, own)
    units = [
        _sent(unit, here.get(key), seen.get(key), ways.get(key))
        for key, unit in units_of(source).items()
        if unit.words and (unit.part in behind or not only_changed) and (is_same_text(unit, here) or unit.part in new)
    ]
    if not units:
        raise NothingLeaves
    version = version_of(translation.source)
    return SentStory(
        work=str(translation.translation_key),
        translation=translation.pk,
        source=translation.source.pk,
        story=story.pk,
        headline=translation.source.title,
        source_code=translation.source.language_code,
        code=story.language_code,
        source_revision=version.pk if version else None,
        revision=story.latest_revision_id,
        units=tuple(units),
    )


def new_blocks(translation: Translation, source: Content, own: Content) -> list[str]:
    """The blocks of the source that the translation has not got yet and does not leave out, in their order."""
    seen, here = Seen.read(translation.parts), set(order_of(own))
    return [key for key in order_of(source) if key not in here and key not in seen.sights and key not in seen.not_here]


def is_same_text(unit: Unit, here: Mapping[str, Unit]) -> bool:
    """Whether the translation has this text; a block may be gone, or be one of another kind now."""
    own = here.get(unit.key)
    return own is not None and own.kind == unit.kind


def written(own: Unit | None, unit: Unit, seen: Unit | None) -> Unit | None:
    """The translation's own text, None while it is empty or the source's words as they are or were."""
    sources = {plain_markup(text.text) for text in (unit, seen) if text}
    return own if own is not None and own.words and plain_markup(own.text) not in sources else None


def _sent(unit: Unit, own: Unit | None, seen: Unit | None, way: Way | None) -> Sent:
    own = written(own, unit, seen)
    is_written = own is not None
    apart = taken_apart(unit, own)
    most = longest(unit.kind)
    return Sent(
        key=unit.key,
        digest=digest_of(unit.text),
        note=unit.kind,
        longest=most if most < NO_LIMIT else None,
        source=apart.source.flow,
        target=apart.own.flow,
        tags=apart.tags,
        state=_state(unit, seen, is_written=is_written, way=way),
        is_machine=is_written and way == Way.MACHINE,
    )


def _state(unit: Unit, seen: Unit | None, *, is_written: bool, way: Way | None) -> State:
    if not is_written or seen is None or plain_markup(seen.text) != plain_markup(unit.text):
        return State.INITIAL
    return State.REVIEWED if way == Way.REVIEWED else State.TRANSLATED


def seen_texts(translation: Translation, source: Content) -> dict[str, Unit]:
    """The source's texts as the translation last saw them; one query."""
    seen = seen_parts(translation, parts_of(source)).values()
    return {unit.key: unit for part in seen for unit in units_of_part(part)}
