"""XLIFF 1.2 and 2.x as it comes back from translators: never trusted, read for what is ours alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.translation.files.inline import Flow, words_of
from articles.translation.files.targets import flow_of, has_gap, has_words
from articles.translation.files.values import key_of
from newsroom.exchange.refusing import FileIsRefused, ensure_small
from newsroom.exchange.xliff import NAMESPACE_1, checked_root, first, local, notes_of, number_in
from newsroom.languages import by_tag

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
REVIEWED = frozenset({"reviewed", "final", "signed-off"})
DONE = REVIEWED | {"translated"}
MACHINE = frozenset({"mt", "mt-suggestion", "leveraged-mt", "machine"})
MOST_UNITS = 2_000
MOST_LETTERS = 1_000_000
"""Of all targets together; the longest story has some 100,000."""

_PROLOG = re.compile(r"\A<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Returned:
    """One text that came back."""

    key: str
    digest: str
    """Of the source's text when it left; empty where a program lost it."""
    target: Flow
    is_done: bool
    """Whether the file says that it is translated."""
    is_reviewed: bool
    is_machine: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedStory:
    """The texts of one story in one language that came back."""

    work: str
    """The key that all languages of the story share, as the file says it."""
    translation: int | None
    """The desk's record."""
    source_code: str
    code: str
    """Of the table where it has the language, else what the file says."""
    source_revision: int | None
    revision: int | None
    units: tuple[Returned, ...]


def read(data: bytes) -> list[ReturnedStory]:
    """A story for each file element. Raises FileIsRefused, for what is too large before anything is read."""
    ensure_small(data)
    root = checked_root(_text(data))
    stories = [_story(root, file) for file in root if local(file) == "file"]
    if any(len(story.units) > MOST_UNITS for story in stories):
        raise FileIsRefused(_("The file has more than {number} texts.").format(number=MOST_UNITS))
    if sum(len(words_of(unit.target)) for story in stories for unit in story.units) > MOST_LETTERS:
        raise FileIsRefused(_("The texts have more than {number} letters.").format(number=MOST_LETTERS))
    return stories


def _text(data: bytes) -> str:
    is_16 = data.startswith(UTF_16)
    try:
        text = data.decode("utf-16" if is_16 else "utf-8-sig").lstrip()
    except UnicodeDecodeError as error:
        raise FileIsRefused(_("The file is neither in UTF-8 nor in UTF-16.")) from error
    prolog = _PROLOG.match(text) if is_16 else None
    return text[prolog.end() :].lstrip() if prolog else text


def _story(root: Any, file: Any) -> ReturnedStory:
    notes = notes_of(file)
    is_1 = root.tag.startswith(f"{{{NAMESPACE_1}}}")
    source = file.get("source-language") if is_1 else root.get("srcLang")
    target = file.get("target-language") if is_1 else root.get("trgLang")
    units = [element for element in file.iter() if local(element) == ("trans-unit" if is_1 else "unit")]
    return ReturnedStory(
        work=file.get("original") or "",
        translation=number_in(notes.get("translation", "")),
        source_code=_code(source or ""),
        code=_code(target or ""),
        source_revision=number_in(notes.get("source-revision", "")),
        revision=number_in(notes.get("revision", "")),
        units=tuple(_unit_1(unit) if is_1 else _unit_2(unit) for unit in units),
    )


def _unit_1(unit: Any) -> Returned:
    target = first(unit, "target")
    flow, problem = flow_of([target] if target is not None else [])
    state = target.get("state", "") if target is not None else ""
    is_gap = has_gap(first(unit, "seg-source"), target)
    return _returned(
        unit,
        flow,
        problem or (_gap() if is_gap else ""),
        states=[state or ("translated" if unit.get("approved") == "yes" else "")],
        is_machine=target is not None and target.get("state-qualifier", "") in MACHINE,
    )


def _unit_2(unit: Any) -> Returned:
    parts = [part for part in unit if local(part) in {"segment", "ignorable"}]
    targets, is_gap = _targets(parts)
    segments = [part for part in parts if local(part) == "segment"]
    is_empty = not any(has_words(first(part, "target")) for part in segments)
    flow, problem = flow_of([] if is_empty else targets)
    return _returned(
        unit,
        flow,
        problem or (_gap() if is_gap and not is_empty else ""),
        states=[part.get("state", "") for part in segments if has_words(first(part, "source"))],
        is_machine=any(part.get("subState", "").rpartition(":")[2] in MACHINE for part in segments),
    )


def _targets(parts: list[Any]) -> tuple[list[Any], bool]:
    """The targets in the order of the translation, and whether a segment with words has none."""
    kept, is_gap = [], False
    for place, part in enumerate(parts, 1):
        source, target = first(part, "source"), first(part, "target")
        if target is None and (local(part) == "ignorable" or not has_words(source)):
            target = source
        if target is not None:
            kept.append((number_in(target.get("order") or "") or place, target))
        is_gap = is_gap or (has_words(source) and not has_words(target))
    return [target for _place, target in sorted(kept, key=lambda pair: pair[0])], is_gap


def _returned(unit: Any, flow: Flow, problem: str, *, states: list[str], is_machine: bool) -> Returned:
    return Returned(
        key=key_of(unit.get("id") or ""),
        digest=notes_of(unit).get("digest", "").lower(),
        target=flow,
        is_done=bool(states) and set(states) <= DONE,
        is_reviewed=bool(states) and set(states) <= REVIEWED,
        is_machine=is_machine,
        problem=problem,
    )


def _gap() -> str:
    return _("Some segments are not translated.")


def _code(tag: str) -> str:
    row = by_tag(tag)
    return row.code if row else tag
