"""Machine text for a translation: where nobody has written yet, and never over what somebody wrote."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles.pages.article import LINES, ArticlePage
from articles.translation.drafting import held_story
from articles.translation.engines.choosing import engine_for
from articles.translation.engines.interface import Engine, EngineFailed, LanguageNotOffered
from articles.translation.limits import longest
from articles.translation.markup import plain_markup
from articles.translation.models import Translation
from articles.translation.parts import Content, parts_of
from articles.translation.rights import is_locked_for, may_edit
from articles.translation.staleness import seen_parts, source_content
from articles.translation.units import Unit, UnitIsUnknown, units_of, units_of_part, with_texts
from articles.translation.ways import note_machine
from newsroom.users.models import User


class StoryIsLocked(Exception):
    """Somebody holds the story, or it waits for approval by others."""


class NothingToFill(ValueError):
    """Every text that was asked for is somebody's work, or has no source."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done."""

    count: int
    engine: str
    skipped: int
    """Texts that were wanted and stayed as they were."""


def fill(translation: Translation, *, by: User, units: Collection[str] | None = None) -> Filled:
    """A new draft with machine text in these units, or in all, where the text is the source's own or empty.

    Nothing is locked while the machine thinks: what somebody writes meanwhile stays. Raises PermissionDenied,
    StoryIsLocked, NothingToFill, LanguageNotOffered, EngineIsAway, EngineRefused.
    """
    story = _story(translation, by)
    engine = engine_for(translation.source.language_code, story.language_code)
    if engine is None:
        raise LanguageNotOffered
    wanted = unwritten(translation, story.get_latest_revision_as_object().serializable_data())
    asked = set(wanted) if units is None else set(units)
    wanted = {key: unit for key, unit in wanted.items() if key in asked}
    if not wanted:
        raise NothingToFill
    texts = _translated(engine, wanted, translation.source.language_code, story.language_code)
    written = _write(translation, texts, engine.name, by)
    return Filled(len(written), engine.name, len(asked) - len(written))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A machine's text for one text of the source."""

    text: str
    """HTML for rich text."""
    kind: str


def suggest(translation: Translation, key: str, *, by: User) -> Suggestion:
    """Asks the machine for one text and remembers that it came from there; nothing is written into the story.

    Raises PermissionDenied, StoryIsLocked, UnitIsUnknown, LanguageNotOffered, EngineIsAway, EngineRefused,
    EngineFailed where nothing usable came.
    """
    story = _story(translation, by)
    unit = units_of(source_content(translation)).get(key)
    if unit is None or not unit.words:
        raise UnitIsUnknown(key)
    engine = engine_for(translation.source.language_code, story.language_code)
    if engine is None:
        raise LanguageNotOffered
    texts = _translated(engine, {key: unit}, translation.source.language_code, story.language_code)
    if key not in texts:
        raise EngineFailed
    note_machine(translation, texts, engine=engine.name)
    return Suggestion(texts[key], unit.kind)


def unwritten(translation: Translation, content: Content) -> dict[str, Unit]:
    """The source's texts, by unit, for which this version has nothing but the source's own words."""
    source = source_content(translation)
    now = units_of(source)
    here = units_of(content)
    seen: dict[str, Unit] = {}
    for part in seen_parts(translation, parts_of(source)).values():
        seen |= {unit.key: unit for unit in units_of_part(part)}
    return {
        key: unit
        for key, unit in now.items()
        if unit.words and key in here and _is_unwritten(here[key], unit, seen.get(key))
    }


def _is_unwritten(own: Unit, now: Unit, seen: Unit | None) -> bool:
    text = plain_markup(own.text)
    return not own.words or text == plain_markup(now.text) or (seen is not None and text == plain_markup(seen.text))


def _translated(engine: Engine, wanted: Mapping[str, Unit], source: str, code: str) -> dict[str, str]:
    """The machine's texts that can be used."""
    units = list(wanted.values())
    texts = engine.translate([unit.text for unit in units], source, code, is_html=[unit.is_rich for unit in units])
    return {
        unit.key: text
        for unit, text in zip(units, texts, strict=True)
        if text and len(text) <= longest(unit.kind) and plain_markup(text) != plain_markup(unit.text)
    }


@transaction.atomic
def _write(translation: Translation, texts: Mapping[str, str], engine: str, by: User) -> list[str]:
    """Puts the texts into a new draft where nobody has written meanwhile; gives their names."""
    story = held_story(translation.story_id)
    if is_locked_for(by, story):
        raise StoryIsLocked
    version = story.get_latest_revision_as_object()
    content = version.serializable_data()
    free = unwritten(translation, content)
    kept = {key: text for key, text in texts.items() if key in free}
    if not kept:
        return []
    changed = with_texts(content, kept)
    version.body = changed["body"]
    for name in set(LINES) & set(kept):
        setattr(version, name, changed[name])
    note_machine(translation, kept, engine=engine)
    version.save_revision(user=by)
    return list(kept)


def _story(translation: Translation, by: User) -> ArticlePage:
    story = ArticlePage.objects.filter(pk=translation.story_id).first()
    if story is None:
        raise NothingToFill
    if not may_edit(by, story):
        raise PermissionDenied
    if is_locked_for(by, story):
        raise StoryIsLocked
    return story
