"""Which changes of a source a returned file deals with as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from articles.translation.changes import Change, ChangeKind, is_wording
from articles.translation.files.judging import Judgement
from articles.translation.files.standing import Standing
from articles.translation.models import Translation
from articles.translation.parts import Part, parts_of
from articles.translation.staleness import changes_of, seen_parts
from articles.translation.units import units_of_part

BY_WORDS = frozenset({ChangeKind.CHANGED, ChangeKind.ADDED})
"""A file holds words alone: it cannot say that something moved or went."""


def covered_parts(translation: Translation, standing: Standing, judgements: Iterable[Judgement]) -> dict[str, str]:
    """The changed parts of which every text is translated from its present words, with their digests.

    A part of which a picture, a video or an address changed too is not dealt with by words.
    """
    translated = {judgement.returned.key for judgement in judgements if judgement.covers}
    changes: dict[str, list[Change]] = defaultdict(list)
    for change in changes_of(translation):
        changes[change.part].append(change)
    own, seen = parts_of(standing.own_now), seen_parts(translation, changes)
    found = {}
    for key, rows in changes.items():
        now = rows[0].after
        before = seen.get(key) or own.get(key)
        is_words_alone = key in standing.new or (now and before and is_wording(before, now))
        if now and is_words_alone and {row.kind for row in rows} <= BY_WORDS and _is_covered(now, translated):
            found[key] = now.digest
    return found


def _is_covered(part: Part, translated: Collection[str]) -> bool:
    texts = [unit.key for unit in units_of_part(part) if unit.words]
    return bool(texts) and set(texts) <= set(translated)
