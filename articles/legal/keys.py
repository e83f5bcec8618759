"""The notice key: a name for all places that no public rule, in force or due, tells apart.

It depends on no page, so an edge can know it from a map; few variants keep shared caches fast, and nobody can poison
them, because the origin computes the key from the trusted place itself. Sealed rules leave no trace in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from articles.legal.decision import RuleSet
from articles.legal.values import Rule
from newsroom.regions.area import Area
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import countries, subdivisions_of

LETTERS = 12


def notice_key(rules: RuleSet, location: Location, at: datetime) -> str:
    """The key of the place: twelve hexadecimal digits that say nothing by themselves."""
    matched = sorted({_signature(rule) for rule in _public(rules, at) if rule.holds_at(location)})
    return hashlib.sha256("\n".join(matched).encode()).hexdigest()[:LETTERS]


def key_map(rules: RuleSet, at: datetime) -> dict[str, str]:
    """Keys by place: `` (unknown), `RU`, `UA-43`; only places whose key differs from that of the wider one, and `*`.

    `*` is the key of every country that is not named; a subdivision that is not named has its country's key, which is
    that of the country with an unknown subdivision.
    """
    others = _most_common(notice_key(rules, Location(country, None), at) for country in countries())
    keys = {"": notice_key(rules, UNKNOWN, at), "*": others}
    divided = {code.split("-")[0] for rule in _public(rules, at) for code in rule.area.codes if "-" in code}
    for country in countries():
        own = notice_key(rules, Location(country, None), at)
        if own != others:
            keys[country] = own
        for subdivision in subdivisions_of(country) if country in divided else ():
            key = notice_key(rules, Location(country, subdivision), at)
            if key != own:
                keys[subdivision] = key
    return keys


def _public(rules: RuleSet, at: datetime) -> list[Rule]:
    return [rule for rule in rules.rules if not rule.notice.is_sealed and (rule.ends_at is None or at < rule.ends_at)]


def _signature(rule: Rule) -> str:
    area: Area = rule.area
    return repr(
        (
            sorted(area.codes),
            area.whole_world,
            sorted(area.unknown_subdivisions),
            rule.applies_to_unknown or not rule.withholds,
        )
    )


def _most_common(keys: Iterable[str]) -> str:
    counted: dict[str, int] = {}
    for key in keys:
        counted[key] = counted.get(key, 0) + 1
    return max(counted, key=lambda key: counted[key])
