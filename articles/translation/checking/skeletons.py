"""What is left of a name when scripts and vowels are taken away: enough to say that it may stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

ALIKE = [
    (r"tch|tsch|ch|cz|sh|sch|zh|j|dj|dzh|ts|tz|c(?=[eiy])|x(?=h)", "s"), (r"kh|gh|q|x|c|k|g", "k"),
    (r"ph|f|v|w|b|p", "p"), (r"th|d|t", "t"), (r"z|s", "s"), (r"[aeiouyh'`’]", ""), (r"(.)\1+", r"\1"),
]  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 2
"""Consonants of a name below which it tells nothing."""
COMPARED = 4


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a word, those that languages exchange for each other written alike."""
    text = anyascii(word).lower()
    for pattern, replacement in ALIKE:
        text = re.sub(pattern, replacement, text)
    return re.sub("[^a-z]", "", text)


def may_stand(name: str, text: str) -> bool:
    """Whether a text may have this word in some spelling and with some ending; what is too short may stand anywhere."""
    wanted = skeleton(name)[:COMPARED]
    if len(wanted) < SHORTEST:
        return True
    return wanted in _beginnings(text)


@lru_cache(maxsize=64)
def _beginnings(text: str) -> frozenset[str]:
    """How the skeletons of a text's words begin, kept because a long text is asked for each name of another."""
    words = WORD.findall(text)
    found = [skeleton(word) for word in [*words, *(first + second for first, second in pairwise(words))]]
    return frozenset(word[:length] for word in found for length in range(SHORTEST, COMPARED + 1))
