"""The engine that all Slavic rule stemmers share: cut the ending, then even out what endings do to the end of a stem.

A written form seldom says whether it is a noun or a verb, and the longest ending of all would often be the wrong one
(новости is no form of новосить). So each kind of word has its own endings, and a form gets a stem for each kind that it
may belong to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

LONGEST = 60
"""Letters of a word that are looked at: nothing longer inflects, and a reader's 10 KB word costs no more than this."""


def joined(starts: Iterable[str], ends: Iterable[str]) -> tuple[str, ...]:
    """Every start with every end: participles with the endings of adjectives, themes with those of persons."""
    lasts = tuple(ends)
    return tuple(start + end for start in starts for end in lasts)


class Changes:
    """Ends of stems and what they become, found by the longest."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.ends = dict(pairs)
        self.lengths = tuple(sorted({len(end) for end in self.ends}, reverse=True))

    def of(self, stem: str) -> str:
        for length in self.lengths:
            if len(stem) > length and (end := stem[-length:]) in self.ends:
                return stem[:-length] + self.ends[end]
        return stem


@dataclass(frozen=True)
class Kind:
    """The endings of one kind of word."""

    endings: frozenset[str]
    """The longest that leaves a stem is cut."""
    mark: str = ""
    """Stands behind the stems, so that those of verbs and of nouns do not meet."""
    doubtful: frozenset[str] = frozenset()
    """Endings that may as well belong to the stem (перелом, музей): shorter ones, or none at all, are tried as well."""
    particles: tuple[tuple[str, str], ...] = ()
    """What is written behind the endings, such as the reflexive, and what it adds to the mark."""
    prefixes: tuple[str, ...] = ()
    """What degrees of comparison put before a word."""
    clusters: tuple[tuple[str, str], ...] = ()
    """Ends of stems that change in this kind of word: б/бл in любить, люблю."""
    fleeting: bool = True
    """Whether vowels come and go in its stems."""
    kept: frozenset[str] = frozenset()
    """Last letters of its stems that stay as they are, though they change in other kinds."""
    always: bool = False
    """Whether a word with none of the endings may still be of this kind."""
    shortest: int = 2
    """Letters that a stem must keep."""

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How long endings are, the longest first."""
        return tuple(sorted({len(ending) for ending in self.endings}, reverse=True))

    @cached_property
    def changes(self) -> Changes:
        """The ends of its stems that change."""
        return Changes(self.clusters)


@dataclass(frozen=True)
class Stemmer:
    """The inflection of one language as tables, and the stems of a word by them."""

    kinds: tuple[Kind, ...]
    vowels: frozenset[str]
    clusters: tuple[tuple[str, str], ...] = ()
    """Ends of stems that change in words of any kind: гражданин, граждане."""
    finals: tuple[tuple[str, str], ...] = ()
    """Last consonants that palatalise, made one: к/ч/ц."""
    fleeting: frozenset[str] = frozenset()
    """Vowels that come and go before the last consonant: рынок, рынка."""
    letters: tuple[tuple[str, str], ...] = ()
    """Vowels anywhere that change with the stress or the dialect."""
    replaced: tuple[tuple[str, str], ...] = ()
    """Letters behind the first that dialects write otherwise: rijeka, reka."""
    soft: str = "ь"
    """Signs at the end of a stem that are dropped."""

    @cached_property
    def _changes(self) -> tuple[Changes, Changes]:
        return Changes(self.clusters), Changes(self.finals)

    @cached_property
    def _table(self) -> dict[int, str]:
        return str.maketrans(dict(self.letters))

    def stems(self, word: str) -> tuple[str, ...]:
        """The stems of a folded word, at least one, none of them empty."""
        word = word[:LONGEST]
        found: dict[str, None] = {}
        for kind in self.kinds:
            for stem, mark in self._cut(word, kind):
                found[self._finish(kind.changes.of(stem), kind) + mark] = None
        return tuple(found) or (self._finish(word, self.kinds[0]),)

    def _cut(self, word: str, kind: Kind) -> Iterator[tuple[str, str]]:
        """The word without its ending, in each way that it may be cut; each with its mark."""
        mark = kind.mark
        for prefix in kind.prefixes:
            if word.startswith(prefix) and len(word) >= len(prefix) + 5:
                word = word[len(prefix) :]
                break
        for particle, particle_mark in kind.particles:
            if word.endswith(particle) and len(word) >= len(particle) + 3:
                word = word[: -len(particle)]
                mark += particle_mark
                break
        size = len(word)
        endings = kind.endings
        for length in kind.lengths:
            left = size - length
            if left >= kind.shortest and (ending := word[left:]) in endings:
                stem = word[:left]
                if left > 2 or not self.vowels.isdisjoint(stem):
                    yield stem, mark
                    if ending not in kind.doubtful:
                        return
        if kind.always:
            yield word, mark

    def _finish(self, stem: str, kind: Kind) -> str:
        """A stem with its changing letters made one; never empty where the stem is not."""
        whole = stem
        clusters, finals = self._changes
        stem = clusters.of(stem.rstrip(self.soft)).translate(self._table)
        stem = _single(stem)
        if kind.fleeting and len(stem) > 3:
            vowels = self.vowels
            if stem[-2] in self.fleeting and stem[-1] not in vowels and stem[-3] not in vowels:
                shorter = stem[:-2].rstrip(self.soft)
                if not vowels.isdisjoint(shorter):
                    stem = _single(shorter + stem[-1])
        for old, new in self.replaced:
            if old in stem:
                stem = stem[0] + stem[1:].replace(old, new)
        if stem[-1:] not in kind.kept:
            stem = finals.of(stem)
        return stem or whole


def _single(stem: str) -> str:
    """A stem that ends in one consonant where it ended in two alike."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
