"""The notice key: a name for all places that no public rule, in force or due, tells apart.

It depends on no page, so an edge can know it from a map; few variants keep shared caches fast, and nobody can poison
them, because the origin computes the key from the trusted place itself. Sealed rules leave no trace in it.

A key also names the public rules and words that it was made under. So an edge whose map is old asks by keys that no
answer is stored under any more: it never finds what was made by new rules for places that its map knows nothing of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from weakref import WeakKeyDictionary

from articles.legal import frozen
from articles.legal.decision import RuleSet
from articles.legal.values import Rule
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import KOSOVO, countries, subdivisions_of

LETTERS = 12
REMEMBERED = 4096
"""Places whose keys are remembered; there are about as many subdivisions."""


def notice_key(rules: RuleSet, location: Location, at: datetime) -> str:
    """The key of the place: twelve hexadecimal digits that say nothing by themselves."""
    return _book(rules, at).key_of(location)


def place_class(rules: RuleSet, location: Location, at: datetime) -> str:
    """What the key says of the place alone, whatever the words of the notices are."""
    return _book(rules, at).class_of(location)


def public_version(rules: RuleSet, at: datetime) -> str:
    """A name for all that public rules say, in force or due; the same in every process."""
    return _book(rules, at).version


def public_rules(rules: RuleSet, at: datetime) -> list[Rule]:
    """The rules, in force or due, that are no secret."""
    return [rule for rule in rules.rules if not rule.notice.is_sealed and (rule.ends_at is None or at < rule.ends_at)]


def key_map(rules: RuleSet, at: datetime) -> dict[str, str]:
    """Keys by place: `` (unknown), `RU`, `UA-43`; only places whose key differs from that of the wider one, and `*`.

    `*` is the key of every country that is not named; a subdivision that is not named has its country's key, which is
    that of the country with an unknown subdivision.
    """
    book = _book(rules, at)
    everywhere = (*countries(), KOSOVO)
    others = _most_common(book.key_of(Location(country, None)) for country in everywhere)
    keys = {"": book.key_of(UNKNOWN), "*": others}
    divided = {code.split("-")[0] for rule in book.rules for code in rule.area.codes if "-" in code}
    for country in everywhere:
        own = book.key_of(Location(country, None))
        if own != others:
            keys[country] = own
        for subdivision in subdivisions_of(country) if country in divided else ():
            key = book.key_of(Location(country, subdivision))
            if key != own:
                keys[subdivision] = key
    return keys


class _Book:
    """The keys of all places while the same public rules are in force or due."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        said = json.dumps([frozen.as_data(rule) for rule in rules], sort_keys=True)
        self.version = _name(said)
        self._signatures = [_signature(rule) for rule in rules]
        self._keys: dict[Location, str] = {}

    def class_of(self, location: Location) -> str:
        """The class of a place."""
        pairs = zip(self.rules, self._signatures, strict=True)
        return _name(*sorted({signature for rule, signature in pairs if rule.holds_at(location)}))

    def key_of(self, location: Location) -> str:
        """The key of a place."""
        known = self._keys.get(location)
        if known is None:
            known = _name(self.version, self.class_of(location))
            if len(self._keys) >= REMEMBERED:
                self._keys.clear()
            self._keys[location] = known
        return known


_books: WeakKeyDictionary[RuleSet, dict[int, _Book]] = WeakKeyDictionary()


def _book(rules: RuleSet, at: datetime) -> _Book:
    """The book of this moment; another one is opened whenever a rule has ended."""
    ended = sum(rule.ends_at is not None and rule.ends_at <= at for rule in rules.rules)
    books = _books.setdefault(rules, {})
    if ended not in books:
        books[ended] = _Book(public_rules(rules, at))
    return books[ended]


def _name(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:LETTERS]


def _signature(rule: Rule) -> str:
    """What a rule says of places, so that rules for one region need one key."""
    area = rule.area
    unknown = rule.applies_to_unknown or not rule.withholds
    return repr((sorted(area.codes), area.whole_world, sorted(area.unknown_subdivisions), unknown))


def _most_common(keys: Iterable[str]) -> str:
    counted: dict[str, int] = {}
    for key in keys:
        counted[key] = counted.get(key, 0) + 1
    return max(counted, key=lambda key: counted[key])
