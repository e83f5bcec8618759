"""Conflation of the slavic languages."""

from search.conflation.conflation import Conflation

CONFLATIONS: dict[str, Conflation] = {
    code: Conflation(fold=str.lower, stem=lambda word: (word,))
    for code in ("be", "bg", "bs", "cnr", "hr", "mk", "ru", "sr", "sr-latn", "uk")
}
