"""Which words differ between two texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from articles.translation.markup import marked_links, words_of_markup
from articles.translation.parts import Part
from articles.translation.units import Unit, units_of_part

MARKS = r"\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
"""What stands above and below letters of our scripts."""
WORD = re.compile(rf"\s+|https?://[^\s\]]+|[^\W_]+(?:[{MARKS}'’ʼʻ\u200c\u200d-][^\W_]*)*|.", re.DOTALL)
MOST_WORDS = 2400
"""Tokens of both texts beyond which they are compared by their ends alone: the comparison is quadratic."""


class PieceKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came or went together."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """One text of a part, and what changed in it."""

    kind: str
    """The unit's kind."""
    pieces: list[Piece]


def word_diff(before: str, after: str) -> list[Piece]:
    """The words of both, in the order of reading, what went before what came.

    Joined without the added ones they are `before`, without the removed ones `after`.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [(PieceKind.SAME, word) for word in old[:start]]
    pieces += _middle(middle_old, middle_new)
    pieces += [(PieceKind.SAME, word) for word in old[len(old) - end :]]
    return [
        Piece(kind, "".join(word for _, word in words)) for kind, words in groupby(pieces, key=lambda pair: pair[0])
    ]


def unit_diffs(before: Part | None, after: Part | None) -> list[UnitDifference]:
    """Every text of a part that differs, with its words; a link's address stands among them."""
    old = {unit.key: unit for unit in units_of_part(before)} if before else {}
    new = {unit.key: unit for unit in units_of_part(after)} if after else {}
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        then, now = _words(old.get(key)), _words(new.get(key))
        if then != now:
            found.append(UnitDifference((new.get(key) or old[key]).kind, word_diff(then, now)))
    return found


def _words(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return words_of_markup(marked_links(unit.text)) if unit.is_rich else unit.words


def _middle(old: list[str], new: list[str]) -> list[tuple[PieceKind, str]]:
    if len(old) + len(new) > MOST_WORDS:
        return [*((PieceKind.REMOVED, word) for word in old), *((PieceKind.ADDED, word) for word in new)]
    pieces: list[tuple[PieceKind, str]] = []
    gone: list[str] = []
    came: list[str] = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = old[old_start:old_end] if tag == "equal" else []
        # A space between two words that changed is no rest for the eye: both words are one change.
        if any(word.strip() for word in same) or not (gone or came):
            pieces += _changed(gone, came) + [(PieceKind.SAME, word) for word in same]
            gone, came = [], []
        else:
            gone += same
            came += same
        if tag != "equal":
            gone += old[old_start:old_end]
            came += new[new_start:new_end]
    return pieces + _changed(gone, came)


def _changed(gone: list[str], came: list[str]) -> list[tuple[PieceKind, str]]:
    """What went and then what came, with the spaces that both end with as they were."""
    end = 0
    while end < min(len(gone), len(came)) and gone[-1 - end] == came[-1 - end] and not gone[-1 - end].strip():
        end += 1
    rest = gone[len(gone) - end :]
    pieces = [(PieceKind.REMOVED, word) for word in gone[: len(gone) - end]]
    pieces += [(PieceKind.ADDED, word) for word in came[: len(came) - end]]
    return pieces + [(PieceKind.SAME, word) for word in rest]


def _alike(old: list[str], new: list[str]) -> int:
    """How many words both begin with."""
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return number
    return min(len(old), len(new))
