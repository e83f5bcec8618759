"""How a query's words are looked up in an index: by stems of ours, by the server's analysis, by sound."""

from __future__ import annotations

from typing import Any

from search.analysis import STEMS, TEXT
from search.conflation.table import stems
from search.sounds import sound
from search.words import Words, telling_words

Clause = dict[str, Any]

BY_STEMS = ("stems.headline^4", "stems.lead^2", "stems.text")
BY_TEXT = ("headline^4", "kicker^1.5", "standfirst^2", "body", "captions", "videos", "names^2")
ALL_NEEDED = 2
"""Of so many words all must match; of more, three quarters."""
SHARE_NEEDED = 0.75
WEIGHT_OF_SOUND = 0.5
WEIGHT_OF_HEADLINE = 6


def matching(words: Words, code: str, *, by_sound: frozenset[str] = frozenset()) -> Clause:
    """The condition that the words put to a story, with its relevance; words of `by_sound` are also found by sound."""
    must: list[Clause] = [phrase_clause(code, phrase) for phrase in words.phrases]
    should: list[Clause] = []
    if words.words:
        must.append(_most_of(words.words, code, by_sound))
        line = " ".join(words.words)
        should.append({"match_phrase": {"headline": {"query": line, "boost": WEIGHT_OF_HEADLINE}}})
    must_not = [_unwanted(code, phrase) for phrase in words.unwanted]
    return {"bool": {"must": must or [{"match_all": {}}], "should": should, "must_not": must_not}}


def _most_of(words: tuple[str, ...], code: str, by_sound: frozenset[str]) -> Clause:
    """All words of a short query and most of a long one; or all of them in one field, where synonyms of several count.

    Words that say nothing ("the", "of") are not asked for beside others.
    """
    telling = telling_words(code, words) or words
    each: Clause = {
        "bool": {
            "should": [word_clause(code, word, by_sound=word in by_sound) for word in telling],
            "minimum_should_match": needed_of(len(telling)),
        }
    }
    if len(words) == 1:
        return each
    whole = {"multi_match": {"query": " ".join(words), "fields": BY_TEXT, "operator": "and"}}
    return {"bool": {"should": [each, whole], "minimum_should_match": 1}}


def needed_of(count: int) -> int:
    """How many of so many words a story must have."""
    return count if count <= ALL_NEEDED else int(SHARE_NEEDED * count)


def word_clause(code: str, word: str, *, by_sound: bool = False) -> Clause:
    """A word in any of its forms, wherever it counts most."""
    queries: list[Clause] = [{"multi_match": {"query": word, "fields": BY_TEXT}}, *stem_clauses(code, word)]
    if by_sound:
        queries += sound_clauses(word)
    return {"dis_max": {"queries": queries, "tie_breaker": 0.1}}


def stem_clauses(code: str, word: str) -> list[Clause]:
    """A word by the stems that the index keeps; nothing for a word of nothing but marks."""
    found = stems(code, word)
    return [{"multi_match": {"query": " ".join(found), "fields": BY_STEMS, "analyzer": STEMS}}] if found else []


def sound_clauses(word: str) -> list[Clause]:
    """A name by its sound; nothing for a word that is too short to be told apart."""
    key = sound(word)
    return [{"match": {"sounds": {"query": key, "boost": WEIGHT_OF_SOUND}}}] if key else []


def phrase_clause(code: str, phrase: tuple[str, ...]) -> Clause:
    """Words side by side in one field, as the server's analysis spells them; synonyms are not put for them."""
    if not telling_words(code, phrase):
        return {"bool": {"must": [clause for word in phrase for clause in stem_clauses(code, word)]}}
    return {"multi_match": {"query": " ".join(phrase), "type": "phrase", "fields": BY_TEXT, "analyzer": TEXT}}


def _unwanted(code: str, phrase: tuple[str, ...]) -> Clause:
    return phrase_clause(code, phrase) if len(phrase) > 1 else word_clause(code, phrase[0])
