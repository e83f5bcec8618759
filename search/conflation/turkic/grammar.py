"""The grammar of an agglutinative language as data: slots of suffixes, in the archiphonemes of vowel harmony."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

NOUN, VERB, CONTRACTED = "noun", "verb", "contracted"
"""What the innermost suffix may stand after: a stem of a kind; that of a contracted verb has lost its open vowel."""

Variants: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """Suffixes that are exchanged for each other in one place of a word."""

    suffixes: str
    """Templates with spaces between. A capital is an archiphoneme; a bracketed vowel is lost after a vowel, a bracketed
    consonant after a consonant."""
    after: str
    """Slots, and kinds of stem, that may stand right before."""
    is_final: bool = True
    """Whether a word may end here."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the stemmer has to know of one language."""

    vowels: str
    harmony: Mapping[str, Variants]
    """Archiphoneme of a vowel → each of its forms → the vowels after which it stands; one vowel may ask for several."""
    assimilation: Mapping[str, Variants]
    """Archiphoneme of a consonant → each of its forms → the letters after which it stands; the form whose letters are
    empty stands after all that no other form names."""
    slots: Mapping[str, Slot]
    consonants: str = ""
    """Letters that are no vowels."""
    final: Mapping[str, str] = field(default_factory=dict)
    """Letter at a noun's end → the letter that stands for it in the stem: what is voiced before a vowel."""
    verb_final: Mapping[str, str] = field(default_factory=dict)
    """The same at the end of a verb's stem."""
    open_end: str = ""
    """Open vowels at the end of a verb's stem, where they contract with suffixes; the first stands for all of them."""
    fleeting: str = ""
    """Vowels that fall out of the last closed syllable before a vowel."""
    verb_end: str = ""
    """Vowels at the end of a verb's stem that some of its forms change or lack, and so are left out of it."""
    short: str = ""
    """The stems, with spaces between, that are a consonant and a vowel; no others are believed."""
    plain: Mapping[str, str] = field(default_factory=dict)
    """Letter → the letter that readers type instead of it on a foreign keyboard."""
    spelled: tuple[tuple[str, str], ...] = ()
    """Letters → the sounds they stand for, one after the other, where one letter joins two."""
    glides: str = ""
    """Signs that are no vowels at a stem's end, yet tell the harmony: semivowels, the soft sign."""

    def classes(self) -> tuple[dict[str, int], dict[str, int]]:
        """Classes of last letters and of last vowels, by number; letters of one class have the same allomorphs."""
        letters = {letter: self._after_letter(letter) for letter in self.vowels + self.consonants}
        vowels = {vowel: self._after_vowel(vowel) for vowel in self.vowels + self.glides}
        return _numbered(letters), _numbered(vowels)

    def _after_letter(self, letter: str) -> tuple[object, ...]:
        return (letter in self.vowels, *(assimilated(variants, letter) for variants in self.assimilation.values()))

    def _after_vowel(self, vowel: str) -> tuple[object, ...]:
        return tuple(harmonised(variants, vowel) for variants in self.harmony.values())

    def forms(self, template: str, letter: str, vowel: str) -> Iterator[str]:
        """What a suffix is written like after a stem with this last letter and this last vowel."""
        if not template:
            yield ""
            return
        sign, rest = template[0], template[1:]
        if sign == "(":
            optional, rest = rest[0], rest[2:]
            is_vowel = optional in self.harmony or optional in self.vowels
            if is_vowel == (letter in self.vowels):
                yield from self.forms(rest, letter, vowel)
                return
            sign = optional
        for form in self._signs(sign, letter, vowel):
            last = form[-1:] or letter
            for tail in self.forms(rest, last, last if last in self.vowels else vowel):
                yield form + tail

    def _signs(self, sign: str, letter: str, vowel: str) -> tuple[str, ...]:
        if sign in self.harmony:
            return harmonised(self.harmony[sign], vowel)
        if sign in self.assimilation:
            return assimilated(self.assimilation[sign], letter)
        return (sign,)

    def allomorphs(self, template: str) -> dict[str, set[tuple[int, int]]]:
        """Every form of a suffix → the classes of last letter and last vowel after which it stands."""
        letters, vowels = self.classes()
        one_letter = {number: letter for letter, number in letters.items()}
        one_vowel = {number: vowel for vowel, number in vowels.items()}
        found: dict[str, set[tuple[int, int]]] = {}
        for letter, vowel in product(one_letter, one_vowel):
            for form in self.forms(template, one_letter[letter], one_vowel[vowel]):
                found.setdefault(form, set()).add((letter, vowel))
        return found


def harmonised(variants: Variants, vowel: str) -> tuple[str, ...]:
    """The forms that a vowel of a suffix takes after this vowel."""
    return tuple(form for form, after in variants.items() if vowel in after)


def assimilated(variants: Variants, letter: str) -> tuple[str, ...]:
    """The forms that a consonant of a suffix takes after this letter."""
    named = tuple(form for form, after in variants.items() if letter in after)
    return named or tuple(form for form, after in variants.items() if not after)


def _numbered(signatures: Mapping[str, tuple[object, ...]]) -> dict[str, int]:
    numbers: dict[tuple[object, ...], int] = {}
    return {sign: numbers.setdefault(signature, len(numbers)) for sign, signature in signatures.items()}
