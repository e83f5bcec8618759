"""Stems by a dictionary and by rules together: rules alone would miss людей of человек, a dictionary alone every new name."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from search.conflation.lemmas import lemma
from search.conflation.slavic.stemmer import LONGEST

Stems = Callable[[str], tuple[str, ...]]
KEPT = 20_000
"""Lemmas whose stems are remembered, in each language."""


def by_rules(stems: Stems) -> Stems:
    """The stems of a folded word by rules; digits, foreign words and the shortest words are their own stems."""

    def stem(word: str) -> tuple[str, ...]:
        return (word,) if len(word) < 3 or word.isdigit() else stems(word)

    return stem


def informed(dictionary: str, stems: Stems, fold: Callable[[str], str]) -> Stems:
    """The stems of a folded word's lemma, and those of the word itself, by which it meets words that no dictionary knows."""
    stems = by_rules(stems)
    of_lemma = lru_cache(maxsize=KEPT)(lambda word: stems(fold(word)))

    def stem(word: str) -> tuple[str, ...]:
        if len(word) > LONGEST or word.isdigit() or (found := lemma(dictionary, word)) is None:
            return stems(word)
        return tuple(dict.fromkeys((*of_lemma(found), *stems(word))))

    return stem
