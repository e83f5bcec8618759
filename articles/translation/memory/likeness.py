"""How alike two texts are, and hashes under which texts that are alike are found without comparing them all."""

from __future__ import annotations

import hashlib
import random
import unicodedata
from difflib import SequenceMatcher

from articles.translation.markup import words_of_markup

SHINGLE = 4
"""Characters that are hashed together."""
BANDS, ROWS = 16, 3
"""Two texts that share half of their shingles share a band in 88 of 100 cases, with a twentieth in 0.2 of 100."""
PRIME = (1 << 61) - 1
SHORT = 120
"""Characters up to which texts are compared letter by letter; longer ones word by word."""
_SEEDS = random.Random(20261125)  # noqa: S311 the same in every process, for ever: hashes are stored
_TURNS = [(_SEEDS.randrange(1, PRIME), _SEEDS.randrange(PRIME)) for _ in range(BANDS * ROWS)]


def plain_words(text: str, *, is_rich: bool) -> str:
    """The words of a text as the memory compares them: without markup, case and forms of characters."""
    words = words_of_markup(text) if is_rich else text
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def digest(words: str) -> str:
    """The same for the same words."""
    return hashlib.sha256(words.encode()).hexdigest()


def bands(words: str) -> list[int]:
    """Numbers of 63 bits, some of which texts that are alike have in common (MinHash in bands)."""
    hashes = [_hash(shingle) for shingle in _shingles(words)]
    least = [min((factor * value + term) % PRIME for value in hashes) for factor, term in _TURNS]
    return [_hash(f"{band}:{least[band * ROWS : (band + 1) * ROWS]}") >> 1 for band in range(BANDS)]


def likeness(words: str, other: str) -> int:
    """From 0 to 100: how much of both texts stands in both, in the same order."""
    if words == other:
        return 100
    short = max(len(words), len(other)) <= SHORT
    left, right = (words, other) if short else (words.split(), other.split())
    # Word by word, words that come again and again begin no match: a text of nothing else would take its cube.
    matcher = SequenceMatcher(None, left, right, autojunk=not short)
    if short:
        ratio = matcher.ratio()
    else:
        same = sum(
            len(" ".join(left[block.a : block.a + block.size])) for block in matcher.get_matching_blocks() if block.size
        )
        ratio = 2 * same / (len(words) + len(other))
    return min(99, int(ratio * 100))


def _shingles(words: str) -> set[str]:
    padded = f" {words} "
    return {padded[place : place + SHINGLE] for place in range(max(1, len(padded) - SHINGLE + 1))}


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
