"""The stems of a Chechen word: its irregular name, or the skeletons of what its endings leave."""

from __future__ import annotations

from search.conflation.western.chechen.endings import ADJECTIVE, LIGHT, VERB
from search.conflation.western.chechen.irregular import IRREGULAR
from search.conflation.western.chechen.letters import skeleton

PREFIXES = "дӏа схьа хьала охьа йуха тӏе чу ара сов вовшах хьалха тӏаьхьа".split()
"""Adverbs that are written together with their verb."""
CLASSES = "вйбд"


def _cut(word: str, table: set[str], longest: int) -> str:
    """The skeleton of what the longest ending leaves, if that has two consonants or more."""
    for size in range(min(longest, len(word) - 2), 0, -1):
        if word[len(word) - size :] in table:
            bones = skeleton(word[: len(word) - size])
            if len(bones) - bones.count("ӏ") - bones.count("ь") - bones.count("ъ") > 1:
                return bones
    return skeleton(word)


_LONGEST = {id(table): max(map(len, table)) for table in (ADJECTIVE, LIGHT, VERB)}


def _agreeing(bones: str) -> str:
    """The skeleton under one letter for all classes."""
    return "д" + bones[1:] if bones[:1] in CLASSES else bones


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word, the likeliest first."""
    if word in IRREGULAR:
        return (IRREGULAR[word],)
    for size in range(min(_LONGEST[id(LIGHT)], len(word) - 3), 1, -1):
        if word[len(word) - size :] in LIGHT and word[len(word) - size - 1] not in "аоуеэиы":
            return (skeleton(word[: len(word) - size]) + "+", _cut(word, ADJECTIVE, _LONGEST[id(ADJECTIVE)]))
    noun = _cut(word, ADJECTIVE, _LONGEST[id(ADJECTIVE)])
    verb = _cut(word, VERB, _LONGEST[id(VERB)])
    found = [noun or word, verb or word]
    for prefix in PREFIXES:
        if word.startswith(prefix) and word[len(prefix) : len(prefix) + 1] and len(word) > len(prefix) + 3:
            rest = _cut(word[len(prefix) :], VERB, _LONGEST[id(VERB)])
            found.append(prefix + _agreeing(rest))
            break
    else:
        if verb[:1] in CLASSES and len(verb) > 1:
            found.append("*" + _agreeing(verb))
    return tuple(dict.fromkeys(found))
