"""Looking a folded word up in a dictionary of lemmas."""

from __future__ import annotations

from search.conflation.lemmas import lemma


def known(dictionary: str, word: str) -> str | None:
    """The lemma of a folded word in small letters, or None where the dictionary knows neither it nor a name like it."""
    found = lemma(dictionary, word)
    return found.lower() if found else None
