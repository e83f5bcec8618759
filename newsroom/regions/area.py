"""A set of places as a value, and whether a reader is in it. Pure: no request, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsroom.regions.location import Location

COUNTRY_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Area:
    """Countries and parts of countries, with an answer for every reader of whom too little is known.

    `codes` are ISO 3166-1 alpha-2 (`RU`) and ISO 3166-2 (`UA-43`). `unknown_subdivisions` are the countries whose
    readers belong to it although nobody knows in which part they are.
    """

    codes: frozenset[str]
    whole_world: bool = False
    unknown_country: bool = False
    unknown_subdivisions: frozenset[str] = frozenset()
    _included_when_unknown: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Works out once what a page asks hundreds of times."""
        included = partly_covered(self.codes) & self.unknown_subdivisions
        object.__setattr__(self, "_included_when_unknown", included)

    def includes(self, location: Location) -> bool:
        """Whether a reader at this location is in the area."""
        if self.whole_world:
            return True
        country = location.country
        if country is None:
            return self.unknown_country
        if country in self.codes:
            return True
        subdivision = location.subdivision
        return country in self._included_when_unknown if subdivision is None else subdivision in self.codes

    def as_data(self) -> dict[str, object]:
        """The area as plain values, in one form for equal areas."""
        return {
            "codes": sorted(self.codes),
            "whole_world": self.whole_world,
            "unknown_country": self.unknown_country,
            "unknown_subdivisions": sorted(self.unknown_subdivisions),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Area:
        """The area of `as_data`. Raises KeyError for data without one of its values."""
        return cls(
            frozenset(data["codes"]),
            data["whole_world"],
            data["unknown_country"],
            frozenset(data["unknown_subdivisions"]),
        )


def partly_covered(codes: frozenset[str]) -> frozenset[str]:
    """The countries of which only some parts are among the codes."""
    return frozenset(code[:COUNTRY_LETTERS] for code in codes if len(code) > COUNTRY_LETTERS) - codes
