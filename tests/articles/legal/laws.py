"""The least law that tests need, as values."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from articles.legal.decision import RuleSet
from articles.legal.terms import Kind
from articles.legal.values import Notice, Rule, Text
from newsroom.regions.area import Area

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
RUSSIA_AND_CONTROLLED = Area(
    frozenset({"RU", "UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65"}),
    unknown_country=True,
    unknown_subdivisions=frozenset({"UA"}),
)
GERMANY = Area(frozenset({"DE"}))
WORLD = Area(frozenset(), whole_world=True, unknown_country=True)


def notice(key: str = "undesirable", kind: Kind = Kind.WARNING, **fields: Any) -> Notice:
    """A notice with an English text."""
    texts = {"en": Text("en", f"Heading of {key}", f"<p>Words of {key}.</p>")}
    return Notice(**{"key": key, "kind": kind, "source_language": "en", "texts": texts, **fields})


def rule(number: int = 1, **fields: Any) -> Rule:
    """A rule of one notice for Russia and the controlled parts, unless the fields say otherwise."""
    return Rule(**{"id": number, "notice": notice(), "area": RUSSIA_AND_CONTROLLED, **fields})


def law(*rules: Rule) -> RuleSet:
    """A set of rules."""
    return RuleSet(rules, "version of a test")
