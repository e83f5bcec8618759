"""The letters of Chechen: the palochka in all its typings, the й within я, ю, ё and е, and skeletons of consonants."""

from __future__ import annotations

import re

PALOCHKA = "ӏ"
CYRILLIC = re.compile(r"[а-яё]")
_STROKE = re.compile(r"(?<![0-9|])[1|!](?=[а-яё])|(?<=[а-яё])[1|!](?![0-9|])")
"""A digit or a bar is a palochka beside a Cyrillic letter, and not in a number."""
_LOOKALIKES = str.maketrans("aeopcxyk", "аеорсхук")
_LETTERS = str.maketrans("iіlӀ", PALOCHKA * 4)
_IOTATED = str.maketrans({"я": "йа", "ю": "йу", "ё": "йо"})

_VOWEL = re.compile(r"[аоуеэиы]ь?й?(?![аоуеэиы])|[аоуеэиы]ь?")
_HARD = re.compile(r"(?<!к)ъ(?:й|(?=е))")
"""The hard sign that parts a verb from the й of its class: язъеш, хьаштъйан."""
_DOUBLE = re.compile(r"(.)\1+")


def cyrillic(word: str) -> str:
    """A word in small letters with Cyrillic ones in it: the palochka one letter, look-alikes of Latin made Cyrillic."""
    if not CYRILLIC.search(word):
        return word
    word = word.translate(_LOOKALIKES).translate(_LETTERS)
    word = _STROKE.sub(PALOCHKA, word)
    return word.translate(_IOTATED)


def skeleton(root: str) -> str:
    """The consonants of a root: its vowels change from form to form (стаг, стеган; мотт, меттан, маттана)."""
    if root.startswith("е"):
        root = "й" + root
    return _DOUBLE.sub(r"\1", _VOWEL.sub("", _HARD.sub("й", root)))
