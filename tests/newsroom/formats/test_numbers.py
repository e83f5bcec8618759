"""Tests of numbers and durations, in every language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.formats import format_clock, format_number, in_own_digits
from newsroom.languages import LANGUAGES, LATIN_DIGITS, language

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)


def value_of(text: str, code: str) -> int:
    """The number that a text in the language's digits stands for."""
    latin = text.translate(str.maketrans(language(code).digits, LATIN_DIGITS))
    return int("".join(filter(str.isdigit, latin)))


@EVERY_LANGUAGE
@pytest.mark.parametrize("value", [0, 7, 31, 999, 1000, 25_500, 1_234_567])
def test_number_keeps_its_value_in_digits_of_the_language(code: str, value: int) -> None:
    text = format_number(value, code)
    assert {character for character in text if character.isdigit()} <= set(language(code).digits)
    assert value_of(text, code) == value


@EVERY_LANGUAGE
def test_millions_are_grouped(code: str) -> None:
    text = format_number(1_234_567, code)
    assert len(text) == 9
    assert text[1] == text[5]
    assert not text[1].isalnum()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "1,234,567"),
        ("ru", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        ("ba", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        ("crh", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        ("az", "1.234.567"),
        ("fa", "۱٬۲۳۴٬۵۶۷"),
        ("fa-af", "۱٬۲۳۴٬۵۶۷"),
        ("ps", "۱٬۲۳۴٬۵۶۷"),
        ("ur", "1,234,567"),
    ],
)
def test_number_reads_as_the_language_writes_it(code: str, text: str) -> None:
    assert format_number(1_234_567, code) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (9, "0:09"), (48, "0:48"), (60, "1:00"), (725, "12:05"), (3600, "1:00:00"), (3723, "1:02:03")],
)
def test_length_reads_as_players_show_it(seconds: int, text: str) -> None:
    assert format_clock(seconds, "en") == text


def test_length_is_never_less_than_nothing() -> None:
    assert format_clock(-5, "en") == "0:00"


@EVERY_LANGUAGE
def test_length_is_in_digits_of_the_language(code: str) -> None:
    assert format_clock(3723, code) == in_own_digits("1:02:03", code)
    assert value_of(format_clock(3723, code), code) == 10203


@EVERY_LANGUAGE
def test_letters_stay_when_digits_change(code: str) -> None:
    assert in_own_digits("A-b, в. ж", code) == "A-b, в. ж"


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(sorted(LANGUAGES)))
def test_any_number_keeps_its_value(value: int, code: str) -> None:
    assert value_of(format_number(value, code), code) == value
