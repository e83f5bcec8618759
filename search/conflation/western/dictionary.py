"""Looking a folded word up in a dictionary of lemmas that also holds names with their capitals."""

from __future__ import annotations

from search.conflation.lemmas import lemma


def known(dictionary: str, word: str) -> str | None:
    """The lemma of a folded word in small letters, or None where the dictionary knows neither it nor a name like it."""
    found = lemma(dictionary, word)
    if found is None and (name := word.capitalize()) != word:
        found = lemma(dictionary, name)
    return found.lower() if found else None
