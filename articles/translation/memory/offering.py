"""What the memory offers for a text: the same text translated before, then those that are nearly the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.html import escape

from articles.credits.models import Correspondent
from articles.credits.reach import tells_name
from articles.pages.article import ArticlePage
from articles.translation.limits import is_rich
from articles.translation.markup import words_of_markup
from articles.translation.memory.likeness import bands, digest, likeness, plain_words
from articles.translation.models import MemoryBand, MemoryUnit, Translation
from articles.translation.reading import readable_q
from newsroom.users.rights import Person

MOST_OFFERS = 5
MOST_FOUND, MOST_COMPARED = 200, 40
"""Texts that share bands, and of those that may be offered, how many are compared."""
MOST_SAME = 20
LEAST_LIKENESS = 60
LONGEST = 10_000
"""Characters of a text for which something is looked for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A text that somebody wrote before."""

    text: str
    """As the place needs it: HTML for rich text, plain for a line."""
    source_text: str
    """What it is a translation of, plain."""
    likeness: int
    """From 0 to 100; 100 for the same words."""
    story_title: str


def offers(text: str, *, kind: str, source_code: str, code: str, by: Person) -> list[Offer]:
    """What this person may be offered for a text of this kind, the likest first: four queries, whatever is stored.

    Texts of killed stories, of stories that the person may not read, and of those whose source they may not read are
    left out, and so are texts in which a withheld name stands.
    """
    rich = is_rich(kind)
    words = plain_words(text[:LONGEST], is_rich=rich)
    if not words:
        return []
    allowed = _allowed(source_code, code, by)
    same = list(allowed.filter(source_digest=digest(words)).order_by("-remembered_at")[:MOST_SAME])
    near = _near(words, allowed, _candidates(words, source_code, code))
    withheld = list(Correspondent.objects.filter(withheld_at__isnull=False))
    found: dict[str, Offer] = {}
    for row in [*same, *(row for row in near if row not in same)]:
        if any(tells_name(told, person) for person in withheld for told in (row.text, row.source_text)):
            continue
        like = likeness(words, plain_words(row.source_text, is_rich=is_rich(row.kind)))
        if like >= LEAST_LIKENESS:
            offer = Offer(_fitted(row, rich=rich), _shown(row), like, row.story.title if row.story else "")
            found.setdefault(offer.text, offer)
    return sorted(found.values(), key=lambda offer: -offer.likeness)[:MOST_OFFERS]


def _allowed(source_code: str, code: str, by: Person) -> QuerySet[MemoryUnit]:
    readable = ArticlePage.objects.filter(readable_q(by), killed_at__isnull=True)
    made = Translation.objects.filter(source__in=readable, story__in=readable).values("story")
    units = MemoryUnit.objects.filter(source_language=source_code, language=code, story__in=made)
    return units.select_related("story").defer("story__body")


def _near(words: str, allowed: QuerySet[MemoryUnit], keys: list[int]) -> list[MemoryUnit]:
    """Those of the candidates that may be offered and are not far from the length, in the order in which they came."""
    length = len(words)
    rows = allowed.filter(pk__in=keys, length__gte=length // 2, length__lte=length * 2 + 1)
    return sorted(rows, key=lambda row: keys.index(row.pk))[:MOST_COMPARED]


def _candidates(words: str, source_code: str, code: str) -> list[int]:
    """The keys of texts that share the most bands with these words; one query by an index."""
    rows = MemoryBand.objects.filter(source_language=source_code, language=code, band__in=bands(words))
    counted = rows.values("memory_unit").annotate(shared=Count("pk")).order_by("-shared", "-memory_unit")
    return [row["memory_unit"] for row in counted[:MOST_FOUND]]


def _fitted(row: MemoryUnit, *, rich: bool) -> str:
    was_rich = is_rich(row.kind)
    if was_rich == rich:
        return row.text
    return f"<p>{escape(row.text)}</p>" if rich else words_of_markup(row.text)


def _shown(row: MemoryUnit) -> str:
    return words_of_markup(row.source_text) if is_rich(row.kind) else row.source_text
