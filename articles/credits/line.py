"""The credit line: from a list of parties to one grammatical sentence in each language.

One template per language (gettext), people of one organisation together, parties joined by the language's list
pattern. No name is inflected: templates are worded so that names stay as they are. Pure: no request, no database.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, override, pgettext

from newsroom import formats
from newsroom.languages import language

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the language writes it, and the address of its page of stories."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A correspondent; a None name is withheld. `phrase` is the place as the sentence needs it."""

    name: Name | None
    organisation: str = ""
    place: str = ""
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A text in which names are still known as names."""

    parts: tuple[str | Name, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __add__(self, other: Line) -> Line:
        return Line(self.parts + other.parts)

    def text(self, code: str) -> str:
        """Plain text; in right-to-left languages names of the other direction are isolated (Unicode TR 9)."""
        isolate = language(code).is_right_to_left
        return "".join(_isolated(part.text, isolate) if isinstance(part, Name) else part for part in self.parts)

    def html(self) -> SafeString:
        """Markup: every name isolated, and linked where it has a page."""
        return format_html_join("", "{}", ((_markup(part),) for part in self.parts))


def credit_line(parties: Sequence[Person | Name], code: str) -> Line:
    """The sentence that names the parties, in their order; empty without parties.

    >>> credit_line([Person(Name("Mike Eckel"), "RFE/RL", "Washington"), Name("Reuters")], "en").text("en")
    'With reporting by RFE/RL correspondent Mike Eckel in Washington and Reuters'
    """
    if not parties:
        return Line()
    with override(code):
        members = [member for group in _grouped(parties) for member in _members(group, code)]
        # Translators: parties is a list of names in the nominative.
        return _fill(pgettext("credit line", "With reporting by {parties}"), parties=_joined(members, code))


def _grouped(parties: Sequence[Person | Name]) -> list[list[Person] | Name]:
    """People of one organisation stand together where the first of them stands, and so do withheld people of none.

    The rest stay in order.
    """
    groups: list[list[Person] | Name] = []
    by_organisation: dict[str, list[Person]] = {}
    for party in parties:
        if isinstance(party, Name):
            groups.append(party)
        elif party.name and not party.organisation:
            groups.append([party])
        elif party.organisation in by_organisation:
            by_organisation[party.organisation].append(party)
        else:
            by_organisation[party.organisation] = [party]
            groups.append(by_organisation[party.organisation])
    return groups


def _members(group: list[Person] | Name, code: str) -> list[Line]:
    """The members of the sentence's list that a group makes."""
    if isinstance(group, Name):
        return [Line((group,))]
    organisation = group[0].organisation
    named = [_person(person) for person in group if person.name]
    members = named
    if named and organisation:
        template = npgettext(
            "credit line",
            "{organisation} correspondent {people}",
            "{organisation} correspondents {people}",
            len(named),
        )
        members = [_fill(template, organisation=Line((Name(organisation),)), people=_joined(named, code))]
    withheld = len(group) - len(named)
    return [*members, _withheld(withheld, organisation, code)] if withheld else members


def _person(person: Person) -> Line:
    name = Line((person.name,)) if person.name else Line()
    if person.phrase:
        template = pgettext("credit line", "{person} {place_phrase}")
        return _fill(template, person=name, place_phrase=Line((person.phrase,)))
    if person.place:
        return _fill(pgettext("credit line", "{person} in {place}"), person=name, place=Line((Name(person.place),)))
    return name


def _withheld(count: int, organisation: str, code: str) -> Line:
    """People whose names are withheld: neither name nor place, which might tell who they are."""
    if organisation:
        one = pgettext("credit line", "a correspondent of {organisation}")
        many = npgettext(
            "credit line",
            "{count} correspondent of {organisation}",
            "{count} correspondents of {organisation}",
            count,
        )
    else:
        one = pgettext("credit line", "a correspondent")
        many = npgettext("credit line", "{count} correspondent", "{count} correspondents", count)
    number = Line((formats.format_number(count, code),))
    return _fill(one if count == 1 else many, organisation=Line((Name(organisation),)), count=number)


def _joined(members: Sequence[Line], code: str) -> Line:
    """The members joined by the language's list pattern (Unicode TR 35, "List Patterns")."""
    if len(members) <= 1:
        return members[0] if members else Line()
    patterns = formats.list_patterns(code)
    if len(members) == 2:  # noqa: PLR2004 CLDR has a pattern for two
        return _fill(patterns["2"], *members)
    joined = _fill(patterns["end"], *members[-2:])
    for member in members[-3:0:-1]:
        joined = _fill(patterns["middle"], member, joined)
    return _fill(patterns["start"], members[0], joined)


def _fill(template: str, *positional: Line, **named: Line) -> Line:
    """The template with lines in its placeholders."""
    line = Line()
    for literal, field, _, _ in Formatter().parse(template):
        if literal:
            line += Line((literal,))
        if field is not None:
            line += positional[int(field)] if field.isdigit() else named[field]
    return line


def _isolated(text: str, isolate: bool) -> str:
    if isolate and any(unicodedata.bidirectional(character) == "L" for character in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text


def _markup(part: str | Name) -> str | SafeString:
    if isinstance(part, str):
        return part
    if part.address:
        return format_html('<a href="{}"><bdi>{}</bdi></a>', part.address, part.text)
    return format_html("<bdi>{}</bdi>", part.text)
