"""Conflation of the Turkic languages: one automaton of suffixes, and a grammar as data for each language."""

from __future__ import annotations

from search.conflation.conflation import Conflation
from search.conflation.turkic import (
    azerbaijani,
    bashkir,
    crimean_tatar,
    kazakh,
    kyrgyz,
    tatar,
    turkmen,
    uzbek,
)
from search.conflation.turkic.stemmer import Stemmer

_LANGUAGES = {
    "az": azerbaijani,
    "ba": bashkir,
    "crh": crimean_tatar,
    "kk": kazakh,
    "ky": kyrgyz,
    "tk": turkmen,
    "tt": tatar,
    "uz": uzbek,
    "uz-cyrl": uzbek,
}

CONFLATIONS: dict[str, Conflation] = {
    code: Conflation(fold=language.fold, stem=Stemmer(language.GRAMMAR).stems) for code, language in _LANGUAGES.items()
}
"""Code of the language → its rules; both scripts of Uzbek have the same."""
