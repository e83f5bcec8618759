"""Acronyms of the source for which the translation has none."""

from __future__ import annotations

import re

from articles.translation.checking.findings import Pair
from newsroom.languages import language

ACRONYM = re.compile(r"(?<![\w])[^\W\d_]{3,6}(?!\w)")
CASED = frozenset({"Latn", "Cyrl", "Armn"})


def missing_acronyms(pair: Pair) -> list[str]:
    """Acronyms, where the translation has neither these letters nor as many acronyms of its own.

    Scripts without capitals write acronyms as words, so nothing is said of them.
    """
    if language(pair.code).script not in CASED or pair.source.words.isupper():
        return []
    target = pair.target.words
    theirs, ours = _acronyms(pair.source.words), _acronyms(target)
    missing = [word for word in theirs if word not in target]
    return missing if len(ours) < len(theirs) else []


def _acronyms(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in ACRONYM.findall(text) if word.isupper()))
