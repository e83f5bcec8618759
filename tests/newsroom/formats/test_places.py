"""Tests of the names of places in every language."""

from __future__ import annotations

import unicodedata

import pytest

from newsroom.formats import country_name, subdivision_name
from newsroom.formats.places import LETTERS
from newsroom.languages import LANGUAGES, language
from newsroom.regions.vocabulary import KOSOVO, countries, subdivisions_of

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)
PARTS_OF_UKRAINE = ("UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65")


def is_written_in(name: str, code: str) -> bool:
    """Whether all letters of a name are of the language's script."""
    letters = [letter for letter in name if letter.isalpha() and unicodedata.category(letter) != "Lm"]
    wanted = LETTERS[language(code).script]
    return bool(letters) and all(unicodedata.name(letter).startswith(wanted) for letter in letters)


@EVERY_LANGUAGE
@pytest.mark.parametrize("place", ["RU", *PARTS_OF_UKRAINE])
def test_place_that_notices_speak_of_has_a_name_in_every_language(place: str, code: str) -> None:
    name = country_name(place, code) if place == "RU" else subdivision_name(place, code)
    assert place not in name
    assert is_written_in(name, code)
    assert name == unicodedata.normalize("NFC", name).strip()


@EVERY_LANGUAGE
def test_places_that_notices_speak_of_have_names_of_their_own(code: str) -> None:
    names = [country_name("RU", code), country_name("UA", code)]
    names += [subdivision_name(part, code) for part in PARTS_OF_UKRAINE]
    assert len(set(names)) == len(names)


@EVERY_LANGUAGE
def test_every_country_has_a_name_in_the_script_of_the_language(code: str) -> None:
    names = {country: country_name(country, code) for country in (*countries(), KOSOVO)}
    assert [name for name in names.values() if not is_written_in(name, code)] == []
    assert [country for country, name in names.items() if country == name] == []
    assert len(set(names.values())) == len(names)


@EVERY_LANGUAGE
def test_every_part_of_a_country_has_a_name(code: str) -> None:
    parts = [part for country in countries() for part in subdivisions_of(country)]
    assert [part for part in parts if subdivision_name(part, code) in ("", part)] == []


@pytest.mark.parametrize(
    ("place", "code", "name"),
    [
        ("RU", "en", "Russia"),
        ("RU", "ba", "Рәсәй"),
        ("RU", "crh", "Rusiye"),
        ("UA-43", "en", "Autonomous Republic of Crimea"),
        ("UA-43", "uk", "Автономна Республіка Крим"),
        ("UA-40", "crh", "Aqyar"),
        ("UA-14", "en", "Donetsk Region"),
        ("UA-09", "ru", "Луганская область"),
        ("UA-63", "uk", "Харківська область"),
        ("UA-63", "kk", "Харьковская область"),
        ("UA-63", "ka", "Kharkivska oblast"),
        ("GB-ENG", "uk", "Англія"),
        ("DE", "ba", "Германия"),
        ("XK", "ce", "Косово"),
        ("TR", "crh", "Türkiye"),
    ],
)
def test_place_is_called_as_the_language_calls_it(place: str, code: str, name: str) -> None:
    assert (subdivision_name if "-" in place else country_name)(place, code) == name


@pytest.mark.parametrize("code", ["de", "xx", "", "EN", "../en"])
def test_unknown_language_is_answered_in_english(code: str) -> None:
    assert country_name("RU", code) == "Russia"
    assert subdivision_name("UA-43", code) == "Autonomous Republic of Crimea"


@pytest.mark.parametrize("place", ["", "QQ", "ru", "<b>", "UA-99", "../../x", "x" * 10_000])
def test_place_that_nobody_knows_is_called_by_its_code(place: str) -> None:
    assert country_name(place, "ru") == place
    assert subdivision_name(place, "ru") == place
