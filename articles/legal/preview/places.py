"""Places to choose from by their names: countries, each with its parts where regions tell them apart."""

from __future__ import annotations

from newsroom.formats import country_name, subdivision_name
from newsroom.languages import known
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.models import Region
from newsroom.regions.vocabulary import (
    KOSOVO,
    countries,
    country_of,
    is_country,
    is_subdivision,
    subdivisions_of,
)

NOWHERE = "unknown"


def places(code: str) -> list[tuple[str, str]]:
    """Codes and names in a language, without the choice of unknown."""
    chosen = Region.objects.values_list("codes", flat=True)
    divided = {country_of(place) for codes in chosen for place in codes if "-" in place}
    named = sorted((country_name(country, code), country) for country in (*countries(), KOSOVO))
    found: list[tuple[str, str]] = []
    for name, country in named:
        found.append((country, name))
        parts = subdivisions_of(country) if country in divided else ()
        found += sorted(((part, f"{name}: {subdivision_name(part, code)}") for part in parts), key=lambda row: row[1])
    return found


def location_of(code: str) -> Location:
    """The place of a code. Raises ValueError for a code that names none."""
    if code == NOWHERE:
        return UNKNOWN
    if not is_country(code) and not is_subdivision(code):
        raise ValueError(code)
    country = country_of(code)
    return Location(country, code if code != country else None)


def place_name(place: str, code: str) -> str:
    """The name of a country or of a part of one, in a language; in English for a language that we do not publish in."""
    code = code if known(code) else "en"
    return subdivision_name(place, code) if "-" in place else country_name(place, code)


def name_of(location: Location, code: str) -> str:
    """The name of a known place; the empty text for an unknown one."""
    return place_name(location.subdivision or location.country, code) if location.country else ""
