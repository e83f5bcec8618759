"""Uzbek in Latin letters and in Cyrillic."""

from __future__ import annotations

import re

from articles.translation.scripts.capitals import cased
from articles.translation.scripts.protecting import is_acronym, is_mixed
from articles.translation.scripts.uzbek_words import OF_OURS, SHORTEST_STEM, TO_CYRILLIC, TO_LATIN

TURNED, MODIFIER = "ʻ", "ʼ"
PLAIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ё": "yo", "ж": "j", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x",
    "ч": "ch", "ш": "sh", "щ": "sh", "ы": "i", "э": "e", "ю": "yu", "я": "ya", "ў": "o" + TURNED, "қ": "q",
    "ғ": "g" + TURNED, "ҳ": "h",
}  # fmt: skip
VOWELS = frozenset("аеёиоуыэюяў")
IOTATED = frozenset("еёюяо")
LETTERS = [
    ("yo" + TURNED, "йў"), ("o" + TURNED, "ў"), ("g" + TURNED, "ғ"), ("s" + MODIFIER + "h", "сҳ"), ("sh", "ш"),
    ("ch", "ч"), ("ya", "я"), ("yo", "ё"), ("yu", "ю"), ("ts", "ц"), (MODIFIER, "ъ"), ("a", "а"), ("b", "б"),
    ("d", "д"), ("f", "ф"), ("g", "г"), ("h", "ҳ"), ("i", "и"), ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"),
    ("n", "н"), ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"),
    ("x", "х"), ("y", "й"), ("z", "з"),
]  # fmt: skip
"""The longest first; e and ye depend on what stands before them."""
LATIN_VOWELS = frozenset("aeiou" + TURNED)
TURNED_ONES = re.compile(r"(?<=[oOgG])['’‘ʻʼ`ʹ]")
OTHER_MARKS = re.compile(r"['’‘`ʹʻ]")
FOREIGN = re.compile(r"w|c(?!h)", re.IGNORECASE)


def to_cyrillic(word: str) -> str:
    """The word in Cyrillic; acronyms and words that are spelled as no Uzbek word is stay."""
    core = word.rstrip("'’‘`")
    if (is_acronym(word) and word not in OF_OURS) or is_mixed(core) or FOREIGN.search(word):
        return word
    parts = TURNED_ONES.split(word)
    spelled = TURNED.join(OTHER_MARKS.sub(MODIFIER, part) for part in parts)
    tail = word[len(core) :] if spelled.endswith(MODIFIER) else ""
    spelled = spelled[: -len(tail)] if tail else spelled
    stem, rest = _known(spelled, TO_CYRILLIC)
    made = stem[:-1] if stem.endswith("ь") and rest else stem
    return _shaped(made + _letters(rest, made), spelled) + tail


def _letters(rest: str, before: str) -> str:
    """Small Cyrillic for what is left of a word, whose beginning is spelled already."""
    text, made, place = rest.lower(), before, 0
    while place < len(text):
        if text.startswith("ye", place) and not text.startswith("ye" + MODIFIER, place):
            made, place = made + "е", place + 2
        elif text[place] == "e":
            made, place = made + ("э" if not made or made[-1] in VOWELS else "е"), place + 1
        else:
            latin, cyrillic = next((pair for pair in LETTERS if text.startswith(pair[0], place)), ("", ""))
            made, place = made + (cyrillic or text[place]), place + (len(latin) or 1)
    return made[len(before) :]


def to_latin(word: str) -> str:
    """The word in Latin letters; one with letters that Uzbek lacks is of another language and stays."""
    if any("Ѐ" <= letter <= "ӿ" and letter.lower() not in PLAIN and letter.lower() not in "еъьц" for letter in word):
        return word
    stem, rest = _known(word, TO_LATIN)
    if not stem:
        stem, rest = _known_without_sign(word)
    if stem:
        made = stem + "".join(_latin(rest.lower(), place) for place in range(len(rest)))
        return _shaped(made, word)
    return "".join(cased(_latin(word.lower(), place), letter, word, place) for place, letter in enumerate(word))


def _latin(word: str, place: int) -> str:
    """The letter at this place in small Latin letters."""
    letter = word[place]
    before, after = word[place - 1] if place else "", word[place + 1] if place + 1 < len(word) else ""
    if letter == "е":
        return "ye" if not before or before in VOWELS or before in "ъь" else "e"
    if letter == "ц":
        return "ts" if before in VOWELS and before else "s"
    if letter == "ъ":
        return "" if after in "еёюя" and after else MODIFIER
    if letter == "ь":
        return "y" if after == "о" else ""
    if letter == "ҳ" and before == "с":
        return MODIFIER + "h"
    return PLAIN.get(letter, letter)


def _known(word: str, table: dict[str, str]) -> tuple[str, str]:
    """The other spelling of the stem that a word begins with, and the rest; empty and the word where there is none."""
    small = word.lower()
    for length in range(len(small), 1, -1):
        stem = small[:length]
        if stem in table and (length == len(small) or length >= SHORTEST_STEM):
            return table[stem], word[length:]
    return "", word


def _known_without_sign(word: str) -> tuple[str, str]:
    """The same for a stem that lost its final ь before a suffix: ноябрда."""
    small = word.lower()
    for length in range(len(small), SHORTEST_STEM, -1):
        stem = small[:length] + "ь"
        if stem in TO_LATIN:
            return TO_LATIN[stem], word[length:]
    return "", word


def _shaped(made: str, word: str) -> str:
    """Small letters in the shape of the word that they come from."""
    letters = [letter for letter in word if letter.isalpha() and letter not in TURNED + MODIFIER]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return made.upper()
    return made[:1].upper() + made[1:] if letters and letters[0].isupper() else made
