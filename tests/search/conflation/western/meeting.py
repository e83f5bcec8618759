"""Whether words meet, and how often: two forms of one word should, forms of two words that begin alike should not."""

from __future__ import annotations

import random

from search.conflation.western import CONFLATIONS


def stems(code: str, word: str) -> set[str]:
    """The stems of a word as written."""
    rules = CONFLATIONS[code]
    return set(rules.stem(rules.fold(word)))


def strangers(code: str, group: str) -> list[str]:
    """The words of a group that do not meet its first one."""
    first, *others = group.split()
    return [other for other in others if not stems(code, first) & stems(code, other)]


def rates(code: str, paradigms: dict[str, set[str]], pairs: int = 4_000) -> tuple[float, float]:
    """How often two forms of one word meet, and how often forms of two words with the same three first letters do."""
    chance = random.Random(7)
    words = {word: [(form, stems(code, form)) for form in sorted(forms)] for word, forms in paradigms.items()}
    names = sorted(words)
    met = 0
    for _ in range(pairs):
        (_, first), (_, second) = chance.sample(words[chance.choice(names)], 2)
        met += bool(first & second)
    alike: dict[str, list[tuple[str, str, set[str]]]] = {}
    for name in names:
        for form, found in words[name]:
            alike.setdefault(form[:3], []).append((name, form, found))
    crowds = [crowd for crowd in alike.values() if len({name for name, _, _ in crowd}) > 1]
    tried = collided = 0
    for crowd in chance.choices(crowds, [len(crowd) for crowd in crowds], k=pairs):
        one, other = chance.sample(crowd, 2)
        if one[0] != other[0] and one[1] != other[1]:
            tried += 1
            collided += bool(one[2] & other[2])
    return met / pairs, collided / tried
