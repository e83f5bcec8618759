"""Cutting a piece out of a text so that no word, letter or isolate is torn."""

from __future__ import annotations

import re
import unicodedata

from search.conflation.tokens import JOINERS

LONGEST_SNIPPET = 220
"""Characters of a piece, about."""
REACH = 30
"""Characters within which a cut looks for a gap between words."""

_SENTENCE = re.compile(r"(?<=[.!?…։۔؟])[\s”»\"]+(?=\S)")
_ISOLATES = re.compile("[\u2066-\u2069]")
_CLOSING = "\u2069"


def cut(text: str, first: int, last: int) -> tuple[int, int]:
    """Where a piece of about `LONGEST_SNIPPET` characters around the places from first to last begins and ends."""
    if len(text) <= LONGEST_SNIPPET:
        return 0, len(text)
    room = max(0, LONGEST_SNIPPET - (last - first))
    start = max(0, first - room // 3)
    end = min(len(text), max(start + LONGEST_SNIPPET, min(last, first + LONGEST_SNIPPET)))
    start = max(0, min(start, end - LONGEST_SNIPPET))
    return _start_of_word(text, start, first), _end_of_word(text, end)


def _start_of_word(text: str, start: int, first: int) -> int:
    """The start of a sentence or word at or soon after a place, but not after what must be seen."""
    if start == 0:
        return 0
    latest = min(start + REACH, first) if first >= start else start + REACH
    sentence = _SENTENCE.search(text, max(0, start - 1), latest)
    if sentence:
        return sentence.end()
    for place in range(start, latest + 1):
        if text[place - 1].isspace():
            return place
    return _start_of_letter(text, start)


def _end_of_word(text: str, end: int) -> int:
    """The end of a word at or soon before a place."""
    if end >= len(text):
        return len(text)
    for place in range(end, max(0, end - REACH), -1):
        if text[place].isspace():
            return place
    return _start_of_letter(text, end)


def _start_of_letter(text: str, place: int) -> int:
    """The place, or the next one before it where a letter begins with all its marks and joiners."""
    while place > 0 and (continues(text[place]) or text[place - 1] in JOINERS):
        place -= 1
    return place


def continues(character: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return character in JOINERS or unicodedata.category(character) in ("Mn", "Mc", "Me")


def balanced(text: str) -> str:
    """The text with every isolate closed that it opens, and none that it does not."""
    depth = 0
    parts: list[str] = []
    at = 0
    for match in _ISOLATES.finditer(text):
        is_closing = match.group() == _CLOSING
        parts.append(text[at : match.start() if is_closing and not depth else match.end()])
        depth += 0 if is_closing and not depth else -1 if is_closing else 1
        at = match.end()
    return "".join([*parts, text[at:], _CLOSING * depth])
