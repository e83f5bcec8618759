"""The desks of the newsroom: which languages one chief answers for."""

from __future__ import annotations

from newsroom.languages import LANGUAGES

_SHARED: dict[str, tuple[str, ...]] = {
    "Balkan": ("sq", "bs", "hr", "mk", "cnr", "sr", "sr-latn"),
    "Caucasus": ("hy", "az", "ce", "ka"),
    "Central Asia": ("kk", "ky", "tg", "tk", "uz", "uz-cyrl"),
    "Eastern Europe": ("be", "bg", "crh", "hu", "ro", "uk"),
    "Iran and Afghanistan": ("fa-af", "ps", "fa"),
    "Tatar and Bashkir": ("ba", "tt"),
}


def desks() -> dict[str, tuple[str, ...]]:
    """Every desk's name and its languages; a language that shares no desk has one of its own, by its name."""
    shared = {code for codes in _SHARED.values() for code in codes}
    alone = {row.name: (row.code,) for row in LANGUAGES.values() if row.code not in shared}
    return {**_SHARED, **alone}


def desk_of(code: str) -> str:
    """The name of the desk of a language. Raises KeyError for a code that the table does not have."""
    return next((name for name, codes in desks().items() if code in codes), LANGUAGES[code].name)
