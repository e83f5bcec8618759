"""A text in the other script of its language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from articles.translation.scripts import serbian, uzbek
from articles.translation.scripts.protecting import Convert, in_words, is_shouted, pieces

PAIRS: dict[tuple[str, str], Convert] = {
    ("sr", "sr-latn"): serbian.to_latin,
    ("sr-latn", "sr"): serbian.to_cyrillic,
    ("uz-cyrl", "uz"): uzbek.to_latin,
    ("uz", "uz-cyrl"): uzbek.to_cyrillic,
}
OTHER = dict(PAIRS.keys())
CYRILLIC = frozenset({"sr", "uz-cyrl"})


class NoSuchPair(ValueError):
    """The two are not one language in two scripts."""


def is_pair(source: str, target: str) -> bool:
    """Whether the two are one language in two scripts."""
    return (source, target) in PAIRS


def convert(
    text: str, source: str, target: str, *, is_html: bool = False, names: Mapping[str, str] | None = None
) -> str:
    """The text in the other script; markup, addresses, acronyms and foreign words stay. Raises NoSuchPair.

    `names` are those whose spelling in the other script is known and does not follow from the letters.
    """
    if not is_pair(source, target):
        raise NoSuchPair(f"{source} → {target}")
    word = PAIRS[source, target]
    return "".join(
        _with_names(piece, word, names or {}) if converts else piece
        for piece, converts in pieces(text, is_html=is_html)
    )


def settled(text: str, code: str, *, is_html: bool) -> str:
    """A text of a language with two scripts in the script of this code, whichever it came in."""
    if code not in OTHER:
        return text
    letters = "".join(piece for piece, converts in pieces(text, is_html=is_html) if converts)
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in letters)
    latin = sum(letter.isalpha() and letter < "ɏ" for letter in letters)
    is_cyrillic = cyrillic > latin
    if is_cyrillic == (code in CYRILLIC):
        return text
    return convert(text, OTHER[code], code, is_html=is_html)


def _with_names(text: str, word: Convert, names: Mapping[str, str]) -> str:
    if not names:
        return _in_words(text, word)
    wanted = re.compile(
        r"(?<!\w)(" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")(?!\w)"
    )
    return "".join(
        names[piece] if number % 2 else _in_words(piece, word) for number, piece in enumerate(wanted.split(text))
    )


def _in_words(text: str, word: Convert) -> str:
    """Among capitals alone, a word of capitals is no acronym."""
    if not is_shouted(text):
        return in_words(text, word)
    return in_words(text, lambda found: word(found.capitalize()).upper())
