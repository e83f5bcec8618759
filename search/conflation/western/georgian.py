"""Georgian: the lemma of the dictionary, the root as a noun, and the skeletons as a verb."""

from __future__ import annotations

from search.conflation.western import georgian_nouns, georgian_verbs
from search.conflation.western.dictionary import known

VERBAL = ("ს", "ება", "ობა", "ვა", "მა", "ენა", "ონა", "ულა", "ია")
"""How dictionaries end a verb: the third person of the present, or the verbal noun."""


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word."""
    lemma = known("ka", word)
    roots = georgian_nouns.noun_roots(word)
    if lemma is None:
        return tuple(dict.fromkeys((*roots, *georgian_verbs.skeletons(word))))
    if lemma.endswith(VERBAL):
        both = (*georgian_verbs.skeletons(word), *georgian_verbs.skeletons(lemma))
        return tuple(dict.fromkeys((georgian_nouns.noun_roots(lemma)[0], *roots, *both)))
    return tuple(dict.fromkeys((georgian_nouns.noun_roots(lemma)[0], *roots)))
