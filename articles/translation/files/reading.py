"""XLIFF 1.2 and 2.0 as it comes back: never trusted, any document type is refused before anything is resolved.

Of a code only its number and which end it is are read; what a file says that it stands for is never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from articles.legal.exchange.rows import LARGEST_FILE, FileIsRefused
from articles.legal.exchange.xliff_reading import checked_root
from articles.translation.files.inline import Code, CodeKind, Flow, joined, words_of
from articles.translation.files.values import key_of
from articles.translation.files.writing import NAMESPACE_1
from newsroom.languages import by_tag

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MOST_NESTED = 100
DONE = frozenset({"translated", "reviewed", "final", "signed-off"})
MACHINE = frozenset({"mt", "mt-suggestion", "leveraged-mt", "machine"})
THROUGH = frozenset({"mrk"})
"""Elements of programs' own around words, which are read through."""

_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENDS = {"bx": CodeKind.OPEN, "sc": CodeKind.OPEN, "ex": CodeKind.CLOSE, "ec": CodeKind.CLOSE}


class CodeIsUnknown(ValueError):
    """A target holds an element that never left."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One text that came back."""

    key: str
    digest: str
    """Of the source's text when it left; empty where a program lost it."""
    target: Flow
    is_done: bool
    """Whether the file says that it is translated."""
    is_machine: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedStory:
    """The texts of one story in one language that came back."""

    work: str
    source_code: str
    code: str
    """Of the table where it has the language, else what the file says."""
    source_revision: int | None
    revision: int | None
    units: tuple[Returned, ...]


def read(data: bytes) -> list[ReturnedStory]:
    """A story for each file element. Raises FileIsRefused, for what is too large before anything is read."""
    if len(data) > LARGEST_FILE:
        raise FileIsRefused(_("The file is larger than {number} MB.").format(number=LARGEST_FILE // 2**20))
    text = _PROLOG.sub("", _text(data), count=1)
    checked_root(text)
    root = fromstring(text.encode(), forbid_dtd=True)
    _ensure_shallow(root)
    return [_story(root, file) for file in root if _local(file) == "file"]


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileIsRefused(_("The file is neither in UTF-8 nor in UTF-16.")) from error


def _ensure_shallow(root: Any) -> None:
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > MOST_NESTED:
            raise FileIsRefused(_("The elements of the file are nested too deep."))


def _story(root: Any, file: Any) -> ReturnedStory:
    notes = _notes(file) | _notes(_first(file, "header"))
    is_1 = root.tag.startswith(f"{{{NAMESPACE_1}}}")
    source = file.get("source-language") if is_1 else root.get("srcLang")
    target = file.get("target-language") if is_1 else root.get("trgLang")
    units = [element for element in file.iter() if _local(element) == ("trans-unit" if is_1 else "unit")]
    return ReturnedStory(
        work=file.get("original") or "",
        source_code=_code(source or ""),
        code=_code(target or ""),
        source_revision=_number(notes.get("source-revision", "")),
        revision=_number(notes.get("revision", "")),
        units=tuple(_unit_1(unit) if is_1 else _unit_2(unit) for unit in units),
    )


def _unit_1(unit: Any) -> Returned:
    target = _first(unit, "target")
    flow, problem = _flow([target] if target is not None else [])
    state = target.get("state", "") if target is not None else ""
    if not problem and _has_gap(_first(unit, "seg-source"), target):
        problem = _("Some segments are not translated.")
    return Returned(
        key=key_of(unit.get("id") or ""),
        digest=_notes(unit).get("digest", ""),
        target=flow,
        is_done=state in DONE,
        is_machine=target is not None and target.get("state-qualifier", "") in MACHINE,
        problem=problem,
    )


def _unit_2(unit: Any) -> Returned:
    segments = [part for part in unit if _local(part) in {"segment", "ignorable"}]
    kept, is_gap = [], False
    for place, part in enumerate(segments, 1):
        source, target = _first(part, "source"), _first(part, "target")
        if target is None and _local(part) == "ignorable":
            target = source
        if target is not None:
            kept.append((_number(target.get("order") or "") or place, target))
        is_gap = is_gap or (target is None and _has_words(source))
    flow, problem = _flow([target for _place, target in sorted(kept, key=lambda pair: pair[0])])
    real = [part for part in segments if _local(part) == "segment"]
    if not problem and is_gap and words_of(flow).strip():
        problem = _("Some segments are not translated.")
    return Returned(
        key=key_of(unit.get("id") or ""),
        digest=_notes(unit).get("digest", ""),
        target=() if is_gap and not problem else flow,
        is_done=bool(real) and all(part.get("state", "") in DONE for part in real),
        is_machine=any(part.get("subState", "").rpartition(":")[2] in MACHINE for part in real),
        problem=problem,
    )


def _flow(elements: list[Any]) -> tuple[Flow, str]:
    """The words and codes of targets one behind the other, and what is wrong with them."""
    try:
        return joined(item for element in elements for item in _inside(element)), ""
    except CodeIsUnknown as error:
        return (), _("The code “{name}” never left with the file.").format(name=str(error)[:30])


def _inside(element: Any) -> Iterator[str | Code]:
    yield element.text or ""
    for child in element:
        yield from _item(child)
        yield child.tail or ""


def _item(child: Any) -> Iterator[str | Code]:
    name, number = _local(child), child.get("id") or ""
    if name in THROUGH or not name:
        yield from _inside(child)
    elif name in {"g", "pc"}:
        yield Code(CodeKind.OPEN, number)
        yield from _inside(child)
        yield Code(CodeKind.CLOSE, number)
    elif name in {"x", "ph"} and not (child.text or len(child)):
        yield Code(CodeKind.ALONE, number)
    elif name in _ENDS:
        yield Code(_ENDS[name], child.get("startRef") or child.get("rid") or number)
    elif name not in {"sm", "em"}:
        raise CodeIsUnknown(name)


def _has_gap(source: Any, target: Any) -> bool:
    """Whether a segment of 1.2 has words in the source and none in the target."""
    if source is None or target is None or not _has_words(target):
        return False
    translated = {mark.get("mid"): mark for mark in target.iter() if _local(mark) == "mrk"}
    marks = [mark for mark in source.iter() if _local(mark) == "mrk" and mark.get("mtype") == "seg"]
    return any(
        _has_words(mark) and mark.get("mid") in translated and not _has_words(translated[mark.get("mid")])
        for mark in marks
    )


def _has_words(element: Any) -> bool:
    return element is not None and bool("".join(element.itertext()).strip())


def _notes(holder: Any) -> dict[str, str]:
    """The notes that left, by what they are about: of 1.2 directly inside, of 2.0 in an element of their own."""
    if holder is None:
        return {}
    rows = [*holder, *(row for child in holder if _local(child) == "notes" for row in child)]
    return {
        row.get("from") or row.get("category") or "": (row.text or "").strip() for row in rows if _local(row) == "note"
    }


def _first(element: Any, name: str) -> Any:
    return next((child for child in element if _local(child) == name), None)


def _code(tag: str) -> str:
    row = by_tag(tag)
    return row.code if row else tag


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
