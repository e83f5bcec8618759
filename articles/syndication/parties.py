"""Finds, or makes, whom an imported item credits."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Q, QuerySet

from articles.credits.models import Agency, Correspondent, Credit, Named, Organisation, Place, Service
from articles.syndication.items import PartyItem

SomeNamed = TypeVar("SomeNamed", bound=Named)


def credit_for(item: PartyItem, code: str, position: int) -> Credit:
    """A credit, not yet saved, of the party that the item names in this language."""
    credit = Credit(sort_order=position)
    if item.role == "agency":
        credit.agency = _found_or_made(Agency, item.name, code, uri=item.uri)
    elif item.role == "service":
        credit.service = _found_or_made(Service, item.name, code, uri=item.uri)
    else:
        organisation = _found_or_made(Organisation, item.organisation, code) if item.organisation else None
        credit.correspondent = _correspondent(item, code, organisation)
        credit.place = _found_or_made(Place, item.place, code) if item.place else None
    return credit


def _correspondent(item: PartyItem, code: str, organisation: Organisation | None) -> Correspondent:
    """A person is known by uri, else by name, organisation and language together."""
    people = Correspondent.objects.filter(uri=item.uri) if item.uri else _named(Correspondent, item.name, code)
    if not item.uri:
        people = people.filter(organisation=organisation)
    person = people.first()
    if person is None:
        person = Correspondent(name=item.name, organisation=organisation)
        if item.uri:
            person.uri = item.uri
    return _with_name(person, item.name, code)


def _found_or_made(model: type[SomeNamed], name: str, code: str, uri: str = "") -> SomeNamed:
    known = model.objects.filter(uri=uri).first() if uri else _named(model, name, code).first()
    if known is None:
        known = model(name=name)
        if uri:
            known.uri = uri
    return _with_name(known, name, code)


def _named(model: type[SomeNamed], name: str, code: str) -> QuerySet[SomeNamed]:
    return model.objects.filter(Q(**{f"names__{code}": name}) | Q(name=name)).order_by("pk")


def _with_name(party: SomeNamed, name: str, code: str) -> SomeNamed:
    """The party, saved, with its name in this language where it had none."""
    is_new = party._state.adding
    if is_new or code not in party.names:
        party.names[code] = name
        party.full_clean()
        party.save()
    return party
