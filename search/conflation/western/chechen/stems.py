"""The stems of a Chechen word: its irregular name, or the skeletons of what its endings leave."""

from __future__ import annotations

from search.conflation.western.chechen.endings import ADJECTIVE, LIGHT, VERB
from search.conflation.western.chechen.irregular import IRREGULAR
from search.conflation.western.chechen.letters import CYRILLIC, skeleton

PREFIXES = "дӏа схьа хьала охьа йуха тӏе чу ара сов вовшах хьалха тӏаьхьа".split()
"""Adverbs that are written together with their verb."""
CLASSES = "вйбд"
ALONE = frozenset(("с", "з", "л", "рз", "р", "н", "й"))
"""Rests of skeletons after a letter of the class that are too often those of nouns (буьйса)."""
SURNAMES = ("овс", "евс", "инс")
"""Russian surnames in the ergative."""


def _cut(word: str, table: set[str], longest: int) -> tuple[str, ...]:
    """The skeletons of what the longest ending leaves, if that has two consonants or more."""
    for size in range(min(longest, len(word) - 2), 0, -1):
        ending = word[len(word) - size :]
        if ending in table:
            bones = skeleton(word[: len(word) - size])
            if len(bones) - bones.count("ӏ") - bones.count("ь") - bones.count("ъ") > 1:
                nasal = ending.find("н", 0, 2)  # of the ending (маттана) or of the word (телефона)
                return (bones, skeleton(word[: len(word) - size + nasal + 1])) if nasal >= 0 else (bones,)
    return (skeleton(word),)


_LONGEST = {id(table): max(map(len, table)) for table in (ADJECTIVE, LIGHT, VERB)}


def _agreeing(bones: str) -> str:
    """The skeleton under one letter for all classes."""
    return "д" + bones[1:] if bones[:1] in CLASSES else bones


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word, the likeliest first."""
    if not CYRILLIC.search(word):
        return (word,)
    if word.endswith(SURNAMES):
        word = word[:-1]
    nouns = _cut(word, ADJECTIVE, _LONGEST[id(ADJECTIVE)])
    if word in IRREGULAR:
        return (IRREGULAR[word], *nouns)
    for size in range(min(_LONGEST[id(LIGHT)], len(word) - 3), 1, -1):
        if word[len(word) - size :] in LIGHT and word[len(word) - size - 1] not in "аоуеэиы":
            return (skeleton(word[: len(word) - size]) + "+", *nouns)
    verbs = _cut(word, VERB, _LONGEST[id(VERB)])
    found = [*nouns, *verbs]
    for prefix in PREFIXES:
        if word.startswith(prefix) and word[len(prefix) + 3 :]:
            found.append(prefix + _agreeing(_cut(word[len(prefix) :], VERB, _LONGEST[id(VERB)])[0]))
            break
    else:
        if verbs[0][:1] in CLASSES and verbs[0][1:] and verbs[0][1:] not in ALONE:
            found.append("*" + _agreeing(verbs[0]))
    return tuple(dict.fromkeys(filter(None, found))) or (word,)
