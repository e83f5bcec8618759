"""The words of a query: words, `"phrases"`, `-not`; everything else that readers type is words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsroom.text import clean_line
from search.analysis import PIPELINES
from search.conflation.table import CONFLATIONS
from search.conflation.tokens import tokens
from search.questions import LONGEST_TEXT, MOST_WORDS

_QUOTES = re.compile("[“”„‟«»″＂]")
_MARKS_OF_DIRECTION = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
_PARTS = re.compile(r'(?P<sign>(?:(?<=\s)|^)[-\u2212])?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+)|")')
"""A phrase between two quotes, or what stands between spaces and quotes; a quote that nothing closes is passed over."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a query asks for."""

    words: tuple[str, ...] = ()
    """As typed, each once."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words that must stand side by side."""
    unwanted: tuple[tuple[str, ...], ...] = ()
    """Words, or words side by side, that must not stand in a story."""

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.unwanted)

    @property
    def all_wanted(self) -> tuple[str, ...]:
        """Every word that a story should have, those of phrases too, each once."""
        return tuple(dict.fromkeys([*self.words, *(word for phrase in self.phrases for word in phrase)]))


def words_of(text: str) -> Words:
    """Reads a query. Whatever it holds, no more than `LONGEST_TEXT` characters and `MOST_WORDS` words are read."""
    words: dict[str, None] = {}
    phrases: dict[tuple[str, ...], None] = {}
    unwanted: dict[tuple[str, ...], None] = {}
    room = MOST_WORDS
    for is_unwanted, is_phrase, part in _parts(text):
        found = tuple(token.text for token in tokens(part))[:room]
        room -= len(found)
        if not found:
            continue
        if is_unwanted:
            unwanted[found] = None
        elif is_phrase and len(found) > 1:
            phrases[found] = None
        else:
            words.update(dict.fromkeys(found))
    return Words(tuple(words), tuple(phrases), tuple(unwanted))


def words_in(text: str) -> tuple[str, ...]:
    """The words of any text, each once."""
    return tuple(dict.fromkeys(token.text for token in tokens(text)))


def _parts(text: str) -> Iterator[tuple[bool, bool, str]]:
    """Whether it is unwanted, whether it is a phrase, and the words as they stand there."""
    line = _MARKS_OF_DIRECTION.sub("", clean_line(text[:LONGEST_TEXT]))
    for match in _PARTS.finditer(_QUOTES.sub('"', line)[:LONGEST_TEXT]):
        phrase, plain = match["phrase"], match["plain"]
        yield bool(match["sign"]), phrase is not None, phrase or plain or ""


def telling_words(code: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that say what a query is about, without "the" and "of"; none where it has nothing else."""
    fold = CONFLATIONS[code].fold
    silent = _function_words(code)
    return tuple(word for word in words if word.lower() not in silent and fold(word) not in silent)


@lru_cache
def _function_words(code: str) -> frozenset[str]:
    """The stop words of the language's pipeline."""
    lists = [rules.get("stopwords") for rules in PIPELINES[code].filters.values() if rules.get("type") == "stop"]
    return frozenset(word for words in lists if isinstance(words, list | tuple) for word in words)
