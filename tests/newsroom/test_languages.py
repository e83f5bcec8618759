"""Tests of the table of languages, and of what Django and Wagtail make of it."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale

from newsroom.languages import (
    EASTERN_ARABIC_DIGITS,
    LANGUAGES,
    LATIN_DIGITS,
    SOLAR_HIJRI,
    Language,
    best_match,
    by_tag,
    chain,
    known,
    language,
    language_information,
    right_to_left_codes,
)

ROWS = list(LANGUAGES.values())
CODES = set(LANGUAGES)
RIGHT_TO_LEFT = {"fa", "fa-af", "ps", "ur"}
HOSTILE_HEADERS = [
    "",
    " ",
    "*",
    "*;q=1",
    ",,,",
    ";;;",
    ";q=1",
    "-",
    "--",
    "q=1",
    "ru;q=0",
    "ru;q=0.000",
    "ru;q=-1",
    "ru;q=1.5",
    "ru;q=nan",
    "ru;q=inf",
    "ru;q=1e999",
    "ru;q=",
    "ru;q=a lot",
    "ru;level=1",
    "fa_AF_x",
    "i-klingon",
    "\x00",
    "ru\x00",
    "../../etc/passwd",
    "<script>",
    "'; DROP TABLE stories; --",
    "русский",
    "e",
    "-".join(["xx"] * 5000),
    "xx," * 50_000,
]


def each_row() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)


def test_table_has_the_thirty_one_languages() -> None:
    assert len(LANGUAGES) == 31
    assert {"en", "crh", "cnr", "fa-af", "sr-latn", "uz-cyrl"} <= CODES


@pytest.mark.parametrize("field", ["code", "tag", "gettext_name", "name", "own_name"])
def test_no_two_languages_share_a_name(field: str) -> None:
    values = [getattr(row, field).lower() for row in ROWS]
    assert sorted(set(values)) == sorted(values)


def test_no_two_languages_share_an_hreflang_value() -> None:
    values = [row.hreflang.lower() for row in ROWS if row.hreflang]
    assert sorted(set(values)) == sorted(values)


def test_languages_that_search_engines_do_not_know_have_no_hreflang_value() -> None:
    assert {row.code for row in ROWS if row.hreflang is None} == {"crh", "cnr"}


def test_only_arabic_script_runs_from_right_to_left() -> None:
    assert {row.code for row in ROWS if row.direction == "rtl"} == RIGHT_TO_LEFT
    assert {row.script for row in ROWS if row.is_right_to_left} == {"Arab"}
    assert language("az").direction == "ltr"


@each_row()
def test_code_is_fit_for_addresses(row: Language) -> None:
    assert row.code == row.code.lower()
    assert row.code.replace("-", "").isalpha()
    assert row.code.isascii()


@each_row()
def test_digits_and_calendar_belong_together(row: Language) -> None:
    assert row.digits in (LATIN_DIGITS, EASTERN_ARABIC_DIGITS)
    assert (row.digits == EASTERN_ARABIC_DIGITS) == (row.calendar == SOLAR_HIJRI) == (row.code in {"fa", "fa-af", "ps"})


@each_row()
def test_gettext_folder_is_the_one_that_django_looks_in(row: Language) -> None:
    assert row.gettext_name == translation.to_locale(row.code)


@each_row()
def test_django_agrees_with_the_table(row: Language) -> None:
    information = translation.get_language_info(row.code)
    assert information["bidi"] is row.is_right_to_left
    assert (information["name"], information["name_local"]) == (row.name, row.own_name)
    with translation.override(row.code):
        assert translation.get_language() == row.code
        assert translation.get_language_bidi() is row.is_right_to_left
    assert translation.check_for_language(row.code)
    assert translation.get_language_from_path(f"/{row.code}/") == row.code


@each_row()
def test_wagtail_agrees_with_the_table(row: Language) -> None:
    locale = Locale(language_code=row.code)
    assert locale.is_bidi is row.is_right_to_left
    assert locale.get_display_name() == row.name
    assert (locale.language_name, locale.language_name_local) == (row.name, row.own_name)


def test_settings_derive_from_the_table() -> None:
    assert [code for code, _ in settings.LANGUAGES] == list(LANGUAGES)
    assert settings.WAGTAIL_CONTENT_LANGUAGES == settings.LANGUAGES
    assert set(settings.LANGUAGES_BIDI) & CODES == RIGHT_TO_LEFT == set(right_to_left_codes()) & CODES
    assert set(language_information()) == CODES


@each_row()
def test_chain_of_fallbacks_starts_at_home_and_ends_in_english(row: Language) -> None:
    codes = chain(row.code)
    assert codes[0] == row.code
    assert codes[-1] == "en"
    assert set(codes) <= CODES
    assert len(set(codes)) == len(codes)


def test_chain_of_english_is_english_alone() -> None:
    assert chain("en") == ("en",)


@pytest.mark.parametrize("code", ["xx", "", "en-us", "EN", "fa_AF", "\x00", ".."])
def test_only_the_very_spelling_of_a_code_is_known(code: str) -> None:
    assert not known(code)


def test_a_row_is_found_under_other_spellings_and_english_for_what_is_unknown() -> None:
    assert language("FA_AF").code == "fa-af"
    assert language("sr_Latn").code == "sr-latn"
    assert language("xx").code == language("").code == language("\x00").code == "en"


@each_row()
def test_tag_finds_its_row_whatever_its_case(row: Language) -> None:
    for tag in (row.tag, row.tag.upper(), row.tag.lower(), row.code):
        assert by_tag(tag) is row


def test_unknown_tag_finds_no_row() -> None:
    assert by_tag("de") is by_tag("") is by_tag("*") is None


@each_row()
def test_browser_of_a_language_gets_it(row: Language) -> None:
    assert best_match(row.tag, CODES) == row.code
    assert best_match(f"de, {row.tag.upper()};q=0.3", CODES) == row.code


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("ru-UA", "ru"),
        ("sr-Latn-RS", "sr-latn"),
        ("sr-Cyrl-RS", "sr"),
        ("uz-Cyrl-UZ", "uz-cyrl"),
        ("fa-AF", "fa-af"),
        ("fa-IR", "fa"),
        ("de, ru;q=0.8, uk;q=0.9", "uk"),
        ("ru;q=0.5,kk;q=0.5", "ru"),
        ("en;q=0, ka;q=0.1", "ka"),
        ("en ; q=0.2 , ka ; q=0.1", "en"),
        ("ru;Q=0.1, hy;Q=0.2", "hy"),
        ("ru;q=nonsense, hy;q=0.2", "hy"),
    ],
)
def test_header_gives_what_it_wants_most(header: str, code: str) -> None:
    assert best_match(header, CODES) == code


def test_header_gives_nothing_that_is_not_available() -> None:
    assert best_match("ru, uk;q=0.9", {"en"}) is None
    assert best_match("fa-AF", {"fa"}) == "fa"
    assert best_match("ru", set()) is None


@pytest.mark.parametrize("header", HOSTILE_HEADERS, ids=lambda header: repr(header[:20]))
def test_hostile_header_gives_nothing(header: str) -> None:
    assert best_match(header, CODES) is None


@given(st.text(), st.sets(st.sampled_from(sorted(CODES))))
def test_any_header_gives_something_available_or_nothing(header: str, available: set[str]) -> None:
    assert best_match(header, available) in {None, *available}


@given(st.lists(st.sampled_from([*(row.tag for row in ROWS), "*", "xx", ";", "q=0.5", ",", "-", "q=nan", " "])))
def test_any_mixture_of_parts_gives_something_known_or_nothing(parts: list[str]) -> None:
    assert best_match("".join(parts), CODES) in {None, *CODES}
