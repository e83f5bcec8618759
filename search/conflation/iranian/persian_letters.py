"""One spelling of the words of Persian and Dari."""

from __future__ import annotations

import re

from search.conflation.iranian.arabic_letters import VARIANTS, arabic_fold

ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
MARK = "\ue000"
JOINED_HE = re.compile(rf"([هةەۀہ][\u064b-\u0655]*)[\s{ZWNJ}]+(?=ا)")
_fold = arabic_fold({**VARIANTS, MARK: ZWNJ})


def fold(word: str) -> str:
    """The one spelling of a word.

    Alef with madda is alef, as the prefixes have it (آمد, نیامد); ye with hamza is ye (رئیس, رییس), but waw in مسئول,
    which is written مسؤول as well. Joiners go but for one that tells words apart: after a silent he and before alef
    (سامانه‌ای "a system", سامان‌های "orders of").
    """
    return _fold(JOINED_HE.sub(rf"\1{MARK}", word.replace(MARK, ""))).replace("مسیول", "مسوول")
