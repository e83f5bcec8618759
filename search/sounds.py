"""Keys under which a name is found whatever script it is typed in."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

from search.conflation.tokens import tokens


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The Latin key of a word as written; empty for a word of nothing but marks."""
    return anyascii(word).lower()


def sounds_of_text(text: str) -> str:
    """The keys of all words, in order, with spaces between."""
    return " ".join(filter(None, (sound(token.text) for token in tokens(text))))
