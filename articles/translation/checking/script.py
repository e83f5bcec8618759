"""Whether a text is written in the script of its language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articles.translation.checking.findings import Pair
from newsroom.languages import language

NAMES = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "ARMENIAN": "Armn", "GEORGIAN": "Geor"}
FEWEST_LETTERS = 12
"""A shorter text may be a name as it is."""
MOST_FOREIGN = {"Latn": 0.2}
MOST_LATIN = 0.45
"""The share of letters of another script that a correct text may have: more where Latin names are usual."""
WORD = re.compile(r"[^\W\d_]+")
MIXED = {"Latn", "Cyrl"}


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter, as ISO 15924 calls it; empty for one of none of ours."""
    return NAMES.get(unicodedata.name(letter, "").split(" ")[0], "")


def foreign_letters(pair: Pair) -> bool:
    """Whether too many letters of the text belong to another script."""
    expected = language(pair.code).script
    letters = [script for letter in pair.target.words if letter.isalpha() and (script := script_of(letter))]
    if len(letters) < FEWEST_LETTERS:
        return False
    share = sum(script != expected for script in letters) / len(letters)
    return share > MOST_FOREIGN.get(expected, MOST_LATIN)


def mixed_words(pair: Pair) -> list[str]:
    """Words that have Latin and Cyrillic letters: they look right and nobody finds them."""
    found = [word for word in WORD.findall(pair.target.words) if {script_of(letter) for letter in word} >= MIXED]
    return list(dict.fromkeys(found))
