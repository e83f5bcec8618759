"""The names of a story's credits as both of its languages write them."""

from __future__ import annotations

from collections.abc import Iterator

from articles.credits.models import Agency, Correspondent, Place
from articles.pages.article import ArticlePage
from articles.translation.checking.findings import KnownName


def known_names(story: ArticlePage, source_code: str, code: str) -> list[KnownName]:
    """Of people, places and agencies that the story credits or comes from; withheld people are left out."""
    rows = story.credits.get_queryset().select_related("correspondent", "place", "agency")
    parties: list[Correspondent | Place | Agency | None] = [story.place]
    for row in rows:
        parties += [row.correspondent, row.place, row.agency]
    return list(dict.fromkeys(_pairs(parties, source_code, code)))


def _pairs(parties: list[Correspondent | Place | Agency | None], source_code: str, code: str) -> Iterator[KnownName]:
    for party in parties:
        is_withheld = isinstance(party, Correspondent) and party.is_withheld
        if party is None or is_withheld:
            continue
        source, target = party.names.get(source_code) or party.name, party.names.get(code)
        if source and target:
            yield KnownName(source, target)
