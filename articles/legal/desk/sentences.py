"""A rule in plain sentences: what an editor has just written and what an approver approves."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language, gettext

from articles.legal.desk.moments import in_words
from articles.legal.models import NoticeRule
from articles.legal.public import place_names
from articles.legal.surfaces import surfaces
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from newsroom.formats import country_name, join_list
from newsroom.languages import language
from newsroom.regions.area import Area

SHOWN = 12
"""Places that a table names before it says how many more there are."""


def rule_in_words(rule: NoticeRule) -> list[str]:
    """Everything that the rule says, one sentence for each thing."""
    return list(_sentences(rule))


def places_in_words(area: Area, limit: int | None = None) -> str:
    """The places of an area by name; up to a limit, and how many more there are."""
    if area.whole_world:
        return gettext("the whole world")
    names = place_names(area, _code())
    if limit is None or len(names) <= limit:
        return join_list(names, _code())
    return gettext("{places} and {count} more").format(places=", ".join(names[:limit]), count=len(names) - limit)


def languages_in_words(codes: list[str]) -> str:
    """Languages by name; all of them where none is named."""
    return join_list([language(code).name for code in codes], _code()) if codes else gettext("all languages")


def scope_in_words(rule: NoticeRule) -> str:
    """What the rule is about, with its name."""
    kind = ScopeKind(rule.scope_kind)
    if kind == ScopeKind.SITE:
        return str(kind.label)
    name = rule.scope_name or rule.scope_target
    return gettext("{what}: “{name}”").format(what=kind.label, name=name)


def surfaces_in_words(names: list[str]) -> str:
    """Surfaces by title; a surface that is no longer registered by its own name."""
    titles = {surface.name: str(surface.title) for surface in surfaces()}
    return join_list([titles.get(name, name) for name in names], _code())


def _sentences(rule: NoticeRule) -> Iterator[str]:
    withholds = rule.notice.kind == Kind.WITHHELD
    if rule.withdraws:
        yield gettext("This version ends the rule. The rule that ends said:")
    yield _what(rule, withholds)
    yield from _where(rule, withholds)
    yield gettext("It is about: {scope}.").format(scope=scope_in_words(rule))
    yield gettext("Readers who read: {languages}.").format(languages=languages_in_words(rule.languages))
    if rule.surfaces:
        yield gettext("Only on: {surfaces}.").format(surfaces=surfaces_in_words(rule.surfaces))
    else:
        yield gettext("Wherever readers meet what we publish.")
    yield _when(rule)
    if not withholds:
        yield gettext("It stands {placement}.").format(placement=Placement(rule.placement).label)
    others = [str(Effect(effect).label) for effect in rule.effects if effect != Effect.SHOW]
    if others:
        yield gettext("Besides: {effects}.").format(effects=join_list(others, _code()))
    yield gettext("Why: {reason}").format(reason=rule.reason)


def _what(rule: NoticeRule, withholds: bool) -> str:
    region, notice = rule.region.name, rule.notice.name
    if withholds and Effect.SHOW in rule.effects:
        sentence = gettext("Readers in the region “{region}” cannot read the pages: “{notice}” withholds them.")
    elif withholds:
        sentence = gettext(
            "Readers in the region “{region}” can read the pages: an exception from wider rules of “{notice}”."
        )
    elif Effect.SHOW in rule.effects:
        sentence = gettext("Readers in the region “{region}” see the notice “{notice}”.")
    else:
        sentence = gettext(
            "Readers in the region “{region}” do not see the notice “{notice}”: an exception from wider rules."
        )
    return sentence.format(region=region, notice=notice)


def _where(rule: NoticeRule, withholds: bool) -> Iterator[str]:
    area = Area.from_data(rule.area)
    yield gettext("The region is: {places}.").format(places=places_in_words(area))
    if area.unknown_subdivisions and not area.whole_world:
        countries = [country_name(code, _code()) for code in sorted(area.unknown_subdivisions)]
        yield gettext("Readers of whom we know the country and not the part of it belong to it in: {places}.").format(
            places=join_list(countries, _code())
        )
    if not withholds or rule.applies_to_unknown:
        yield gettext("It applies to readers whose country is unknown.")
    else:
        yield gettext("It does not apply to readers whose country is unknown.")


def _when(rule: NoticeRule) -> str:
    start, end = rule.starts_at, rule.ends_at
    if start and end:
        return gettext("From {start} until {end}.").format(start=in_words(start), end=in_words(end))
    if start:
        return gettext("From {start} on, without an end.").format(start=in_words(start))
    if end:
        return gettext("From its approval until {end}.").format(end=in_words(end))
    return gettext("From its approval on, without an end.")


def _code() -> str:
    return get_language() or "en"
