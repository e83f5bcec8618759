"""Stems of Tajik words: infinitives of verbs, and nouns and adjectives without their endings.

No dictionary of Tajik is at hand, so a noun is cut by rule: plural, object marker, ezafe and possessors of several
letters go always; what may as well belong to the word (-ат, -ам, -он, -у) goes in further stems, and the word is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from search.conflation.iranian import tajik_words
from search.conflation.iranian.tajik_verbs import VOWELS, Lemmas, Verbs, fold_words

LONGEST = 60
"""Letters of the longest word that has endings."""
SHORTEST = 2
"""Letters of the shortest word: what is left of a word has more, or the ending is no ending."""
PLURAL = "хо"
PERSONS = ("амон", "атон", "ашон", "ам", "ат", "аш")
AFTER_PLURAL = frozenset(
    ("", "и", "е", "у", "ю", "янд", "ст", *("я" + person[1:] for person in PERSONS), *(person for person in PERSONS))
)
"""What may follow the plural ҳо, before ро."""
UNSURE = ("ам", "ат", "аш", "у", "ю", "анд")
"""Last endings that may be a part of the word."""
UNSURE_PLURALS = (
    ("ёён", "ё"),
    ("оён", "о"),
    ("уён", "у"),
    ("увон", "у"),
    ("он", ""),
    ("от", ""),
    ("чот", ""),
    ("ин", ""),
)
"""Plurals that may be a part of the word, and the letters that the singular keeps of them."""


class Words:
    """What is known of Tajik words."""

    def __init__(self) -> None:
        """Folds the tables."""
        self.verbs = Verbs()
        self.tables: dict[str, str] = {word: word for word in fold_words(tajik_words.ALONE)}
        for line in tajik_words.FORMS.strip().splitlines():
            first, *forms = fold_words(line)
            self.tables.update(dict.fromkeys((first, *forms), first))
        for word in [word for word in self.tables if word.endswith("ӣ")]:  # сиёси, for want of ӣ on the keyboard
            self.tables.setdefault(word[:-1] + "и", word)


@cache
def words() -> Words:
    """The one table of words, made when it is first asked for."""
    return Words()


def stem(word: str) -> Lemmas:
    """The stems of a folded word."""
    if len(word) > LONGEST or not word.isalpha():
        return (word,)
    table = words()
    if own := table.tables.get(word):
        return (own,)
    verbs = table.verbs.lemmas(word)
    if verbs and (word.startswith(("ме", "наме")) or word in table.verbs.finite):
        return verbs
    return tuple(dict.fromkeys((*verbs, *_nouns(table, word))))


def _nouns(table: Words, word: str) -> Lemmas:
    """What a word is as a noun, an adjective, or a form of a verb that is declined as one."""
    base = word
    for step in (_object_off, _marker_off, _plural_off, _degree_off):
        base = step(base) if base not in table.tables else base
    found = [table.tables.get(base, base), *table.verbs.nominal.get(base, ())]
    if base not in table.tables:
        found += [table.tables.get(shorter, shorter) for shorter in _unsure_off(table, base)]
    return tuple(found)


def _object_off(word: str) -> str:
    """Without the marker of the object; no ezafe stands before it, so that и there is ӣ."""
    bare = word.removesuffix("ро")
    return _long_i(bare) if bare != word and len(bare) > 1 else word


def _marker_off(word: str) -> str:
    """Without the plural ҳо, and the possessors, ezafe and "some" that are sure."""
    place = word.rfind(PLURAL)
    if place > 1 and word[place + len(PLURAL) :] in AFTER_PLURAL:
        return _long_i(word[:place])
    for person in PERSONS:
        base = word.removesuffix(person)
        if base != word and len(base) > SHORTEST:
            if base[-1] in "аи":
                return _long_i(base)
            return base if len(person) > len("ам") and base[-1] not in VOWELS else word
        base = word.removesuffix("я" + person[1:])
        if base != word and len(base) > SHORTEST and base[-1] in VOWELS:
            return base
    if word.endswith(("и", "е")) and len(word) > SHORTEST + 1:
        return _long_i(word[:-1])
    return word


def _long_i(base: str) -> str:
    """Ӣ is written и before an ending."""
    return base[:-1] + "ӣ" if base.endswith("и") else base


def _plural_off(word: str) -> str:
    """Without the plurals гон and иён, which leave no doubt."""
    if word.endswith("гон") and len(word) > 2 * SHORTEST + 1:
        return word[:-3]
    return word[:-3] + "ӣ" if word.endswith("иён") and len(word) > 2 * SHORTEST + 1 else word


def _degree_off(word: str) -> str:
    """Without the endings of the comparative and the superlative."""
    base = word.removesuffix("ин").removesuffix("тар") if word.endswith(("тарин", "тар")) else word
    return base if len(base) > SHORTEST else word


def _unsure_off(table: Words, word: str) -> Iterator[str]:
    """The word without one of the endings that may be its own, then without a plural that may be."""
    for ending in UNSURE:
        base = word.removesuffix(ending)
        if base != word and len(base) > SHORTEST:
            yield base
            if base in table.tables:
                return
            word = _plural_off(base)
            if word != base:
                yield word
            break
    for ending, kept in UNSURE_PLURALS:
        base = word.removesuffix(ending) + kept
        if word.endswith(ending) and len(base) > SHORTEST:
            yield base
            return
