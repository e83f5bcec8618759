"""Highlighting: where in a text the words of a query stand, in whatever form, and the piece of text around them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.conflation.table import stems
from search.conflation.tokens import WORD
from search.cutting import LONGEST_SNIPPET, balanced, cut
from search.sounds import keys
from search.words import Words, telling_words

LONGEST_READ = 20_000
"""Characters of one text that are looked through."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something wanted stands in a text, and which wanted things (by number) it is."""

    start: int
    end: int
    wanted: int


@dataclass(slots=True)
class Needles:
    """What is looked for in texts of a language; remembers every spelling that it has judged."""

    code: str
    words: tuple[frozenset[str], ...]
    """The stems of each word."""
    phrases: tuple[tuple[frozenset[str], ...], ...] = ()
    sounds: tuple[frozenset[str], ...] = ()
    """The keys of each word that is looked for by sound, in the order of the words; nothing for the others."""
    _judged: dict[str, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Words, code: str, by_sound: frozenset[str] = frozenset()) -> Needles:
        """The needles of a query; words that say nothing are looked for only where there are no others."""
        telling = telling_words(code, words.words) or (() if words.phrases else words.words)
        return cls(
            code,
            tuple(frozenset(stems(code, word)) for word in telling),
            tuple(tuple(frozenset(stems(code, word)) for word in phrase) for phrase in words.phrases),
            tuple(frozenset(keys(word)) if word in by_sound else frozenset() for word in telling) if by_sound else (),
        )

    @property
    def count(self) -> int:
        """How many different things are looked for."""
        return len(self.words) + len(self.phrases)

    def places(self, text: str) -> Iterator[Place]:
        """Where they stand in a text, in order."""
        if self.phrases:
            yield from self._with_phrases(text)
            return
        for match in WORD.finditer(text, 0, LONGEST_READ):
            number = self._number_of(match.group())
            if number is not None:
                yield Place(match.start(), match.end(), number)

    def _with_phrases(self, text: str) -> Iterator[Place]:
        found = list(WORD.finditer(text, 0, LONGEST_READ))
        position = 0
        while position < len(found):
            length, number = self._phrase_at(found, position)
            if not length:
                number, length = self._number_of(found[position].group()), 1
            if number is not None:
                yield Place(found[position].start(), found[position + length - 1].end(), number)
            position += length

    def _phrase_at(self, found: Sequence[object], position: int) -> tuple[int, int | None]:
        """How many words of the text a phrase takes here, and its number; 0 where none begins."""
        for number, phrase in enumerate(self.phrases, len(self.words)):
            there = found[position : position + len(phrase)]
            if len(there) == len(phrase) and all(
                wanted.intersection(stems(self.code, match.group()))  # type: ignore[attr-defined]
                for wanted, match in zip(phrase, there, strict=True)
            ):
                return len(phrase), number
        return 0, None

    def _number_of(self, word: str) -> int | None:
        """Which of the words this is a form of."""
        if word not in self._judged:
            self._judged[word] = self._judge(word)
        return self._judged[word]

    def _judge(self, word: str) -> int | None:
        of_word = stems(self.code, word)
        for number, wanted in enumerate(self.words):
            if not wanted.isdisjoint(of_word):
                return number
        of_sound = keys(word) if self.sounds else ()
        return next((n for n, wanted in enumerate(self.sounds) if not wanted.isdisjoint(of_sound)), None)


def marked(text: str, needles: Needles) -> SafeString:
    """The whole text, escaped, with `<mark>` around what was looked for and its isolates closed."""
    parts: list[str] = []
    at = 0
    for place in needles.places(text):
        parts += [escape(text[at : place.start]), "<mark>", escape(text[place.start : place.end]), "</mark>"]
        at = place.end
    parts.append(escape(text[at:]))
    return mark_safe(balanced("".join(parts)))  # noqa: S308 all parts are escaped


def snippet(texts: Sequence[str], needles: Needles) -> SafeString:
    """A piece of the first text that has most of what is looked for; of the first text where none has any."""
    text, window, best = next(filter(None, texts), ""), list[Place](), 0
    for candidate in texts:
        there = densest(needles.places(candidate), needles.count)
        variety = len({place.wanted for place in there})
        if variety > best:
            text, window, best = candidate, there, variety
        if best and best >= needles.count:
            break
    start, end = cut(text, window[0].start, window[-1].end) if window else cut(text, 0, 0)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return mark_safe(before + marked(text[start:end].strip(), needles) + after)  # noqa: S308 escaped by `marked`


def densest(places: Iterable[Place], enough: int) -> list[Place]:
    """The neighbours, near enough for one snippet, among which most different things are; the first such.

    Looks no further where so many different things stand together as are enough.
    """
    best: list[Place] = []
    best_variety = 0
    window: deque[Place] = deque()
    for place in places:
        window.append(place)
        while len(window) > 1 and place.end - window[0].start > LONGEST_SNIPPET:
            window.popleft()
        variety = len({other.wanted for other in window})
        if variety > best_variety:
            best, best_variety = list(window), variety
            if best_variety >= enough:
                break
    return best
