"""The conflation of every language, and the stems of a word and of a text by it."""

from __future__ import annotations

from functools import lru_cache

from search.conflation.conflation import Conflation
from search.conflation.iranian import CONFLATIONS as IRANIAN
from search.conflation.slavic import CONFLATIONS as SLAVIC
from search.conflation.tokens import tokens
from search.conflation.turkic import CONFLATIONS as TURKIC
from search.conflation.western import CONFLATIONS as WESTERN

CONFLATIONS: dict[str, Conflation] = {**IRANIAN, **SLAVIC, **TURKIC, **WESTERN}
"""Code of the language → its rules."""

KEPT = 200_000
"""Words whose stems are remembered, of all languages together."""


@lru_cache(maxsize=KEPT)
def stems(code: str, word: str) -> tuple[str, ...]:
    """The stems of a word as written, the likeliest first; none for a word of nothing but marks."""
    rules = CONFLATIONS[code]
    folded = rules.fold(word)
    return rules.stem(folded) if folded else ()


def stems_of_text(code: str, text: str) -> str:
    """The stems of all words, in order, with spaces between: what an index keeps beside the text."""
    return " ".join(stem for token in tokens(text) for stem in stems(code, token.text))
