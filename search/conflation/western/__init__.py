"""Conflation of the western languages."""

from search.conflation.conflation import Conflation

CONFLATIONS: dict[str, Conflation] = {
    code: Conflation(fold=str.lower, stem=lambda word: (word,)) for code in ("ce", "en", "hu", "hy", "ka", "ro", "sq")
}
