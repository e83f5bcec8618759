"""Keys under which a name is found whatever script it is typed in.

A key is the skeleton of a name: its consonants in few classes, because languages write one name as Tillerson,
Тиллерсон, Tilerson, تیلرسون. Where a letter stands for sounds of two classes (Latin j and c, Cyrillic г, the waw of
Arabic script) a word has several keys, and two words sound alike that share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from search.conflation.table import stems
from search.conflation.tokens import tokens
from search.transliteration import latin

MOST_KEYS = 6
"""Keys that one word may have."""
SHORTEST = 2
"""Letters of a key, at least; what is shorter is told apart from nothing."""
LONGEST_WORD = 60
"""Letters of a word that are listened to."""
FEW = 2
"""Names of so few consonants keep the vowels between them, or they would sound like too many words."""

_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"^u(?=[aeio])|^W", "v"),  # Uashington, واشنگتن
        (r"^As(?=[^aeiouW])", "Es"),  # استولتنبرگ, which may or may not begin with a vowel
        (r"ohn", "on"),  # Johnson
        (r"kh", "H"),
        (r"gh", "g"),
        (r"shch|tsch|sch|szcz|tch|dzh|dsh|sh|zh|ch|ts|tz|cz|sz|zs|cs|dz|dj|gj|xh", "s"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"ck|c(?=[lrkt])|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"h$", ""),
    )
)
"""Groups of letters → the class of their sound, in order."""
_READINGS: dict[str, tuple[str, ...]] = {
    "j": ("i", "s"),  # Jozwiak and Johnson
    "c": ("k", "s"),  # Cameron, and Vucic typed without its marks
    "x": ("ks", "h"),  # Max, and the x of Azerbaijani and Uzbek
    "G": ("k", "h"),  # Гаага and Горлівка
    "P": ("p", "v"),  # the Georgian phar
    "W": ("v", "u"),
    "E": ("a", ""),
}
"""A letter → what it may stand for."""
_CLASSES = str.maketrans({"z": "s", "g": "k", "w": "v", "f": "v", "y": "i", "H": "h", "A": "a", "e": "i", "o": "a"})
_DOUBLED = re.compile(r"([^aiu])\1+")
_VOWELS = re.compile(r"[aiu]+")


@lru_cache(maxsize=100_000)
def keys(word: str) -> tuple[str, ...]:
    """The keys of a word as written, the likeliest first; none for digits, marks and what is too short."""
    spelled = latin(word[:LONGEST_WORD])
    for pattern, letters in _SPELLINGS:
        spelled = pattern.sub(letters, spelled)
    readings = product(*(_READINGS.get(letter, (letter,)) for letter in spelled))
    found = (_skeleton("".join(reading)) for reading in islice(readings, MOST_KEYS))
    return tuple(dict.fromkeys(key for key in found if len(key) >= SHORTEST))


def sound(word: str) -> str:
    """The keys of a word with spaces between; empty for what has none."""
    return " ".join(keys(word))


def sounds_of_text(text: str, code: str = "") -> str:
    """The keys of all words, each once, with spaces between; of their stems too where the language is told."""
    return " ".join(dict.fromkeys(_keys_of_words((token.text for token in tokens(text)), code)))


def _keys_of_words(words: Iterable[str], code: str) -> Iterator[str]:
    for word in words:
        yield from keys(word)
        for stem in stems(code, word) if code else ():
            yield from keys(stem)


def _skeleton(spelled: str) -> str:
    """The consonants of a reading, by class, with `a` for any vowel that it begins with."""
    letters = _DOUBLED.sub(r"\1", spelled.translate(_CLASSES))
    start = _VOWELS.match(letters)
    first, rest = ("a", letters[start.end() :]) if start else ("", letters)
    consonants = _VOWELS.sub("", rest)
    if len(consonants) > FEW:
        return first + consonants
    return first + _VOWELS.sub(lambda run: run.group()[0], rest).rstrip("aiu")
