"""Rich text as words and numbered codes, so that translators see no HTML and no HTML ever comes back from a file.

A code is only a number; what it stands for is looked up in the story's own text. The element around the whole text is
left at home.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html import escape
from html.parser import HTMLParser

from articles.translation.markup import SAME, TOLD

AROUND = frozenset({"p", "ul", "ol"})
"""Elements that may stand around a whole text."""
ALONE = frozenset({"br", "hr"})
MAY_GO = frozenset({"b", "i", "strong", "em"})
"""What a language may do without: many scripts have no italics."""
OWN = "t"
"""Begins the numbers of codes that the translation has and its source has not."""

_SPACES = re.compile(r"[ \t\r\n]+")


class CodeKind(StrEnum):
    """Which end of an element a code is."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Code:
    """A place in a text where markup stands."""

    kind: CodeKind
    id: str


Flow = tuple[str | Code, ...]
"""Words and codes in order, no two texts beside each other."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a code stands for."""

    name: str
    told: tuple[tuple[str, str], ...]
    """The attributes that make a difference to readers."""
    html: str

    def is_like(self, other: Tag) -> bool:
        """Whether readers cannot tell them apart."""
        return (SAME.get(self.name, self.name), self.told) == (SAME.get(other.name, other.name), other.told)


@dataclass(frozen=True, slots=True)
class Marked:
    """A rich text taken apart."""

    flow: Flow
    tags: Mapping[str, Tag] = field(default_factory=dict)
    before: str = ""
    """The tag around the whole, which stays at home."""
    after: str = ""

    @property
    def outermost(self) -> str:
        """The name of the element around the whole; empty where there is none."""
        return self.after.removeprefix("</").removesuffix(">")


def marked(html: str) -> Marked:
    """The words and codes of a rich text, numbered in the order of reading."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _without_what_is_around(reader.finished(), reader.tags)


def numbered_like(source: Marked, text: Marked) -> Marked:
    """A translation's text with the numbers that its source has for the same codes; others begin with `t`."""
    free = dict(source.tags)
    names: dict[str, str] = {}
    for number, tag in text.tags.items():
        same = next((key for key, other in free.items() if other.is_like(tag)), None)
        if same is not None:
            del free[same]
        names[number] = same or f"{OWN}{number}"
    flow = tuple(item if isinstance(item, str) else Code(item.kind, names[item.id]) for item in text.flow)
    return Marked(flow, {names[number]: tag for number, tag in text.tags.items()}, text.before, text.after)


def html_of(flow: Flow, tags: Mapping[str, Tag], before: str = "", after: str = "") -> str:
    """Rich text of words and codes; words are escaped. Raises KeyError for a code without a tag."""
    written = [escape(item, quote=False) if isinstance(item, str) else _html(item, tags[item.id]) for item in flow]
    return f"{before}{''.join(written)}{after}"


def tidied(flow: Flow) -> Flow:
    """The flow without the line breaks and outer spaces that programs put around words, in NFC."""
    items = [_tidied(item) if isinstance(item, str) else item for item in flow]
    if items and isinstance(items[0], str):
        items[0] = items[0].lstrip()
    if items and isinstance(items[-1], str):
        items[-1] = items[-1].rstrip()
    return joined(items)


def joined(items: Iterable[str | Code]) -> Flow:
    """A flow in which no two texts stand beside each other."""
    found: list[str | Code] = []
    for item in items:
        if isinstance(item, str) and found and isinstance(found[-1], str):
            found[-1] += item
        elif item:
            found.append(item)
    return tuple(found)


def words_of(flow: Flow) -> str:
    """The words alone."""
    return "".join(item for item in flow if isinstance(item, str))


def is_same(one: Flow, other: Flow) -> bool:
    """Whether two flows say the same, however a program wrote their spaces."""
    return _spaced(one) == _spaced(other)


def nesting_problem(flow: Flow) -> str | None:
    """The number of the first code that crosses another, is not closed, or closes nothing."""
    open_codes: list[str] = []
    for item in flow:
        if isinstance(item, str) or item.kind is CodeKind.ALONE:
            continue
        if item.kind is CodeKind.OPEN:
            open_codes.append(item.id)
        elif not open_codes or open_codes.pop() != item.id:
            return item.id
    return open_codes[-1] if open_codes else None


def _tidied(words: str) -> str:
    return unicodedata.normalize("NFC", _SPACES.sub(_space, words))


def _space(run: re.Match[str]) -> str:
    """One space for a line break with what is around it; spaces alone are the writer's choice."""
    return run.group() if set(run.group()) == {" "} else " "


def _html(code: Code, tag: Tag) -> str:
    return f"</{tag.name}>" if code.kind is CodeKind.CLOSE else tag.html


def _spaced(flow: Flow) -> list[str | Code]:
    spaced = [" ".join(item.split()) if isinstance(item, str) else item for item in flow]
    return [item for item in spaced if item]


def _without_what_is_around(flow: Flow, tags: dict[str, Tag]) -> Marked:
    first, last = (flow[0], flow[-1]) if flow else ("", "")
    if (
        isinstance(first, Code)
        and isinstance(last, Code)
        and last == Code(CodeKind.CLOSE, first.id)
        and tags[first.id].name in AROUND
    ):
        tag = tags[first.id]
        kept = {number: other for number, other in tags.items() if number != first.id}
        return Marked(flow[1:-1], kept, tag.html, f"</{tag.name}>")
    return Marked(flow, tags)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[str | Code] = []
        self.tags: dict[str, Tag] = {}
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = str(len(self.tags) + 1)
        told = tuple(sorted((name, value or "") for name, value in attrs if name in TOLD))
        self.tags[number] = Tag(tag, told, self.get_starttag_text() or f"<{tag}>")
        if tag in ALONE:
            self.items.append(Code(CodeKind.ALONE, number))
        else:
            self.items.append(Code(CodeKind.OPEN, number))
            self.open.append(number)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ALONE:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {self.tags[number].name for number in self.open}:
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.items.append(data)

    def finished(self) -> Flow:
        """What was read, everything closed."""
        while self.open:
            self._close()
        return joined(self.items)

    def _close(self) -> str:
        number = self.open.pop()
        self.items.append(Code(CodeKind.CLOSE, number))
        return self.tags[number].name
