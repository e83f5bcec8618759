"""What everybody may know of the law: the public notices in force, wherever the reader is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from articles.legal.decision import RuleSet
from articles.legal.fallbacks import text_for
from articles.legal.terms import Effect, Kind
from articles.legal.values import Notice, Shown, Text
from newsroom.formats import country_name, subdivision_name
from newsroom.regions.area import Area


@dataclass(frozen=True, slots=True)
class InForce:
    """A notice with its words for a language, and the names of the places where it applies."""

    notice: Notice
    text: Text
    shown: Shown
    everywhere: bool = False
    places: list[str] = field(default_factory=list)


def notices_in_force(rules: RuleSet, language: str, at: datetime | None = None) -> list[InForce]:
    """Every public notice that some rule shows now, each once; withheld pages are told of where they were."""
    moment = at or timezone.now()
    found: dict[str, InForce] = {}
    for rule in rules.rules:
        notice = rule.notice
        if notice.is_sealed or notice.kind == Kind.WITHHELD or Effect.SHOW not in rule.effects:
            continue
        if not rule.is_in_force(moment):
            continue
        text = text_for(notice, language)
        known = found.get(notice.key)
        places = {*(known.places if known else ()), *place_names(rule.area, language)}
        everywhere = rule.area.whole_world or bool(known and known.everywhere)
        found[notice.key] = InForce(notice, text, Shown(notice, text, rule), everywhere, sorted(places))
    return [found[key] for key in sorted(found)]


def place_names(area: Area, language: str) -> list[str]:
    """The places of an area by their names in a language."""
    return [
        subdivision_name(code, language) if "-" in code else country_name(code, language) for code in sorted(area.codes)
    ]
