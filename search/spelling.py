"""Did you mean: words that stand in stories which the reader may see, and are spelled nearly as what found nothing.

Elsewhere a suggester would be asked, but a suggester knows the words of every story, withheld ones too. Here stories
are searched under the reader's own filter with some letters wrong, and the words are taken from what was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from search.analysis import STEMS
from search.conflation.table import CONFLATIONS, stems
from search.conflation.tokens import WORD, tokens
from search.filters import readable
from search.matching import BY_TEXT, Clause, word_clause
from search.words import Words, telling_words

FEW = 3
"""With fewer stories found another spelling is looked for."""
STORIES_READ = 10
FIELDS_READ = ("headline", "standfirst", "names", "body")
LETTERS_READ = 6000
"""Of one field of one story."""
SHORTEST = 4
"""Letters of a word that can be misspelled; of a shorter one every change makes another word."""
LONGEST = 40


def spelling_search(words: Words, code: str, at: datetime, withdrawn: frozenset[int]) -> Clause | None:
    """The body of the search for stories with nearly these words; None where none is long enough."""
    wanted = telling_words(code, words.all_wanted)
    if not any(_may_be_wrong(word) for word in wanted):
        return None
    must = [_nearly(code, word) if _may_be_wrong(word) else word_clause(code, word) for word in wanted]
    return {
        "query": {"bool": {"must": must, "filter": [readable(code, at, withdrawn)]}},
        "size": STORIES_READ,
        "_source": list(FIELDS_READ),
        "track_total_hits": False,
    }


def other_spelling(answer: Mapping[str, Any] | None, words: Words, text: str, code: str) -> str | None:
    """The query with its wrong words replaced by those of the stories found; None where nothing is to be replaced."""
    hits = ((answer or {}).get("hits") or {}).get("hits", ())
    there = Counter(word for hit in hits for word in _words_of(hit.get("_source", {})))
    known = {stem for word in there for stem in stems(code, word)}
    right: dict[str, str] = {}
    for word in telling_words(code, words.all_wanted):
        if not _may_be_wrong(word) or not known.isdisjoint(stems(code, word)):
            continue
        nearest = _nearest(word, there, code)
        if nearest is not None:
            right[word] = nearest
    return WORD.sub(lambda match: right.get(match.group(), match.group()), text) if right else None


def _may_be_wrong(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def _nearly(code: str, word: str) -> Clause:
    """A word as it is, or with one or two letters wrong after the first."""
    fuzzy = {"fuzziness": "AUTO", "prefix_length": 1, "max_expansions": 30}
    by_stem = [
        {"match": {field: {"query": stem, "analyzer": STEMS, **fuzzy}}}
        for stem in stems(code, word)[:2]
        for field in ("stems.headline", "stems.lead", "stems.text")
    ]
    by_text = {"multi_match": {"query": word, "fields": BY_TEXT, **fuzzy}}
    return {"dis_max": {"queries": [word_clause(code, word), by_text, *by_stem]}}


def _words_of(source: Mapping[str, Any]) -> Iterator[str]:
    for name in FIELDS_READ:
        value = source.get(name) or ""
        text = " ".join(value) if isinstance(value, list) else str(value)
        yield from (token.text for token in tokens(text[:LETTERS_READ]))


def _nearest(word: str, there: Counter[str], code: str) -> str | None:
    """The word with fewest letters wrong, the most frequent of such; spelled as in the stories."""
    fold = CONFLATIONS[code].fold
    typed = fold(word)
    most = 1 if len(typed) < SHORTEST + 2 else 2
    best: tuple[int, int, str] | None = None
    for other, frequency in there.items():
        if abs(len(other) - len(typed)) > most:
            continue
        wrong = letters_wrong(typed, fold(other), most)
        if 0 < wrong <= most and (best is None or (wrong, -frequency, other) < best):
            best = (wrong, -frequency, other)
    return best[2] if best else None


def letters_wrong(one: str, other: str, most: int) -> int:
    """How many letters must be changed, put in, taken out or swapped with the next; `most + 1` for any more."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, opposite in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != opposite))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == opposite:
                cost = min(cost, before_last[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before_last, last = last, now
    return min(last[-1], most + 1)
