"""Paradigms for trials: every form of words of our own, made forwards from the grammar, and how well they meet."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

Word = tuple[str, frozenset[str]]
"""A lemma and its forms."""


@dataclass(frozen=True, slots=True)
class Language:
    """What the maker of paradigms knows of one language; independent of the tables that are tried by it."""

    vowels: str
    choices: Mapping[str, Mapping[str, str]]
    """Capital → form → the letters after which it stands (last vowel for a vowel, last letter for a consonant)."""
    noun_cells: str
    """Suffixes of nouns; `consonant|vowel` where they differ after a stem's last letter; `~` takes its last vowel off."""
    verb_cells: str
    nouns: str
    """Stems; `stem:oblique` where the stem differs before a vowel."""
    verbs: str
    adjectives: str = ""
    adjective_cells: str = "="
    joined: tuple[tuple[str, str], ...] = ()
    """Spellings of sounds that one letter joins, replaced one after the other."""
    silent: str = ""
    """Letters that count as consonants at a stem's end although they tell the harmony."""

    def form(self, entry: str, cell: str) -> str:
        """One form of a word."""
        stem, _, oblique = entry.lower().partition(":")
        is_vowel = stem[-1] in self.vowels and stem[-1] not in self.silent
        after_consonant, bar, after_vowel = cell.partition("|")
        template = after_vowel if bar and is_vowel else after_consonant
        base, suffix = stem, ""
        if template.startswith("~"):
            base, template = stem[:-1], template[1:]
        for sign in template.replace("=", ""):
            so_far = base + suffix
            suffix += self._chosen(sign, so_far, stem + suffix)
        if oblique and suffix and suffix[0] in self.vowels and not cell.startswith("~"):
            base = oblique
        form = base + suffix
        for sounds, letters in self.joined:
            form = form.replace(sounds, letters)
        return form

    def _chosen(self, sign: str, so_far: str, whole: str) -> str:
        choices = self.choices.get(sign)
        if choices is None:
            return sign
        last_vowel = next((letter for letter in reversed(whole) if letter in self.vowels), "")
        is_vowel = any(letter in self.vowels for letter in "".join(choices))
        by = last_vowel if is_vowel else so_far[-1]
        named = (form for form, after in choices.items() if by in after)
        return next(named, next((form for form, after in choices.items() if not after), next(iter(choices))))

    def words(self, entries: str, cells: str) -> list[Word]:
        """All words of a list with all their forms."""
        return [
            (entry.partition(":")[0], frozenset(self.form(entry, cell) for cell in cells.split()))
            for entry in entries.split()
        ]

    def noun_words(self) -> list[Word]:
        """The nouns with all cells."""
        return self.words(self.nouns, self.noun_cells)

    def verb_words(self) -> list[Word]:
        """The verbs with all cells."""
        return self.words(self.verbs, self.verb_cells)

    def adjective_words(self) -> list[Word]:
        """The adjectives with all cells."""
        return self.words(self.adjectives, self.adjective_cells)


Stems = Callable[[str], tuple[str, ...]]


def meeting(words: list[Word], stems: Stems, trials: int = 2000) -> float:
    """How often two forms of one word share a stem."""
    chance = random.Random(7)
    met = 0
    for _ in range(trials):
        first, second = chance.sample(sorted(chance.choice(words)[1]), 2)
        met += not set(stems(first)).isdisjoint(stems(second))
    return met / trials


def colliding(words: list[Word], stems: Stems, trials: int = 2000) -> float:
    """How often forms of two words that begin with the same three letters share a stem."""
    chance = random.Random(7)
    pools = list(_alike(words))
    weights = [len(pool) ** 2 for pool in pools]
    collided = 0
    for _ in range(trials):
        one, other = chance.sample(chance.choices(pools, weights)[0], 2)
        first, second = (chance.choice(sorted(forms)) for _, forms in (one, other))
        collided += not set(stems(first)).isdisjoint(stems(second))
    return collided / trials


def _alike(words: list[Word]) -> Iterator[list[Word]]:
    for _, group in groupby(sorted(words, key=lambda word: word[0]), key=lambda word: word[0][:3]):
        alike = list({lemma: (lemma, forms) for lemma, forms in group}.values())
        if len(alike) > 1:
            yield alike


VOWELS_OF_CELLS = "AIUOÄaаәäеeiıoыіуi"


def endings(*sets: str) -> str:
    """Every joining of one ending of each set, with spaces between; `=` is no ending.

    Where an ending is `consonant|vowel`, its half is chosen by what stands before it, and by the stem's end at first.
    """
    cells = [("", "")]
    for one in sets:
        halves = [cell.replace("=", "").partition("|")[::2] for cell in one.split()]
        cells = [(_put(a, half, False), _put(b, half, True)) for a, b in cells for half in halves]
    return " ".join((a if a == b else f"{a}|{b}") or "=" for a, b in cells) + " "


def _put(before: str, halves: tuple[str, ...], is_after_vowel: bool) -> str:
    if before:
        is_after_vowel = before[-1] in VOWELS_OF_CELLS
    return before + ((halves[1] or halves[0]) if is_after_vowel else halves[0])
