"""One spelling of Urdu words."""

from __future__ import annotations

import re

from search.conflation.iranian.arabic_letters import VARIANTS, arabic_fold

INNER_NUN = re.compile("ں(?=.)", re.DOTALL)
INNER_YE = re.compile("ے(?=.)", re.DOTALL)
_fold = arabic_fold({**VARIANTS, "ھ": "ھ", "ۓ": "ے", "ڻ": "ن", "ې": "ی", "ۃ": "ت", "ة": "ه"})


def fold(word: str) -> str:
    """The one spelling of a word.

    Forms that only the end of a word has (ں, ے) are ن and ی within it, so that هوں گے and ہونگے are one. He of two eyes
    (ھ) is an aspirate and stays; the hamza on و, ی and ہ goes (لئے, لیے).
    """
    return INNER_YE.sub("ی", INNER_NUN.sub("ن", _fold(word)))
