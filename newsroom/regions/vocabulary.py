"""The codes of places: ISO 3166-1 and 3166-2 as pycountry carries them, read at first use.

One code is not ISO's: `XK`, which ISO leaves to its users and which geo databases, CLDR and the European Commission
all use for Kosovo. Without it readers there would be nowhere, or in Serbia. Its parts have no codes.
"""

from __future__ import annotations

from functools import cache

from newsroom.regions.area import COUNTRY_LETTERS

KOSOVO = "XK"


def is_country(code: str) -> bool:
    """Whether the code names a country."""
    return code in _countries()


def is_subdivision(code: str) -> bool:
    """Whether the code names a part of a country."""
    return code in _containers()


def country_of(code: str) -> str:
    """The country that a code names or lies in."""
    return code[:COUNTRY_LETTERS]


@cache
def countries() -> tuple[str, ...]:
    """The countries of ISO 3166-1 in the order of their codes; Kosovo is accepted beside them."""
    import pycountry

    return tuple(sorted(country.alpha_2 for country in pycountry.countries))


def subdivisions_of(country: str) -> tuple[str, ...]:
    """The parts of a country in the order of their codes."""
    return _subdivisions().get(country, ())


@cache
def valid_codes() -> frozenset[str]:
    """Every code that a region may hold."""
    return _countries() | frozenset(_containers())


def widened(codes: frozenset[str], unknown_subdivisions: frozenset[str]) -> frozenset[str]:
    """The codes by which readers in these places may be reported, since sources differ in how finely they tell.

    Parts of a part belong to it (Barcelona to Catalonia). A part that holds a smaller one of the codes tells too
    little, like a source that tells no part at all, so it counts in countries whose unknown readers count.
    """
    inside = {part for code in codes for part in _contents().get(code, ())}
    around = {
        container for code in codes if country_of(code) in unknown_subdivisions for container in _containers_of(code)
    }
    return codes | inside | around


def _containers_of(code: str) -> list[str]:
    """The larger parts that hold a part, the smallest first."""
    found: list[str] = []
    container = _containers().get(code)
    while container and container not in found:
        found.append(container)
        container = _containers().get(container)
    return found


@cache
def _countries() -> frozenset[str]:
    return frozenset((*countries(), KOSOVO))


@cache
def _containers() -> dict[str, str | None]:
    """Each part of a country with the larger part that it lies in, or None."""
    import pycountry

    return {part.code: part.parent_code for part in pycountry.subdivisions}


@cache
def _contents() -> dict[str, tuple[str, ...]]:
    """Every smaller part of each part that holds some."""
    contents: dict[str, list[str]] = {}
    for code in _containers():
        for container in _containers_of(code):
            contents.setdefault(container, []).append(code)
    return {container: tuple(parts) for container, parts in contents.items()}


@cache
def _subdivisions() -> dict[str, tuple[str, ...]]:
    parts: dict[str, list[str]] = {}
    for code in sorted(_containers()):
        parts.setdefault(country_of(code), []).append(code)
    return {country: tuple(codes) for country, codes in parts.items()}
