"""Tests of scripts of words."""

from __future__ import annotations

import pytest

from newsroom.languages import LANGUAGES
from search.scripts import is_foreign, script_of


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("sea", "Latn"),
        ("море", "Cyrl"),
        ("دریا", "Arab"),
        ("ծով", "Armn"),
        ("ზღვა", "Geor"),
        ("12", None),
        ("海", None),
    ],
)
def test_script_is_that_of_the_first_letter(word: str, script: str | None) -> None:
    assert script_of(word) == script


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_knows_its_own_script(code: str) -> None:
    assert not is_foreign(LANGUAGES[code].own_name.split()[0], code)


@pytest.mark.parametrize("code", ["sr", "sr-latn", "uz", "uz-cyrl"])
@pytest.mark.parametrize("word", ["Beograd", "Београд"])
def test_serbian_and_uzbek_know_both_scripts(code: str, word: str) -> None:
    assert not is_foreign(word, code)


@pytest.mark.parametrize(("word", "code"), [("Tillerson", "ru"), ("Тиллерсон", "en"), ("Baku", "fa"), ("باکو", "ka")])
def test_another_script_is_foreign(word: str, code: str) -> None:
    assert is_foreign(word, code)


def test_digits_are_of_every_language() -> None:
    assert not any(is_foreign("2026", code) for code in LANGUAGES)
