"""One spelling of a word: small letters, and what is written in several ways made equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache

APOSTROPHES = "'’‘ʼʻʹ`´ʽ′＇ʾʿ"
LOOK_ALIKES = dict(zip("aeopcxyihəkmtbn", "аеорсхуіһәкмтвн", strict=True))
"""Latin letters that slip into Cyrillic words."""
CYRILLIC = re.compile("[\u0400-\u04ff]")


def folder(
    alphabet: str,
    *,
    letters: Mapping[str, str] | None = None,
    patterns: Iterable[tuple[str, str]] = (),
    has_dotless_i: bool = False,
    is_cyrillic: bool = False,
) -> Callable[[str], str]:
    """The fold of a language: by its alphabet, letters that stand for others, patterns of letters, in this order."""
    known = frozenset(alphabet)
    replaced = str.maketrans(dict(letters or {}))
    rules = [(re.compile(pattern), replacement) for pattern, replacement in patterns]
    one_script = str.maketrans(LOOK_ALIKES)

    @cache
    def plain(sign: str) -> str:
        """A sign of no known letter: its base letters, or its digit, or nothing."""
        parts = unicodedata.normalize("NFKD", sign).lower()
        return "".join(_digit(part) for part in parts if part.isalnum())

    def fold(word: str) -> str:
        word = unicodedata.normalize("NFC", word)
        if has_dotless_i:
            word = word.replace("İ", "i").replace("I", "ı")
        word = unicodedata.normalize("NFC", word.lower()).translate(replaced)
        for pattern, replacement in rules:
            word = pattern.sub(replacement, word)
        if is_cyrillic and CYRILLIC.search(word):
            word = word.translate(one_script)
        return "".join(sign if sign in known else plain(sign) for sign in word)

    def stable(word: str) -> str:
        """What a sign hides (a ligature, a letter in a circle) is folded as well."""
        folded = fold(word)
        return folded if folded.isascii() or (again := fold(folded)) == folded else fold(again)

    return stable


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
