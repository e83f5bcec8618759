"""How each content network tells where a reader is: the names of its headers and the spelling of its values.

The same letters mean other places elsewhere (`14` is Donetsk in ISO 3166-2 and Luhansk in FIPS), so a value is read
only in the dialect of the source that was configured. What is not exactly a known code in the right form is unknown:
the marks that networks use for that (`XX`, `T1` for Tor, `A1`, `A2`, `AP`, `EU`, `ZZ`, `?`), two values at once
(`US, RU`), another case. A part of a country that ISO does not know, such as an invented `RU-CR`, leaves the country.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsroom.regions import vocabulary
from newsroom.regions.location import UNKNOWN, Location

_COUNTRY = re.compile(r"[A-Z]{2}")
_BARE = re.compile(r"[A-Z0-9]{1,3}")
_GLUED = re.compile(r"([A-Z]{2})([A-Z0-9]{1,3})")


def bare(country: str, value: str) -> str:
    """The part of a country told without it: `43`."""
    return f"{country}-{value}" if _BARE.fullmatch(value) else ""


def glued(country: str, value: str) -> str:
    """The part of a country told with it and without a hyphen, as CLDR does: `UA43`."""
    match = _GLUED.fullmatch(value)
    return f"{match[1]}-{match[2]}" if match and match[1] == country else ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The two headers of a source, and how it spells the part of a country."""

    country_header: str
    subdivision_header: str
    spelling: Callable[[str, str], str]

    def read(self, country: str, subdivision: str) -> Location:
        """The location that the values of the two headers tell; unknown for whatever cannot be read."""
        if not _COUNTRY.fullmatch(country) or not vocabulary.is_country(country):
            return UNKNOWN
        code = self.spelling(country, subdivision)
        return Location(country, code if vocabulary.is_subdivision(code) else None)


DIALECTS: dict[str, Dialect] = {
    "cloudflare": Dialect("CF-IPCountry", "CF-Region-Code", bare),
    "cloudfront": Dialect("CloudFront-Viewer-Country", "CloudFront-Viewer-Country-Region", bare),
    "fastly": Dialect("X-Geo-Country", "X-Geo-Region", bare),
    "google": Dialect("X-Client-Region", "X-Client-Region-Subdivision", glued),
}
