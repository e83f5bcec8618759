"""Stems of Pashto words: infinitives of verbs, nouns and adjectives without gender, number and case.

A noun loses its plural (ونه, ان, ګان, یان, وې), then the last vowel, which tells gender and case (ښځه, ښځې, ښځو). All
words here are folded.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from search.conflation.iranian import pashto_stems
from search.conflation.iranian.pashto_letters import fold

Lemmas = tuple[str, ...]

LONGEST = 60
"""Letters of the longest word that has endings."""
SHORTEST = 2
"""Letters of the shortest word, which has none."""
PRESENT = ("م", "ې", "ی", "و", "ه", "ونکی", "ونکې", "ونکو", "ونکیو")
PAST = ("", "م", "ې", "ی", "و", "ه", "ل", "لم", "لې", "لی", "لو", "له", "لیو", "لای", "ای", "ونکی", "ونکو")
"""Personal endings, the participle and its cases, the doer."""
PLURALS = (
    ("گانو", "", 2),
    ("گانې", "", 2),
    ("گان", "", 2),
    ("یانو", "ی", 2),
    ("یانې", "ی", 2),
    ("یان", "ی", 2),
    ("اوو", "ا", 2),
    ("اوې", "ا", 2),
    ("یو", "ی", 2),
    ("یه", "ی", 2),
    ("ونو", "", 2),
    ("ونه", "", 2),
)
"""Endings of the plural and of case, what the singular keeps of them, and how many letters they leave."""
UNSURE = ("انو", "انه", "انې", "ان", "اتو", "ات", "ینو", "ین")
"""Plurals that may be a part of the word: of living beings, and of Arabic words."""
TRANSITIVE = ("وونکی", "وونکو", "اوه", "وای", "وم", "وی", "وې", "وه", "وو")
"""Endings that verbs in ول have in the present and the past, and nouns seldom."""


class Words:
    """The forms of the tables, folded."""

    def __init__(self) -> None:
        """Makes the forms of all verbs."""
        self.verbs: dict[str, Lemmas] = {}
        self.tables: dict[str, Lemmas] = {}
        for line in pashto_stems.STRONG.split():
            (infinitive,), present, past = ([fold(stem) for stem in part.split(",")] for part in line.split("/"))
            self._add(infinitive, present, [*past, infinitive.removesuffix("ل")])
        for infinitive in map(fold, pashto_stems.REGULAR.split()):
            self._add(infinitive, [infinitive[:-1]], [infinitive[:-1]])
            if infinitive.endswith("ول"):
                self._put(self.verbs, infinitive[:-2] + "اوه", infinitive)
        for infinitive in map(fold, pashto_stems.INTRANSITIVE.split()):
            self._add(infinitive, [infinitive[:-2] + "ږ"], [infinitive[:-1]])
        for line in (pashto_stems.NOUNS + pashto_stems.ABLAUT).strip().splitlines():
            forms = [fold(form) for form in line.split()]
            for form in forms:
                self._put(self.tables, form, _ended(forms[0])[0])
        for word in map(fold, pashto_stems.ALONE.split()):
            self.tables[word] = _ended(word)

    def _add(self, infinitive: str, presents: Iterable[str], pasts: Iterable[str]) -> None:
        for stems, endings in ((presents, PRESENT), (pasts, PAST)):
            for stem in stems:
                for ending in endings:
                    self._put(self.verbs, stem + ending, infinitive)
        self._put(self.verbs, infinitive, infinitive)

    @staticmethod
    def _put(forms: dict[str, Lemmas], form: str, lemma: str) -> None:
        if lemma not in forms.get(form, ()):
            forms[form] = (*forms.get(form, ()), lemma)


@cache
def words() -> Words:
    """The one table of words, made when it is first asked for."""
    return Words()


def stem(word: str) -> Lemmas:
    """The stems of a folded word."""
    if len(word) > LONGEST or not word.isalpha():
        return (word,)
    table = words()
    own = table.tables.get(word, ())
    return tuple(dict.fromkeys((*own, *_verbs(table, word), *(() if own else _nouns(table, word)))))


def _verbs(table: Words, word: str) -> Lemmas:
    """The infinitives that a word may be a form of: of the tables, or by what only verbs have."""
    found = table.verbs.get(word, ())
    for prefix in ("و", "ن", "نه", "مه", "ونه"):  # perfective, and negations written to the verb
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            found += table.verbs.get(word[len(prefix) :], ())
    if found or len(word) <= SHORTEST + 1:
        return found
    for mark in ("یږ", "ید", "ول"):
        root, marked, ending = word.rpartition(mark)
        if marked and len(root) > 1 and ending in (PRESENT if mark == "یږ" else PAST):
            return _both(word, root + ("ول" if mark == "ول" else "یدل"))
    for ending in TRANSITIVE:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _both(word, word.removesuffix(ending) + "ول")
    return ()


def _both(word: str, infinitive: str) -> Lemmas:
    """The infinitive, and what it is if و at its beginning is the perfective prefix."""
    return (infinitive, infinitive[1:]) if word.startswith("و") and len(infinitive) > SHORTEST + 2 else (infinitive,)


def _nouns(table: Words, word: str) -> Lemmas:
    """The word without plural, gender and case; then, if its end may be another plural, without that."""
    found = table.tables.get(word) or _singular(word)
    for ending in UNSURE:
        base = word.removesuffix(ending)
        if base != word and len(base) > 1:
            return (*found, *(table.tables.get(base) or _ended(base)))
    return found


def _singular(word: str) -> Lemmas:
    for ending, kept, least in PLURALS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= least:
            return (base, word[:-1]) if ending.startswith("ون") else _ended(base + kept)
    return _ended(word)


def _ended(word: str) -> Lemmas:
    """Without the vowel of gender and case.

    Ye belongs to the word (دوستي "friendship" is not دوست "friend"), and ې and و stand for it as for any other end.
    """
    if len(word) <= SHORTEST or word[-1] not in "هېو":
        return (word,)
    return (word[:-1],) if word.endswith("ه") else (word[:-1], word[:-1] + "ی")
