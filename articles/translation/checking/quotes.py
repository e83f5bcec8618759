"""Whether somebody's words lost their quotation marks."""

from __future__ import annotations

import re

from articles.translation.checking.findings import Pair

MARKS = re.compile(r"[\"“”„‟«»‹›〝〞]|(?<!\w)['‘’‚]|['‘’](?!\w)")
PAIR = 2
SHORTEST = 4
"""Words from which on a text is more than a title in quotation marks."""


def lacks_quotation(pair: Pair) -> bool:
    """Whether the source quotes and the translation has no quotation mark at all.

    Marks are not counted: one language closes and opens them around "he said", another does not.
    """
    if len(pair.source.words.split()) < SHORTEST:
        return False
    return _count(pair.source.words) >= PAIR and _count(pair.target.words) < PAIR


def _count(words: str) -> int:
    return len(MARKS.findall(words))
