"""What the tests of the Slavic languages ask: do these forms meet?"""

from __future__ import annotations

from itertools import combinations

from search.conflation.table import stems


def meet(code: str, first: str, second: str) -> bool:
    """Whether two written forms count as one word."""
    return bool(set(stems(code, first)) & set(stems(code, second)))


def apart(code: str, forms: str) -> list[tuple[str, str]]:
    """The pairs of these forms that do not meet."""
    return [pair for pair in combinations(forms.split(), 2) if not meet(code, *pair)]


def meeting(code: str, words: str) -> list[tuple[str, str]]:
    """The pairs of these words that meet."""
    return [pair for pair in combinations(words.split(), 2) if meet(code, *pair)]
