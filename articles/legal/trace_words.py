"""The trace in words: for every rule whether it applies, or each reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from articles.legal.ledger.canonical import moment
from articles.legal.terms import ScopeKind
from articles.legal.trace import Line
from articles.legal.values import Rule
from newsroom.languages import known, language

Name = Callable[[str], str]
"""Code of a place → how it is called."""


def by_code(code: str) -> str:
    """The code itself: for words that must be the same in every release, whatever places are called then."""
    return code


def told(lines: Iterable[Line], at: datetime, name: Name = by_code) -> list[str]:
    """A paragraph for each rule, in the active language, in the order of the trace."""
    return [" ".join(_sentences(line, at, name)) for line in lines]


def _sentences(line: Line, at: datetime, name: Name) -> Iterator[str]:
    rule = line.rule
    named = {"rule": rule.id, "notice": rule.notice.key}
    if line.applies:
        yield _("Rule {rule} of the notice “{notice}” applies.").format(**named)
    elif line.matches:
        yield _("Rule {rule} of the notice “{notice}” gives way: rule {other} is more specific.").format(
            other=line.outranked_by, **named
        )
    else:
        yield _("Rule {rule} of the notice “{notice}” does not apply.").format(**named)
        yield from _reasons(line, at, name)


def _reasons(line: Line, at: datetime, name: Name) -> Iterator[str]:
    rule = line.rule
    if not line.region:
        yield _("The reader is not in its region: {places}.").format(places=places_of(rule, name))
    if not line.language:
        codes = sorted(rule.languages)
        names = ", ".join(language(code).name if known(code) else code for code in codes)
        yield _("It is for other languages: {languages}.").format(languages=names)
    if not line.scope:
        yield _("It is about something else: {scope}.").format(scope=scope_of(rule))
    if not line.surface:
        yield _("It is for other surfaces: {surfaces}.").format(surfaces=", ".join(sorted(rule.surfaces)))
    if not line.time and rule.starts_at is not None and at < rule.starts_at:
        yield _("Its time has not come: it starts at {moment}.").format(moment=moment(rule.starts_at))
    elif not line.time and rule.ends_at is not None:
        yield _("Its time is over: it ended at {moment}.").format(moment=moment(rule.ends_at))


def places_of(rule: Rule, name: Name) -> str:
    """The places of a rule, and what holds for readers of whom too little is known."""
    area = rule.area
    if area.whole_world:
        return _("the whole world")
    parts = [name(code) for code in sorted(area.codes)]
    parts += [
        _("{country}, if its part is unknown").format(country=name(code)) for code in sorted(area.unknown_subdivisions)
    ]
    if rule.applies_to_unknown or not rule.withholds:
        parts.append(_("readers whose country is unknown"))
    return ", ".join(parts)


def scope_of(rule: Rule) -> str:
    """What a rule is about, in words and by the key of what it names."""
    label = str(ScopeKind(rule.scope.kind).label)
    return f"{label} ({rule.scope.target})" if rule.scope.target else label
