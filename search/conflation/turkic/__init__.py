"""Conflation of the turkic languages."""

from search.conflation.conflation import Conflation

CONFLATIONS: dict[str, Conflation] = {
    code: Conflation(fold=str.lower, stem=lambda word: (word,))
    for code in ("az", "ba", "crh", "kk", "ky", "tk", "tt", "uz", "uz-cyrl")
}
