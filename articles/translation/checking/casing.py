"""Words without the difference of capitals, as their language counts it."""

from __future__ import annotations

DOTLESS = frozenset({"az", "crh"})
"""Languages in which `I` is the capital of `ı`, and `İ` that of `i`."""


def folded(text: str, code: str) -> str:
    """The text in one case; what is not folded so would make two words of a word with `İ` at its beginning."""
    if code in DOTLESS:
        text = text.replace("İ", "i").replace("I", "ı")
    return text.casefold()
