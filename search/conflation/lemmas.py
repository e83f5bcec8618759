"""Lemmas from simplemma's dictionaries: which word an inflected form belongs to."""

from __future__ import annotations

import simplemma


def lemma(dictionary: str, word: str) -> str | None:
    """The dictionary's lemma of a form, or None where it does not know the form (no guess is made)."""
    if simplemma.is_known(word, lang=dictionary):
        return simplemma.lemmatize(word, lang=dictionary)
    return None
