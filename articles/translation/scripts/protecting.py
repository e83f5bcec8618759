"""What a conversion leaves as it is: markup, addresses, acronyms, numerals and words of other languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

MARKUP = re.compile(r"(<[^>]*>|&#?\w+;)")
ADDRESS = re.compile(
    r"((?:https?://|www\.)[^\s<>]*|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+|(?<![\w-])(?<!\w\.)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|edu|gov|rs|uz|ru|me|io|tv)\b)"
)
WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`ʹ][^\W\d_]+)*['’‘ʻʼ`]?")
ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
LONGEST_ACRONYM = 6

Convert = Callable[[str], str]


def pieces(text: str, *, is_html: bool) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it may be converted."""
    for place, outer in enumerate(MARKUP.split(text) if is_html else [text]):
        if place % 2:
            yield outer, False
            continue
        yield from ((inner, not number % 2) for number, inner in enumerate(ADDRESS.split(outer)))


def in_words(text: str, convert: Convert) -> str:
    """The text with each of its words converted."""
    return WORD.sub(lambda found: convert(found.group()), text)


def is_acronym(word: str) -> bool:
    """Whether it is a short word of capitals without accents, such as AFP, or a Roman numeral."""
    is_short = 1 < len(word) <= LONGEST_ACRONYM
    return word.isascii() and word.isupper() and (is_short or bool(ROMAN.fullmatch(word)))


def is_mixed(word: str) -> bool:
    """Whether capitals stand inside it, as in YouTube."""
    return not word.isupper() and any(letter.isupper() for letter in word[1:])


def is_shouted(text: str) -> bool:
    """Whether all of a text of several words is in capitals, so that capitals tell nothing."""
    return text.isupper() and len(WORD.findall(text)) > 1
