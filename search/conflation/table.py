"""The conflation of every language, and the stems of a word and of a text by it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from search.conflation.conflation import Conflation
from search.conflation.iranian import CONFLATIONS as IRANIAN
from search.conflation.slavic import CONFLATIONS as SLAVIC
from search.conflation.tokens import WORD
from search.conflation.turkic import CONFLATIONS as TURKIC
from search.conflation.western import CONFLATIONS as WESTERN

CONFLATIONS: dict[str, Conflation] = {**IRANIAN, **SLAVIC, **TURKIC, **WESTERN}
"""Code of the language → its rules."""

KEPT = 200_000
"""Words whose stems are remembered."""


@lru_cache(maxsize=KEPT)
def stems(code: str, word: str) -> tuple[str, ...]:
    """The stems of a word as written, the likeliest first; none for a word of nothing but marks."""
    rules = CONFLATIONS[code]
    folded = rules.fold(word)
    if folded.isdecimal():
        return (folded,)
    return rules.stem(folded) if folded else ()


def stems_of_text(code: str, text: str) -> str:
    """The stems of all words, in order, with spaces between: what an index keeps beside the text."""
    return stems_of_words(code, WORD.findall(text))


def stems_of_words(code: str, words: Iterable[str]) -> str:
    """The same of words that were found before."""
    return " ".join(filter(None, map(_written[code].__getitem__, words)))


class _Written(dict[str, str]):
    """All stems of each word of a language, with spaces between, as long as there is room."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __missing__(self, word: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        self[word] = written = " ".join(stems(self._code, word))
        return written


_written = {code: _Written(code) for code in CONFLATIONS}
