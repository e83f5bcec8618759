"""What the tests of the group ask of a language: whether forms of one word meet, and forms of two do not."""

from __future__ import annotations

from itertools import combinations
from random import Random

from search.conflation.table import stems

Paradigms = dict[str, list[str]]


def meet(code: str, one: str, other: str) -> bool:
    """Whether two words as written share a stem."""
    return bool(set(stems(code, one)) & set(stems(code, other)))


def apart_from(code: str, first: str, *forms: str) -> list[str]:
    """The forms that do not meet the first one."""
    return [form for form in forms if not meet(code, first, form)]


def meeting_rate(code: str, paradigms: Paradigms, pairs: int = 3000) -> float:
    """How many of the pairs of two forms of one word meet."""
    random = Random(7)
    words = [list(dict.fromkeys(forms)) for forms in paradigms.values()]
    drawn = [random.sample(random.choice(words), 2) for _ in range(pairs)]
    return sum(meet(code, one, other) for one, other in drawn) / pairs


def colliding_rate(code: str, paradigms: Paradigms) -> float:
    """How many pairs of forms of two words that begin with the same three letters meet; each pair of words once."""
    random, tried, met = Random(7), 0, 0
    for one, other in combinations(paradigms, 2):
        if one[:3] != other[:3]:
            continue
        for _ in range(10):
            tried += 1
            met += meet(code, random.choice(paradigms[one]), random.choice(paradigms[other]))
    assert tried >= 40, "too few words begin alike to tell"
    return met / tried
