"""Names of countries and their parts in each language, for codes of ISO 3166-1 and 3166-2.

A name is looked for in the language and then in its fallbacks, in each first among our own names (`places.toml`), then
in CLDR, then in the catalogues of ISO codes that pycountry carries. Only when all are silent it is ISO's own.
"""

from __future__ import annotations

import gettext
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from newsroom.languages import DEFAULT, chain, known, language

OWN_NAMES = Path(__file__).with_name("places.toml")
CATALOGUES = {"sr-latn": "sr@latin"}
"""Folders of pycountry that are not called as the language is."""
COUNTRIES, SUBDIVISIONS = "iso3166-1", "iso3166-2"
LETTERS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Armn": "ARMENIAN", "Geor": "GEORGIAN"}
"""How Unicode begins the names of a script's letters."""


class _Silence(gettext.NullTranslations):
    """Says nothing, where gettext would repeat the English: a word may be the same in both languages."""

    def gettext(self, message: str) -> str:
        """Nothing."""
        return ""


def country_name(code: str, language_code: str) -> str:
    """The name of a country as the language writes it; the code itself only where nobody knows such a country."""
    return _first(code, language_code, _own, _cldr, _iso_country) or _iso_names()[COUNTRIES].get(code, (code,))[0]


def subdivision_name(code: str, language_code: str) -> str:
    """The name of a part of a country, ISO's own where no language of the chain has one."""
    return _first(code, language_code, _own, _iso_subdivision) or _iso_names()[SUBDIVISIONS].get(code, (code,))[0]


def _first(code: str, language_code: str, *sources: Callable[[str, str], str]) -> str:
    """The first name that a source gives, language by language."""
    candidates = dict.fromkeys([*filter(known, chain(language_code)), DEFAULT.code])
    return next((name for candidate in candidates for source in sources if (name := source(code, candidate))), "")


def _own(code: str, language_code: str) -> str:
    return _own_names().get(language_code, {}).get(code, "")


def _cldr(code: str, language_code: str) -> str:
    return _territories(language_code).get(code, "")


def _iso_country(code: str, language_code: str) -> str:
    return _translated(COUNTRIES, code, language_code)


def _iso_subdivision(code: str, language_code: str) -> str:
    return _translated(SUBDIVISIONS, code, language_code)


def _translated(domain: str, code: str, language_code: str) -> str:
    """The catalogue's word for one of the names that ISO has for the code, if it is in the language's script."""
    catalogue = _catalogue(domain, language_code)
    for name in _iso_names()[domain].get(code, ()):
        word = catalogue.gettext(name)
        if _is_in_script(word, language(language_code).script):
            return word
    return ""


def _is_in_script(text: str, script: str) -> bool:
    """Whether its letters are of the script: some catalogues are in another one than their language's desk writes."""
    return any(unicodedata.name(letter, "").startswith(LETTERS[script]) for letter in text)


@cache
def _own_names() -> dict[str, dict[str, str]]:
    return tomllib.loads(OWN_NAMES.read_text(encoding="utf-8"))


@cache
def _territories(language_code: str) -> dict[str, str]:
    """CLDR's names of countries; none for a language that it does not know."""
    try:
        return dict(Locale.parse(language(language_code).cldr).territories)
    except UnknownLocaleError:
        return {}


@cache
def _catalogue(domain: str, language_code: str) -> gettext.NullTranslations:
    import pycountry

    folder = CATALOGUES.get(language_code, language(language_code).gettext_name)
    catalogue = gettext.translation(domain, pycountry.LOCALES_DIR, languages=[folder], fallback=True)
    if not isinstance(catalogue, gettext.GNUTranslations):
        return _Silence()
    catalogue.add_fallback(_Silence())
    return catalogue


@cache
def _iso_names() -> dict[str, dict[str, tuple[str, ...]]]:
    """The names by which ISO and its catalogues know each code, the commonest first."""
    import pycountry

    countries = {
        country.alpha_2: tuple(filter(None, (getattr(country, "common_name", ""), country.name)))
        for country in pycountry.countries
    }
    return {COUNTRIES: countries, SUBDIVISIONS: {part.code: (part.name,) for part in pycountry.subdivisions}}
