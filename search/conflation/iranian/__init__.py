"""Conflation of the iranian languages."""

from search.conflation.conflation import Conflation

CONFLATIONS: dict[str, Conflation] = {
    code: Conflation(fold=str.lower, stem=lambda word: (word,)) for code in ("fa", "fa-af", "ps", "tg", "ur")
}
