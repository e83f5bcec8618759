"""What a check says, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from articles.translation.units import Unit


class Severity(StrEnum):
    """How sure a check is that something is wrong."""

    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at in one text."""

    unit: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation."""

    source: Unit
    target: Unit
    source_code: str
    code: str

    def warning(self, message: str) -> Finding:
        """Something that is probably wrong."""
        return Finding(self.target.key, Severity.WARNING, message)

    def note(self, message: str) -> Finding:
        """Something that may be as it should."""
        return Finding(self.target.key, Severity.NOTE, message)


class Term(Protocol):
    """A term of the glossary."""

    term: str
    translation: str
    is_case_sensitive: bool


@dataclass(frozen=True, slots=True)
class KnownName:
    """Somebody's or something's name in both languages."""

    source: str
    target: str
