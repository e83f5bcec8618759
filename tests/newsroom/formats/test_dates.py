"""Tests of dates and times of day, in every language."""

from __future__ import annotations

import datetime
import re
from zoneinfo import ZoneInfo

import pytest

from newsroom.formats import format_date, format_date_and_time, format_time
from newsroom.languages import LANGUAGES, LATIN_DIGITS, SOLAR_HIJRI, language

UTC = ZoneInfo("UTC")
KABUL = ZoneInfo("Asia/Kabul")
EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)
MONTHS = [datetime.datetime(2026, month, 19, 14, 45, tzinfo=UTC) for month in range(1, 13)]
ENGLISH_MONTHS = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\b"
)
"""With their capitals: Hungarian writes november and Romanian august as well."""
HALF_OF_THE_DAY = re.compile(r"\b[AP]\.?M\b", re.IGNORECASE)
ROOT_MONTH = re.compile(r"\bM\d\d?\b")


def at(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


@EVERY_LANGUAGE
def test_no_month_is_in_english_or_in_no_language(code: str) -> None:
    for moment in MONTHS:
        text = format_date(moment, code, UTC)
        assert not ROOT_MONTH.search(text)
        assert bool(ENGLISH_MONTHS.search(text)) == (code == "en")


@EVERY_LANGUAGE
def test_twelve_months_have_twelve_names(code: str) -> None:
    names = {"".join(filter(str.isalpha, format_date(moment, code, UTC))) for moment in MONTHS}
    assert len(names) == 12


@EVERY_LANGUAGE
def test_day_and_year_stand_in_the_date(code: str) -> None:
    row = language(code)
    text = format_date(at(2026, 11, 19, 12), code, UTC).translate(str.maketrans(row.digits, LATIN_DIGITS))
    year, day = ("1405", "28") if row.calendar == SOLAR_HIJRI else ("2026", "19")
    assert sorted(re.findall(r"\d+", text)) == sorted([year, day])


@EVERY_LANGUAGE
def test_only_digits_of_the_language_are_used(code: str) -> None:
    digits = set(language(code).digits)
    for zone in (UTC, KABUL):
        text = format_date_and_time(at(2026, 11, 19, 14, 45), code, zone)
        assert {character for character in text if character.isdigit()} <= digits


@EVERY_LANGUAGE
def test_only_languages_whose_clock_has_two_halves_say_am_and_pm(code: str) -> None:
    found = {bool(HALF_OF_THE_DAY.search(format_time(at(2026, 11, 19, hour), code, UTC))) for hour in range(24)}
    assert found == {code == "en"}


@EVERY_LANGUAGE
def test_no_two_hours_of_the_day_read_the_same(code: str) -> None:
    assert len({format_time(at(2026, 11, 19, hour), code, UTC) for hour in range(24)}) == 24


@EVERY_LANGUAGE
def test_date_and_time_stand_together(code: str) -> None:
    moment = at(2026, 11, 19, 14, 45)
    text = format_date_and_time(moment, code, KABUL)
    assert format_date(moment, code, KABUL) in text
    assert format_time(moment, code, KABUL) in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("UTC", "14:45 UTC"),
        ("Europe/Prague", "15:45 UTC+1"),
        ("Asia/Almaty", "19:45 UTC+5"),
        ("Asia/Tehran", "18:15 UTC+3:30"),
        ("Asia/Kabul", "19:15 UTC+4:30"),
        ("Asia/Kathmandu", "20:30 UTC+5:45"),
        ("America/St_Johns", "11:15 UTC\N{MINUS SIGN}3:30"),
        ("America/New_York", "09:45 UTC\N{MINUS SIGN}5"),
    ],
)
def test_time_says_how_far_it_is_from_utc(zone: str, clock: str) -> None:
    assert format_time(at(2026, 11, 19, 14, 45), "ru", ZoneInfo(zone)) == clock


def test_summer_time_counts() -> None:
    assert format_time(at(2026, 7, 1, 12), "uk", ZoneInfo("Europe/Kyiv")) == "15:00 UTC+3"
    assert format_time(at(2026, 12, 1, 12), "uk", ZoneInfo("Europe/Kyiv")) == "14:00 UTC+2"


@EVERY_LANGUAGE
def test_day_is_the_day_of_the_zone(code: str) -> None:
    late = at(2026, 11, 19, 20, 0)
    assert format_date(late, code, KABUL) == format_date(at(2026, 11, 20, 12), code, UTC)
    assert format_date(late, code, UTC) != format_date(late, code, KABUL)


@pytest.mark.parametrize(
    ("code", "moment", "text"),
    [
        ("fa", at(2026, 11, 19), "۲۸ آبان ۱۴۰۵"),
        ("fa", at(2025, 3, 21), "۱ فروردین ۱۴۰۴"),
        ("fa", at(2025, 3, 20), "۳۰ اسفند ۱۴۰۳"),
        ("fa-af", at(2026, 11, 19), "۲۸ عقرب ۱۴۰۵"),
        ("fa-af", at(2025, 3, 21), "۱ حمل ۱۴۰۴"),
        ("ps", at(2026, 11, 19), "د ۱۴۰۵ د لړم ۲۸"),
        ("ps", at(2025, 3, 21), "د ۱۴۰۴ د وری ۱"),
        ("en", at(2026, 11, 19), "November 19, 2026"),
        ("ba", at(2026, 11, 19), "19 ноябрь 2026 йыл"),
        ("crh", at(2026, 11, 19), "19 noyabr 2026"),
        ("ce", at(2026, 11, 19), "2026 шеран 19 ноябрь"),
        ("tg", at(2026, 11, 19), "19 ноябри 2026"),
        ("hu", at(2026, 11, 19), "2026. november 19."),
        ("az", at(2026, 11, 19), "19 noyabr 2026"),
    ],
)
def test_date_reads_as_the_desk_writes_it(code: str, moment: datetime.datetime, text: str) -> None:
    assert format_date(moment, code, UTC) == text


def test_persian_time_is_in_persian_digits_throughout() -> None:
    assert format_time(at(2026, 11, 19, 10, 15), "fa-af", KABUL) == "۱۴:۴۵ UTC+۴:۳۰"
