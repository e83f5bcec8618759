"""What the pipelines of languages in Arabic script share: marks go, letters of other keyboards become the language's.

Elasticsearch's arabic_normalization and persian_normalization are left out: they write Arabic ye and kaf, and stop
words and synonyms would have to be spelled so.
"""

from __future__ import annotations

from typing import Any

MARKS = {
    "type": "pattern_replace",
    "pattern": "[\\u00AD\\u0621\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED"
    "\\u200D-\\u200F\\u202A-\\u202E\\u2066-\\u2069]",
    "replacement": "",
}
"""Hamza by itself, above and below, tatweel, vowel points, soft hyphen, marks of direction."""
LETTERS = (
    *(f"{letter}=>ا" for letter in "آأإٱ"),
    *(f"{letter}=>ی" for letter in "يىئې"),
    *(f"{letter}=>ک" for letter in "كڪ"),
    *(f"{letter}=>ه" for letter in "ۀەةہۂ"),
    "ؤ=>و",
    "ګ=>گ",
)
"""Arabic letter → the language's; a later mapping of the same letter takes its place."""


def char_filters(
    name: str, *, letters: tuple[str, ...] = (), joiner: str = "", patterns: dict[str, tuple[str, str]] | None = None
) -> dict[str, dict[str, Any]]:
    """The character filters of a language, in order: marks, the joiner (ZWNJ), letters, patterns of its own."""
    mappings = dict(mapping.split("=>") for mapping in (*LETTERS, *letters))
    lines = [f"{letter}=>{becomes}" for letter, becomes in mappings.items()]
    filters: dict[str, dict[str, Any]] = {
        f"{name}_marks": MARKS,
        f"{name}_joiner": {"type": "pattern_replace", "pattern": "\\u200C", "replacement": joiner},
        f"{name}_letters": {"type": "mapping", "mappings": lines},
    }
    for label, (pattern, replacement) in (patterns or {}).items():
        filters[f"{name}_{label}"] = {"type": "pattern_replace", "pattern": pattern, "replacement": replacement}
    return filters


def token_filters(name: str, stop_words: str) -> dict[str, dict[str, Any]]:
    """Small letters (of Latin names), digits in ASCII, and the stop words as the character filters leave them."""
    return {
        f"{name}_lowercase": {"type": "lowercase"},
        f"{name}_digits": {"type": "decimal_digit"},
        f"{name}_stop": {"type": "stop", "stopwords": stop_words.split()},
    }
