"""The words of a text, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

APOSTROPHES = "'’‘ʼʻʹ`´ʽ′＇"
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}"
MARKS = "\u0300-\u036f\u0483-\u0487\u055b\u055c\u055e\u064b-\u065f\u0670\u06d6-\u06ed"
"""Accents that stand after their letter, Cyrillic titlos, Armenian stress and question marks, Arabic vowel points."""
PALOCHKA = r"(?<=[\u0400-\u04ff])\|(?=[\u0400-\u04ff])"
"""A bar between Cyrillic letters: how keyboards without Chechen's palochka type it."""
WORD = re.compile(rf"[^\W_]+(?:(?:[{MARKS}]|{PALOCHKA}|[{APOSTROPHES}{JOINERS}]+(?=[^\W_]))[^\W_]*)*")
"""Letters and digits with their marks, and apostrophes and joiners between them; hyphens cut."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word as written, and its first and last place (exclusive) in the text."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Every word of the text, in order."""
    for match in WORD.finditer(text):
        yield Token(match.group(), match.start(), match.end())
