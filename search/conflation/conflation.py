"""What a language says of its words: how their spellings are made equal, and under which stems they are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflation:
    """The rules of one language, as functions on one word."""

    fold: Callable[[str], str]
    """A word as written → its one spelling: small letters by the rules of the language, and variants of letters,
    apostrophes, joiners and accents made equal, two scripts made one. Folding twice changes nothing. Empty for a word
    of nothing but marks."""
    stem: Callable[[str], tuple[str, ...]]
    """A folded word → its stems, at least one, the likeliest first. Two forms of one word share a stem, forms of two
    words share none. A word of digits is its own stem."""
