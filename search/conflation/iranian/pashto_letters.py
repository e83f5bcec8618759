"""One spelling of Pashto words."""

from __future__ import annotations

import re

from search.conflation.iranian.arabic_letters import VARIANTS, arabic_fold

INNER_E = re.compile("ې(?=.)", re.DOTALL)
_fold = arabic_fold({**VARIANTS, "ۍ": "ی", "ې": "ې", "ے": "ې", "ۓ": "ې", "ڔ": "ړ", "ڕ": "ړ", "ڻ": "ڼ"})


def fold(word: str) -> str:
    """The one spelling of a word.

    Of the five ye, ی ي ۍ ئ are one, since writers and keyboards mix them, and so is ې within a word; at its end it
    tells gender and case. ګ and گ are one letter, ك and ک, ۀ and ه.
    """
    return INNER_E.sub("ی", _fold(word))
