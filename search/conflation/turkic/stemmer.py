"""Stems of agglutinative words: suffixes are read from the end of the word, as the grammar lets them follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from search.conflation.turkic.grammar import CONTRACTED, NOUN, VERB, Grammar

LONGEST = 48
"""A longer word is no word of these languages, and is left as it is."""
SHORTEST = 2
"""Letters that a stem has at least."""
SURE = 3
"""A suffix of so many letters is hardly the end of a stem by chance."""
MOST = 5
"""Stems that a word has at most."""

NASALS = "mnňñмнң"
SONORANTS = NASALS + "lrлр"

Step: TypeAlias = tuple[int, int]
"""After which endings of the rest a suffix may stand, as bits; and the state after it is taken off."""


class Branch:
    """A place in the tree of suffixes, which are read backwards."""

    __slots__ = ("branches", "steps")

    def __init__(self) -> None:
        self.branches: dict[str, Branch] = {}
        self.steps: tuple[Step, ...] = ()

    def add(self, suffix: str, steps: Iterable[Step]) -> None:
        """Hang a suffix into the tree."""
        branch = self
        for letter in reversed(suffix):
            branch = branch.branches.setdefault(letter, Branch())
        branch.steps += tuple(steps)


class Stemmer:
    """The automaton of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._letters, self._vowels = grammar.classes()
        self._width = max(self._vowels.values()) + 1
        self._all_vowels, self._open_vowels = frozenset(self._vowels), frozenset(grammar.vowels)
        self._short = frozenset(grammar.short.split())
        self._signs = grammar.vowels + grammar.consonants
        self._plain = str.maketrans(dict(grammar.plain))
        names = list(grammar.slots)
        befores = [[name for name in names if grammar.slots[name].is_final]]
        befores += [grammar.slots[name].after.split() for name in names]
        self._kinds = [tuple(kind for kind in (NOUN, VERB, CONTRACTED) if kind in before) for before in befores]
        steps = {name: self._steps_of(name, state) for state, name in enumerate(names, start=1)}
        self._trees = [_tree(steps[name] for name in before if name in steps) for before in befores]

    def _steps_of(self, name: str, state: int) -> dict[str, list[Step]]:
        found: dict[str, list[Step]] = {}
        for template in self.grammar.slots[name].suffixes.split():
            for form, contexts in self.grammar.allomorphs(template).items():
                bits = sum(1 << letter * self._width + vowel for letter, vowel in contexts)
                found.setdefault(form, []).append((bits, state))
        return found

    def _contexts(self, word: str) -> list[int]:
        """Of every beginning of the word: the bit of its last letter and last vowel, 0 where it can be no stem."""
        contexts, vowel = [0], -1
        for letter in word:
            vowel = self._vowels.get(letter, vowel)
            number = self._letters.get(letter, -1)
            contexts.append(0 if vowel < 0 or number < 0 else 1 << number * self._width + vowel)
        contexts[1 : min(SHORTEST, len(contexts))] = [0] * (min(SHORTEST, len(contexts)) - 1)
        return contexts

    def cuts(self, word: str) -> dict[int, dict[str, int]]:
        """Where the word may be cut so that a stem stands before: place → kind of stem → length of the suffix there."""
        contexts, found = self._contexts(word), dict[int, dict[str, int]]()
        agenda, seen = [(len(word), 0)], set[tuple[int, int]]()
        while agenda:
            end, state = agenda.pop()
            branch: Branch | None = self._trees[state]
            start = end
            while start > SHORTEST:
                start -= 1
                branch = branch.branches.get(word[start]) if branch else None
                if branch is None:
                    break
                for bits, following in branch.steps:
                    if not bits & contexts[start]:
                        continue
                    for kind in self._kinds[following]:
                        kinds = found.setdefault(start, {})
                        kinds[kind] = max(kinds.get(kind, 0), end - start)
                    if (start, following) not in seen:
                        seen.add((start, following))
                        agenda.append((start, following))
        return found

    def stems(self, folded: str) -> tuple[str, ...]:
        """The stems of a folded word: the shortest, and longer ones while what they add may be their own end."""
        if len(folded) > LONGEST or not folded.isalpha():
            number = folded.rstrip(self._signs)
            return (number, folded) if number != folded and number.isdecimal() else (folded,)
        word = folded
        for letters, sounds in self.grammar.spelled:
            word = word.replace(letters, sounds)
        stems, ended = list[str](), dict[str, int]()
        for end, kinds in sorted(self.cuts(word).items()):
            for kind, length in kinds.items():
                if end <= ended.get(kind, end) and self._may_be(kind, word[:end]):
                    stems.append(self.key(word[:end], kind))
                    if length >= SURE and end > SHORTEST:
                        # A suffix that begins with a vowel may lose it after the stem's own, so one letter is open.
                        ended.setdefault(kind, end + 1)
        if NOUN not in ended or ended[NOUN] + SURE >= len(word):
            stems.append(self.key(word, NOUN))
        return tuple(dict.fromkeys(stems))[:MOST]

    def _may_be(self, kind: str, stem: str) -> bool:
        """Whether the stem is not too short, and a verb's end not such a cluster as no verb has."""
        before, last = stem[-2], stem[-1]
        if last in self._all_vowels:
            return kind != CONTRACTED and (len(stem) > SHORTEST or stem in self._short)
        if kind != VERB or before in self._all_vowels:
            return True
        return last not in SONORANTS and before not in NASALS

    def key(self, stem: str, kind: str) -> str:
        """What stands for a stem in all its shapes."""
        grammar, vowels, open_vowels = self.grammar, self._all_vowels, self._open_vowels
        if kind == CONTRACTED:
            return (stem + grammar.open_end[0]).translate(self._plain)
        if kind == VERB and stem[-1] in grammar.open_end:
            return (stem[:-1] + grammar.open_end[0]).translate(self._plain)
        has_more = len(stem) > SHORTEST and not vowels.isdisjoint(stem[:-1])
        if kind == VERB and stem[-1] in grammar.verb_end and has_more:
            stem = stem[:-1]
        stem = stem[:-1] + (grammar.final if kind == NOUN else grammar.verb_final).get(stem[-1], stem[-1])
        is_fleeting = len(stem) > SHORTEST + 1 and stem[-2] in grammar.fleeting
        if is_fleeting and open_vowels.isdisjoint((stem[-1], stem[-3])) and not vowels.isdisjoint(stem[:-3]):
            stem = stem[:-2] + stem[-1]
        if stem[-1] == stem[-2:-1] and len(stem) > SHORTEST:
            stem = stem[:-1]
        return stem.translate(self._plain)


def _tree(tables: Iterable[dict[str, list[Step]]]) -> Branch:
    tree = Branch()
    for table in tables:
        for form, steps in table.items():
            tree.add(form, steps)
    return tree
