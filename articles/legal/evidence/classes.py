"""One place for each notice key: whoever reads from there gets what all readers of that key get."""

from __future__ import annotations

from datetime import datetime

from articles.legal.decision import RuleSet
from articles.legal.keys import key_map, notice_key
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import countries, country_of

MOST = 8
"""Classes of which snapshots are taken; rules that tell more of them apart leave the rarest out."""


def representatives(rules: RuleSet, at: datetime) -> dict[str, Location]:
    """A place for each notice key, unknown readers and those of no rule first."""
    keys = key_map(rules, at)
    found = {keys[""]: UNKNOWN}
    unnamed = next(country for country in countries() if notice_key(rules, Location(country, None), at) == keys["*"])
    found.setdefault(keys["*"], Location(unnamed, None))
    for code, key in sorted(keys.items()):
        if code and code != "*":
            country = country_of(code)
            found.setdefault(key, Location(country, code if code != country else None))
    return dict(list(found.items())[:MOST])
