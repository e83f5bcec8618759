"""Terms of the glossary that the source has and whose translation the text lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.translation.checking.casing import folded
from articles.translation.checking.findings import Pair, Term

WORD = re.compile(r"\w+")
WHOLE = 4
"""Letters up to which a word must stand as it is, an ending aside."""
ENDING, SHORT_ENDING = 5, 3
"""Letters that an ending may add."""
BARELY_INFLECTED = {"en": ("", "s", "es")}
"""Languages with so few endings that others make another word: sea is not seal."""
SEEN = 3
"""Letters of a term that a text must have somewhere to be looked at closely."""
KEPT = 0.6
"""The share of a word that inflection leaves."""


def missing_terms(pair: Pair, terms: Sequence[Term]) -> list[Term]:
    """The terms that this text should have and has not."""
    if not terms:
        return []
    source, target = pair.source.words, pair.target.words
    whole = folded(source, pair.source_code)
    plain, small, ours = WORD.findall(source), WORD.findall(whole), WORD.findall(folded(target, pair.code))
    return [
        term
        for term in terms
        if folded(term.term, pair.source_code)[:SEEN] in whole
        and _stands(_cased(term, pair.source_code), plain if term.is_case_sensitive else small, pair.source_code)
        and not _stands(folded(term.translation, pair.code), ours, pair.code)
    ]


def _cased(term: Term, code: str) -> str:
    return term.term if term.is_case_sensitive else folded(term.term, code)


def _stands(term: str, words: list[str], code: str) -> bool:
    """Whether the term's words stand in a row in the text, each with any ending."""
    wanted = WORD.findall(term)
    if not wanted:
        return False
    return any(
        all(_is_form(word, form, code) for word, form in zip(wanted, words[place : place + len(wanted)], strict=True))
        for place in range(len(words) - len(wanted) + 1)
    )


def _is_form(word: str, form: str, code: str) -> bool:
    """Whether `form` is the word, or begins as it does and differs by an ending."""
    if word == form or code in BARELY_INFLECTED:
        return form in {word + ending for ending in BARELY_INFLECTED.get(code, ("",))}
    if len(word) <= WHOLE:
        return form.startswith(word) and len(form) - len(word) <= SHORT_ENDING
    kept = max(WHOLE, min(len(word) - 1, int(len(word) * KEPT + 0.5)))
    return form.startswith(word[:kept]) and len(form) - len(word) <= ENDING
