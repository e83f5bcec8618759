"""What a file of a translation holds, as plain values, whatever the format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from articles.translation.files.inline import Flow, Tag
from newsroom.languages import language

_UNSAFE = re.compile(r"[^A-Za-z0-9_:-]")
_WRITTEN = re.compile(r"\.([0-9a-f]{1,6})\.")


class State(StrEnum):
    """How far a text is."""

    INITIAL = "initial"
    """Not translated, or made from other words than the source has now."""
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Sent:
    """One text that leaves."""

    key: str
    digest: str
    """Of the source's text."""
    note: str
    """What it is, for the translator."""
    longest: int | None
    source: Flow
    target: Flow
    tags: dict[str, Tag]
    """What the codes of both stand for."""
    state: State
    is_machine: bool


@dataclass(frozen=True, slots=True)
class SentStory:
    """The texts of one story that leave for one language."""

    work: str
    """The key that all languages of the story share."""
    translation: int
    """The desk's record."""
    source: int
    """The page that it is made from."""
    story: int
    """Its page."""
    headline: str
    source_code: str
    code: str
    source_revision: int | None
    revision: int | None
    units: tuple[Sent, ...]

    @property
    def source_tag(self) -> str:
        """The source language's BCP 47 tag."""
        return language(self.source_code).tag

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag."""
        return language(self.code).tag


def id_of(key: str) -> str:
    """The name of a text as XLIFF 2 allows it (NMTOKEN)."""
    return _UNSAFE.sub(lambda found: f".{ord(found.group()):x}.", key)


def key_of(name: str) -> str:
    """The name that `id_of` was given; what it cannot have written stays as it is."""
    return _WRITTEN.sub(_letter, name)


def _letter(found: re.Match[str]) -> str:
    try:
        letter = chr(int(found.group(1), 16))
        letter.encode()  # half a surrogate could not be shown
    except (ValueError, OverflowError):
        return found.group()
    return letter
