"""From stored credits to the parties that the credit line names, in one language."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from articles.credits.line import Line, Name, Person, credit_line
from articles.credits.models import Agency, Correspondent, Credit, Service

ROOMS: dict[type[Correspondent | Service | Agency], str] = {
    Correspondent: "people",
    Service: "services",
    Agency: "agencies",
}
"""The part of the address under which each kind of party has its pages."""


def with_parties(credits: QuerySet[Credit]) -> QuerySet[Credit]:
    """The credits with all that the line needs, in one query."""
    return credits.select_related("correspondent__organisation", "service", "agency", "place").order_by("sort_order")


def address_of(party: Correspondent | Service | Agency, code: str) -> str:
    """The page of a party's stories in a language; empty while the name is withheld."""
    if isinstance(party, Correspondent) and party.is_withheld:
        return ""
    return f"/{code}/{ROOMS[type(party)]}/{party.key}/"


def line_of(credits: Iterable[Credit], code: str) -> Line:
    """The credit line of stored credits."""
    return credit_line([_party(credit, code) for credit in credits], code)


def _party(credit: Credit, code: str) -> Person | Name:
    party = credit.party
    name = Name(party.name_in(code), address_of(party, code))
    if not isinstance(party, Correspondent):
        return name
    return Person(
        name=None if party.is_withheld else name,
        organisation=party.organisation.name_in(code) if party.organisation else "",
        place=credit.place.name_in(code) if credit.place else "",
        phrase=credit.place.phrases.get(code, "") if credit.place else "",
    )
