"""Links of the source that the translation lacks."""

from __future__ import annotations

from collections import Counter

from articles.translation.checking.findings import Pair
from articles.translation.markup import ADDRESS, LINK


def missing_links(pair: Pair) -> list[str]:
    """Their addresses."""
    return list((_addresses(pair.source.text) - _addresses(pair.target.text)).elements())


def _addresses(text: str) -> Counter[str]:
    return Counter(" ".join(sorted(ADDRESS.findall(attributes))) for attributes, _ in LINK.findall(text))
