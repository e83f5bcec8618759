"""Stems of Urdu words: infinitives of verbs, nouns and adjectives without gender, number and case.

A noun loses its plural and oblique (یں, یاں, وں); of masculine nouns the last vowel is made ا (لڑکا, لڑکے). The ye of
feminine nouns stays, for لڑکی "girl" is not لڑکا "boy", but not that of adjectives and of verbs whose root is known.
All words here are folded.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from search.conflation.iranian import urdu_words
from search.conflation.iranian.urdu_letters import fold

Lemmas = tuple[str, ...]

LONGEST = 60
"""Letters of the longest word that has endings."""
SHORTEST = 2
"""Letters of the shortest word: what is left of a word has more, or the ending is no ending."""
INFINITIVE = fold("نا")
SURE = (
    *("نا", "نے", "نی", "نیں", "تا", "تے", "تی", "تیں", "کر", "کرکے"),
    *("نیوالا", "نیوالے", "نیوالی", "نیوالوں", "ونگا", "ونگی", "ینگے", "ینگی", "یگا", "یگی", "یگے", "وگے", "وگی"),
)
"""Endings of verbs that nouns seldom have; the future is written in one word."""
SHARED = ("", "ا", "ے", "ی", "یں", "وں", "و", "یے", "یو", "ه", "نگے", "نگی")
"""Endings of verbs that nouns have too."""
AFTER_VOWEL = (
    *("ییگا", "ییگی", "یینگے", "یینگی", "یگا", "یگی", "ینگے", "ینگی"),
    *("ییں", "ییے", "ییو", "یا", "یے", "یی", "وں", "و"),
)
"""Endings that stand after a root's vowel, with the hamza folded away."""
AUXILIARIES = tuple(
    map(
        fold,
        "ہے ہیں ہوں ہو تھا تھے تھی تھیں رہاہے رہےہیں رہیہے رہاتھا رہےتھے رہیتھی رہاہوں رہیہوں چکاہے چکےہیں".split(),
    )
)
VOWELS = "اوی"
CASES = (
    ("ییاں", ("یی",)),
    ("یاں", ("ی", "یا")),
    ("یوں", ("ی", "یا")),
    ("یو", ("ی", "یا")),
    ("اییں", ("ا",)),
    ("اوں", ("ا",)),
    ("وییں", ("و",)),
    ("ووں", ("و",)),
    ("ویں", ("و",)),
    ("وں", ("", "ا")),
    ("یں", ("",)),
)
"""Endings of plural and oblique, and what the singular may have instead."""
UNSURE = (("ات", ""), ("ات", "ه"), ("جات", "ه"), ("ین", ""), ("گان", "ه"), ("ان", ""))
"""Plurals that may be a part of the word."""


class Words:
    """The forms of the tables, folded."""

    def __init__(self) -> None:
        """Folds the tables."""
        self.roots = frozenset(map(fold, urdu_words.ROOTS.split()))
        self.verbs: dict[str, Lemmas] = {}
        self.tables: dict[str, str] = {}
        for line in urdu_words.IRREGULAR.strip().splitlines():
            infinitive, *forms = map(fold, line.split())
            for form in (infinitive, *forms):
                if infinitive not in self.verbs.get(form, ()):
                    self.verbs[form] = (*self.verbs.get(form, ()), infinitive)
        for word in map(fold, urdu_words.ALONE.split()):
            self.tables[word] = _bare(word)
        for adjective in map(fold, urdu_words.ADJECTIVES.split()):
            for ending in ("ا", "ه", "ے", "ی", "وں", "یں", "اں"):
                self.tables[_bare(adjective)[:-1] + ending] = _bare(adjective)
        for pair in urdu_words.BROKEN.split():
            written, singular = map(fold, pair.split("/"))
            self.tables[written] = self.tables[singular] = _bare(singular)


@cache
def words() -> Words:
    """The one table of words, made when it is first asked for."""
    return Words()


def stem(word: str) -> Lemmas:
    """The stems of a folded word."""
    if len(word) > LONGEST or not word.isalpha():
        return (word,)
    table = words()
    for auxiliary in AUXILIARIES:  # کرتا ہے, taken for one word
        if word.endswith(auxiliary) and word[: -len(auxiliary)].endswith(("تا", "تے", "تی")):
            word = word[: -len(auxiliary)]
    own = table.tables.get(word)
    causative = _after_vowel(word)
    if not own and causative in table.roots and not word.endswith("یی"):
        return (causative + INFINITIVE,)
    nouns = (own,) if own else tuple(_nouns(table, word))
    return tuple(dict.fromkeys((*_verbs(table, word), *nouns)))


def _after_vowel(word: str) -> str:
    """The root that ends with a vowel, if the word has an ending that stands after one."""
    for ending in AFTER_VOWEL:
        root = word.removesuffix(ending)
        if root != word and root[-1:] in VOWELS:
            return root
    return ""


def _verbs(table: Words, word: str) -> Iterator[str]:
    """The infinitives that a word may be a form of; by a sure ending, an unknown root's as well, and the root."""
    yield from table.verbs.get(word, ())
    unknown: list[str] = []
    for ending in (*SURE, *SHARED):
        root = word.removesuffix(ending)
        if root == word and ending:
            continue
        if root in table.roots:
            if ending or root[:-1] not in table.roots or root[-1] != "ا":  # گرا is the past of گرنا, not گرانا
                yield root + INFINITIVE
        elif ending in SURE and ending not in ("نی", "نیں") and len(root) > 1:
            unknown.append(root)
    if word.endswith("کے") and word[:-2] in table.roots and word[:-1] not in table.roots:
        yield word[:-2] + INFINITIVE
    if word not in table.tables:
        yield from _unknown_verb(word, min(unknown, key=len, default=""))


def _unknown_verb(word: str, root: str) -> Iterator[str]:
    """The infinitive of a root that only its ending tells, and what forms of it come to that look like nouns."""
    causative = _after_vowel(word)
    if causative.endswith("ا") and len(causative) > SHORTEST:
        yield causative + INFINITIVE
    elif root:
        yield root + INFINITIVE
        if root[-1] not in VOWELS:
            yield from (root + "ا", root)
    elif len(word) > SHORTEST + 1 and word.endswith(("یے", "نی")):
        yield from (word[:-2] + "ا", word[:-2])


def _nouns(table: Words, word: str) -> Iterator[str]:
    """A noun in the singular, masculine ones in ا; then without a plural that may be its own end."""
    for ending, singulars in CASES:
        base = word.removesuffix(ending)
        if base != word and len(base) > 1 - len(singulars[0]):
            yield from (table.tables.get(base + kept) or _bare(base + kept) for kept in singulars)
            break
    else:
        yield _bare(word)
        if word.endswith("و") and len(word) > SHORTEST:  # the vocative: لوگو
            yield from (word[:-1], word[:-1] + "ا")
    for ending, kept in UNSURE:
        base = word.removesuffix(ending)
        if base != word and len(base) > SHORTEST:
            yield table.tables.get(base + kept) or _bare(base + kept)
            return


def _bare(word: str) -> str:
    """The direct singular: masculine nouns have ے in the oblique, and ه beside ا."""
    return word[:-1] + "ا" if len(word) > SHORTEST and word[-1] in "هے" else word
