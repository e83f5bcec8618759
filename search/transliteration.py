"""Words of any script in Latin letters, for the ear alone: nobody reads the result.

anyascii does most; the tables name what it leaves unclear. A capital in the result is a letter apart: `G` may be
g or h (Cyrillic г), `W` v or a vowel (waw), `P` p or f (the Georgian phar), `A` is an alef, and `H` an h that makes no
pair with the letter before it.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

APART = "AGHPW"
"""Letters of the result that are no small ones."""

_LETTERS = str.maketrans(
    {
        # Cyrillic
        "г": "G", "ґ": "g", "ғ": "g", "җ": "dzh", "ҷ": "dzh", "џ": "dzh", "ж": "zh", "ћ": "ch", "ђ": "dzh", "ѓ": "g",
        "ќ": "k", "ў": "v", "ң": "n", "ҳ": "H", "һ": "H", "ӏ": "", "ь": "", "ъ": "", "ц": "ts", "љ": "l", "њ": "n",
        # Georgian and Armenian
        "ჯ": "dzh", "ფ": "P", "ჰ": "H", "ջ": "dzh",
        # Arabic script: long vowels are letters, short ones are not written
        "ا": "A", "آ": "a", "أ": "a", "إ": "i", "ع": "a", "ء": "", "ئ": "i", "ؤ": "u", "و": "W", "ی": "i", "ي": "i",
        "ى": "a", "ې": "e", "ۍ": "i", "ے": "e", "ج": "dzh", "ث": "s", "ذ": "z", "ظ": "z", "ض": "z", "خ": "kh",
        "ح": "H", "ه": "H", "ہ": "H", "ھ": "", "ة": "", "ۀ": "", "غ": "g", "ں": "n", "څ": "ts", "ځ": "dz",
        # Latin letters with marks that tell more than the bare letter
        "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ž": "zh", "đ": "dzh", "ț": "ts", "ţ": "ts",
        "ğ": "g", "ñ": "n", "ə": "a", "ı": "i", "ż": "zh", "ź": "z", "ś": "s", "ł": "l", "ý": "i",
    }
)  # fmt: skip
_PAIRS = (("եւ", "ev"), ("ու", "u"), ("ոյ", "uy"), ("իւ", "yu"), ("нъ", "n"), ("хь", "h"), ("гӏ", "g"), ("кӏ", "k"))
"""Two letters for one sound."""
_SILENT_HEH = re.compile(r"(?<=\w)[هہ](?=\W|$)")
_NO_LETTER = re.compile(r"[^A-Za-z]")


def latin(word: str) -> str:
    """A word in small Latin letters, and those of `APART`; empty for a word without letters."""
    spelled = unicodedata.normalize("NFKC", word).lower()
    spelled = _SILENT_HEH.sub("", spelled)
    for pair, letter in _PAIRS:
        spelled = spelled.replace(pair, letter)
    spelled = unicodedata.normalize("NFC", spelled).translate(_LETTERS)
    letters = (letter for letter in spelled if letter.isalpha())
    return _NO_LETTER.sub("", "".join(letter if letter in APART else anyascii(letter).lower() for letter in letters))
