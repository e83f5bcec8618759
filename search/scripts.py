"""The script of a word, and whether a language knows it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newsroom.languages import language
from search.conflation.table import CONFLATIONS

_NAMES = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Armn": "ARMENIAN", "Geor": "GEORGIAN"}
"""ISO 15924 → how Unicode names begin."""


@lru_cache(maxsize=10_000)
def script_of(word: str) -> str | None:
    """The ISO 15924 code of the script of a word's first letter; None for digits and scripts of no language here."""
    for character in word:
        if character.isalpha():
            name = unicodedata.name(character, "")
            return next((script for script, start in _NAMES.items() if name.startswith(start)), None)
    return None


def is_foreign(word: str, code: str) -> bool:
    """Whether a word is written in a script in which the language does not know it.

    Serbian and Uzbek know both of theirs, because their conflation makes them one.
    """
    script = script_of(CONFLATIONS[code].fold(word))
    return script is not None and script != _own_script(code)


@lru_cache
def _own_script(code: str) -> str | None:
    """The script to which the language's conflation brings its words."""
    return script_of(CONFLATIONS[code].fold(language(code).own_name))
