"""Dates and times of day as each language's desk writes them, in its own calendar, months and digits."""

from __future__ import annotations

import datetime

import jdatetime
from babel import dates
from django.utils.translation import gettext, override

from newsroom.formats.numbers import in_own_digits
from newsroom.formats.overrides import GREGORIAN_DATES, SOLAR_HIJRI_DATES, TWENTY_FOUR_HOURS, DatePattern
from newsroom.languages import SOLAR_HIJRI, language


def format_date(moment: datetime.datetime, code: str, zone: datetime.tzinfo) -> str:
    """The day of an aware moment, in words, as it is in `zone`."""
    day = moment.astimezone(zone).date()
    if language(code).calendar == SOLAR_HIJRI:
        solar = jdatetime.date.fromgregorian(date=day)
        text = _fill(SOLAR_HIJRI_DATES[code], solar.day, solar.month, solar.year)
    elif code in GREGORIAN_DATES:
        text = _fill(GREGORIAN_DATES[code], day.day, day.month, day.year)
    else:
        text = dates.format_date(day, format="long", locale=language(code).cldr)
    return in_own_digits(text, code)


def format_time(moment: datetime.datetime, code: str, zone: datetime.tzinfo) -> str:
    """The time of day in `zone`, with the zone's distance from UTC: 14:45 UTC+5."""
    local = moment.astimezone(zone)
    if code in TWENTY_FOUR_HOURS:
        clock = f"{local:%H:%M}"
    else:
        clock = dates.format_time(local, format="short", tzinfo=zone, locale=language(code).cldr)
    return in_own_digits(f"{clock} {_distance_from_utc(local)}", code)


def format_date_and_time(moment: datetime.datetime, code: str, zone: datetime.tzinfo) -> str:
    """Day and time of day, joined as the language joins them."""
    with override(code):
        # Translators: a date followed by a time of day; change only the comma or the order.
        pattern = gettext("{date}, {time}")
    return pattern.format(date=format_date(moment, code, zone), time=format_time(moment, code, zone))


def _fill(pattern: DatePattern, day: int, month: int, year: int) -> str:
    return pattern.order.format(day=day, month=pattern.months[month - 1], year=year)


def _distance_from_utc(local: datetime.datetime) -> str:
    """`UTC`, `UTC+5` or `UTC+4:30`: the same letters in every language, which keep it from left to right."""
    minutes = int((local.utcoffset() or datetime.timedelta()).total_seconds()) // 60
    if not minutes:
        return "UTC"
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")
