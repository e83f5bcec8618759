"""Names of the source that the translation lacks in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.translation.checking.casing import folded
from articles.translation.checking.findings import KnownName, Pair
from articles.translation.checking.skeletons import may_stand

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
BEGINS_SENTENCE = re.compile(r"(?:^|[.!?…:;\"“”„«»—–(\[‘’'])\s*$")
LOOKED_BACK = 4
LEAST = 2
"""Words of a name that can be told from a capital of other reasons."""
COMMON = frozenset(
    "Sea River Ocean Lake Union States State Nations Republic Ministry Minister President Court University Council "
    "House Bank Church Party Parliament Committee Commission Agency Government Fund Army Street North South East West "
    "Day Prime Foreign General Secretary Black White Red New Old World National International United".split()
)
"""English words in names that are translated, not spelled anew."""
TITLES = frozenset({"title", "kicker", "heading", "fact_box.heading", "video.title"})
"""Texts in which English writes every word with a capital."""
STEM, ENDING = 4, 3


def missing_names(pair: Pair) -> list[str]:
    """Names of several words of which no word stands in the translation, as far as consonants tell."""
    if pair.source.kind in TITLES:
        return []
    found, target = [], pair.target.words
    for name in dict.fromkeys(_capitalised(pair.source.words)):
        words = name.split()
        if not COMMON & set(words) and not any(may_stand(word, target) for word in words):
            found.append(name)
    return found


def _capitalised(text: str) -> Iterator[str]:
    """Runs of words with capitals; the first word of a sentence has one anyway and is left out."""
    run: list[str] = []
    end = 0
    for found in WORD.finditer(text):
        word, is_next = found.group(), text[end : found.start()] == " "
        if run and (not is_next or not _is_capitalised(word)):
            yield from [" ".join(run)] if len(run) >= LEAST else []
            run = []
        if _is_capitalised(word) and not BEGINS_SENTENCE.search(
            text[max(0, found.start() - LOOKED_BACK) : found.start()]
        ):
            run.append(word)
        end = found.end()
    yield from [" ".join(run)] if len(run) >= LEAST else []


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word[1:].islower()


def missing_known_names(pair: Pair, names: Sequence[KnownName]) -> list[str]:
    """Names that both languages are known to have, of which the source has its spelling and the translation not."""
    source, target = f" {pair.source.words} ", folded(pair.target.words, pair.code)
    return [
        name.source
        for name in names
        if re.search(rf"(?<!\w){re.escape(name.source)}(?!\w)", source)
        and not (_stem(name.target, pair.code) in target or folded(name.source, pair.code) in target)
    ]


def _stem(name: str, code: str) -> str:
    """A name's last word without what an ending may change."""
    last = folded(name, code).split()[-1]
    return last[: max(STEM, len(last) - ENDING)]
