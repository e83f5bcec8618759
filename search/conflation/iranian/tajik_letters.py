"""One spelling of Tajik words: Cyrillic letters without the strokes that a phone's keyboard may lack."""

from __future__ import annotations

import unicodedata

from search.conflation.iranian.arabic_letters import APOSTROPHES, Letters

LETTERS = Letters(
    {
        **dict(zip("қғҳҷӯҡӷһӽўӱѓќѐѝѣі", "кгхчукгххуугкеиеи", strict=True)),
        **dict(zip("aeopcyxi", "аеорсухи", strict=True)),
        **dict.fromkeys(APOSTROPHES, "ъ"),
    }
)
"""Within a word that has Cyrillic letters."""
PLAIN = Letters(dict.fromkeys(APOSTROPHES, ""))
"""Within any other word."""
ACCENTS = dict.fromkeys(map(ord, "\u0300\u0301"))
"""Marks of stress."""
CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяқғҳҷӯӣў")


def fold(word: str) -> str:
    """The one spelling of a word.

    Қ ғ ҳ ҷ ӯ are к г х ч у, as many type them; ӣ stays, for it tells сиёсӣ "political" from the ezafe. Latin letters
    that look Cyrillic are taken as such beside Cyrillic ones; an apostrophe within a word is the hard sign.
    """
    plain = unicodedata.normalize("NFKD", word).lower()
    if CYRILLIC.isdisjoint(plain):
        return unicodedata.normalize("NFC", plain.translate(PLAIN))
    letters = unicodedata.normalize("NFC", plain.translate(ACCENTS)).strip(APOSTROPHES).translate(LETTERS)
    return unicodedata.normalize("NFC", letters)
