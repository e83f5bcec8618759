"""How the spellings of a word are made one before its stems are sought."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from search.conflation.tokens import APOSTROPHES

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
LOOKALIKES = str.maketrans("aceijopsxyhkmtbӏ", "асеіјорѕхункмтвӏ")
"""Latin letters that slip into Cyrillic words."""
ROUNDS = 4
"""How often a spelling is gone over until nothing changes; two are enough for all that Unicode holds."""


def plain(word: str, alphabet: frozenset[str]) -> str:
    """A word in small letters of the alphabet: other letters lose their accents, digits become European, marks go."""
    for _ in range(ROUNDS):
        folded = _once(word, alphabet)
        if folded == word:
            break
        word = folded
    return word.strip("'")


def _once(word: str, alphabet: frozenset[str]) -> str:
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).lower())
    if alphabet.issuperset(word):
        return word
    return unicodedata.normalize("NFC", "".join(_letter(letter, alphabet) for letter in word))


def _letter(letter: str, alphabet: frozenset[str]) -> str:
    if letter in alphabet:
        return letter
    if letter in APOSTROPHES:
        return "'" if "'" in alphabet else ""
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    bare = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return "".join(part for part in bare if part.isalnum())


def folding(letters: str, changes: dict[str, str], foreign: dict[str, str] | None = None) -> Callable[[str], str]:
    """The fold of a language written in Cyrillic, with these letters beside the common ones.

    `changes` is done to every word, `foreign` to words in Latin letters alone, longer strings first.
    """
    alphabet = frozenset(CYRILLIC + LATIN + DIGITS + letters)
    table = str.maketrans(changes)

    def fold(word: str) -> str:
        folded = plain(word, alphabet)
        if not folded.isdigit() and not alphabet.isdisjoint(folded):
            if folded.isascii():
                for latin, cyrillic in (foreign or {}).items():
                    folded = folded.replace(latin, cyrillic)
            if not folded.isascii() and any(letter in LATIN for letter in folded):
                folded = folded.translate(LOOKALIKES)
        return folded.translate(table)

    return fold
