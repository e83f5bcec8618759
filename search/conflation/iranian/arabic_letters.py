"""The letters of the Arabic script as Persian, Dari, Pashto and Urdu write them, and their variants made one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

APOSTROPHES = "'’‘ʼʻʹ`´ʽ′＇"
TATWEEL = "\u0640"
DROPPED = frozenset(("Mn", "Me", "Cf", "Cc", "Zs", "Zl", "Zp", "Cs", "Co", "Cn"))
"""Vowel points and accents, hamza above and below, joiners and marks of direction, spaces."""
VARIANTS = {
    **dict.fromkeys("ٱٲٳٵ", "ا"),
    **dict.fromkeys("يىېۍێؠ", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("ګڬ", "گ"),
    **dict.fromkeys("ەةہۃھۿ", "ه"),
    **dict.fromkeys("ۆۇ", "و"),
    **dict.fromkeys("ءٴ" + TATWEEL + APOSTROPHES, ""),
}
"""What all the languages share: Arabic and neighbouring forms of a letter become the Persian one."""


class Letters(dict[int, str]):
    """A letter's number → what becomes of it, worked out when the letter is first met."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        """Begins with what a language says of its letters."""
        super().__init__({ord(letter): becomes for letter, becomes in variants.items()})

    def __missing__(self, number: int) -> str:
        """A letter as it is, a digit of any script in ASCII, nothing for a mark."""
        letter = chr(number)
        category = unicodedata.category(letter)
        becomes = "" if category in DROPPED else letter
        if category == "Nd":
            becomes = str(unicodedata.digit(letter))
        self[number] = becomes
        return becomes


def arabic_fold(variants: Mapping[str, str] = VARIANTS) -> Callable[[str], str]:
    """The fold of a language that writes so: small letters and digits, without points, joiners and spaces."""
    letters = Letters(variants)

    def fold(word: str) -> str:
        plain = unicodedata.normalize("NFKD", word).lower().translate(letters)
        return unicodedata.normalize("NFC", plain)

    return fold
