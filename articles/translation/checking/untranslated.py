"""Whether a text is still the source's."""

from __future__ import annotations

import re

from articles.translation.checking.findings import Pair

WORD = re.compile(r"[^\W\d_]+")
LONGEST_NAME = 3
"""Words up to which the same text may be a name."""
RUN = 6
"""Words in a row that two languages do not share by chance."""
CLOSE_RUN = 12
MOST_WORDS = 500
"""Words of a text that are compared."""
CLOSE = (frozenset({"bs", "hr", "cnr", "sr-latn"}), frozenset({"fa", "fa-af"}))
"""Languages whose texts may be the same by right."""


def is_untranslated(pair: Pair) -> bool:
    """Whether the text equals the source, or shares a long run of words with it."""
    source, target = _words(pair.source.words), _words(pair.target.words)
    if not target:
        return False
    is_close = any(pair.source_code in group and pair.code in group for group in CLOSE)
    if source == target and not is_close:
        return len(target) > LONGEST_NAME or not _may_be_name(pair.target.words)
    run = CLOSE_RUN if is_close else RUN
    return _longest_run(source, target) >= run and not (is_close and source != target)


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())[:MOST_WORDS]


def _may_be_name(text: str) -> bool:
    """Whether every word begins with a capital, or the script has none."""
    return all(word[0].isupper() or not word[0].islower() for word in WORD.findall(text))


def _longest_run(source: list[str], target: list[str]) -> int:
    longest = 0
    before = [0] * (len(target) + 1)
    for word in source:
        now = [0] * (len(target) + 1)
        for place, other in enumerate(target):
            if word == other:
                now[place + 1] = before[place] + 1
                longest = max(longest, now[place + 1])
        before = now
    return longest
