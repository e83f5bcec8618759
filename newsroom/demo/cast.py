"""The demo's people, agencies and places, with their names in every language."""

from __future__ import annotations

from typing import TypeVar

from articles.credits.models import Agency, Correspondent, Named, Organisation, Place, Service
from newsroom.demo.as_ninjs import party_uri
from newsroom.demo.content_files import Table

SomeNamed = TypeVar("SomeNamed", bound=Named)


def make_cast(desks: dict[str, Table]) -> None:
    """Makes everybody whom the demo's stories credit."""
    meridian = _make(
        Organisation, "organisation", "meridian", {c: d["organisations"]["meridian"] for c, d in desks.items()}
    )
    for key in desks["en"]["people"]:
        person = _make(Correspondent, "person", key, {code: desk["people"][key] for code, desk in desks.items()})
        person.organisation = meridian
        person.save()
    for key in desks["en"]["services"]:
        _make(Service, "service", key, {code: desk["services"][key] for code, desk in desks.items()})
    for key in desks["en"]["agencies"]:
        _make(Agency, "agency", key, {code: desk["agencies"][key] for code, desk in desks.items()})
    for key in desks["en"]["places"]:
        place = _make(Place, "place", key, {code: desk["places"][key]["name"] for code, desk in desks.items()})
        place.phrases = {code: desk["places"][key]["phrase"] for code, desk in desks.items()}
        place.full_clean()
        place.save()


def _make(model: type[SomeNamed], kind: str, key: str, names: dict[str, str]) -> SomeNamed:
    made = model(uri=party_uri(kind, key), name=names["en"], names=names)
    made.full_clean()
    made.save()
    return made
