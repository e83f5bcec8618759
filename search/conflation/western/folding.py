"""Spellings made one, for languages of the Latin, Armenian, Georgian and Cyrillic scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from search.conflation.tokens import APOSTROPHES
from search.conflation.western.chechen.letters import cyrillic

_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x00AD, 0x034F, 0x061C, 0xFEFF]
)
_SPACES = re.compile(r"\s+")
_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_ARMENIAN_MARKS = str.maketrans("", "", "՛՜՞՝՚")
_ROMANIAN = str.maketrans("şţ", "șț")
_OLD_GEORGIAN = {code: chr(code - 0x2D00 + 0x10D0) for code in range(0x2D00, 0x2D26)}
"""The old small letters of church books, one for one with today's."""


def _settled(word: str, step: Callable[[str], str]) -> str:
    """The word after as many steps as change it: each step shortens it or settles it, so few are enough."""
    for _ in range(4):
        changed = step(word)
        if changed == word:
            break
        word = changed
    return word


def _plain(word: str) -> str:
    """Compatible forms composed, small letters, ASCII digits, one apostrophe, nothing invisible and no space."""
    word = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).lower())
    word = word.translate(_INVISIBLE).translate(_APOSTROPHE)
    if not word.isascii():
        word = "".join(str(unicodedata.decimal(letter, letter)) for letter in word)
    return _SPACES.sub("", word)


def _without_marks(word: str, kept: str) -> str:
    """The word without the marks over letters that the language itself does not write."""
    if word.isascii():
        return word
    letters = []
    for letter in word:
        if letter in kept:
            letters.append(letter)
        else:
            letters += [part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part)]
    return unicodedata.normalize("NFC", "".join(letters))


def folder(kept: str, last: Callable[[str], str] = lambda word: word) -> Callable[[str], str]:
    """How a language folds a word: marks of the letters `kept` stay, and `last` does what is its own."""

    def step(word: str) -> str:
        return last(_without_marks(_plain(word), kept)).strip("'")

    return lambda word: _settled(word, step)


def _armenian(word: str) -> str:
    return word.translate(_ARMENIAN_MARKS).replace("եւ", "և")


fold_english = folder("")
fold_hungarian = folder("áéíóöőúüű")
fold_romanian = folder("ăâîșțşţ", lambda word: word.translate(_ROMANIAN))
fold_albanian = folder("çë")
fold_georgian = folder("", lambda word: word.translate(_OLD_GEORGIAN))
fold_armenian = folder("", _armenian)
fold_chechen = folder("йё", cyrillic)
