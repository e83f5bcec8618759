"""Where a reader is, as far as anybody told us. Pure: no request, no database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Location:
    """A country (ISO 3166-1 alpha-2) and the part of it (ISO 3166-2), each None where it is unknown."""

    country: str | None
    subdivision: str | None

    def __repr__(self) -> str:
        """The same words for every place, so that no log and no error report learns where a reader is."""
        return "<location>"


UNKNOWN = Location(None, None)
