"""What a file of texts holds, as plain values: a row for each language, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from newsroom.languages import LANGUAGES

MOST_ROWS = 10 * len(LANGUAGES)
MOST_COLUMNS = 200


class State(TextChoices):
    """Where the words of a language stand against the source."""

    MISSING = "missing", _("missing")
    CURRENT = "current", _("made from the present source")
    OLDER = "older", _("made from an older source")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text."""

    heading: str = ""
    body: str = ""
    link_label: str = ""

    @property
    def are_blank(self) -> bool:
        """Whether nothing is said."""
        return not (self.heading.strip() or self.body.strip() or self.link_label.strip())

    def are(self, other: Words) -> bool:
        """Whether these are the same words, however a program ends its lines."""
        return _lines(self) == _lines(other)


@dataclass(frozen=True, slots=True)
class Row:
    """What leaves for one language."""

    notice: str
    """The key."""
    language: str
    """The code of the table."""
    source_language: str
    source_number: int
    source_digest: str
    source: Words
    number: int
    """Which version of this language's text the words are; 0 where there is none."""
    words: Words
    state: State

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag."""
        return LANGUAGES[self.language].tag

    @property
    def source_tag(self) -> str:
        """The source language's BCP 47 tag."""
        return LANGUAGES[self.source_language].tag

    @property
    def name(self) -> str:
        """The language's English name."""
        return LANGUAGES[self.language].name

    @property
    def is_source(self) -> bool:
        """Whether this is the row that the others are translated from."""
        return self.language == self.source_language


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back for one language, as it stands in the file."""

    place: int
    """Which row of the file, as a spreadsheet or a reader of the file counts."""
    notice: str
    language: str
    """The code of the table where the file names a language that it has; else what the file says."""
    source_digest: str
    number: int | None
    """Which version the words were when they left; None where the file no longer says so."""
    words: Words
    problem: str = ""
    """Why the row cannot be read."""


def _lines(words: Words) -> list[str]:
    texts = (words.heading, words.body, words.link_label)
    return [text.replace("\r\n", "\n").replace("\r", "\n").strip() for text in texts]
