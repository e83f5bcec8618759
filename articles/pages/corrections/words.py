"""What the words of a correction may be."""

from __future__ import annotations

from articles.pages.corrections.models import LONGEST
from newsroom.text import clean_text


class WordsAreMissing(ValueError):
    """A correction says what was wrong and what is right, and its withdrawal says why."""


class WordsAreTooLong(ValueError):
    """Readers are told a mistake in a few sentences; a longer text is another story."""


def words(text: str) -> str:
    """The text, safe to print anywhere. Raises WordsAreMissing, WordsAreTooLong."""
    cleaned = clean_text(text).replace("\r\n", "\n").replace("\r", "\n").strip()
    if not cleaned:
        raise WordsAreMissing
    if len(cleaned) > LONGEST:
        raise WordsAreTooLong(len(cleaned))
    return cleaned
