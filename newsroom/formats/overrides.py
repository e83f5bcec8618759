"""What CLDR 48 lacks or has wrong for our languages; each entry wins over CLDR.

Bashkir has root data only ("M11", no conjunction), Crimean Tatar none at all, Chechen and Uzbek Cyrillic no "and",
Kazakh and Tajik none in lists of three or more, Tajik capitals in its months.
"""

from __future__ import annotations

from dataclasses import dataclass

CONJUNCTIONS: dict[str, str] = {
    "ba": "һәм",
    "crh": "ve",
    "kk": "және",
    "tg": "ва",
    "uz-cyrl": "ва",
}
"""The word for "and" of the languages whose CLDR list patterns want it."""

LIST_PATTERNS: dict[str, dict[str, str]] = {
    "ce": {"2": "{0} а, {1} а", "start": "{0} а, {1}", "middle": "{0} а, {1}", "end": "{0} а, {1} а"},
}
"""Whole patterns of languages that need more than a word: Chechen says "and" after each member."""


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A date in words: its months in the form they have beside a day, and the order of day, month and year."""

    months: tuple[str, ...]
    order: str = "{day} {month} {year}"


GREGORIAN_DATES: dict[str, DatePattern] = {
    "ba": DatePattern(
        tuple("ғинуар февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()),
        "{day} {month} {year} йыл",
    ),
    "ce": DatePattern(
        tuple("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()),
        "{year} шеран {day} {month}",
    ),
    "crh": DatePattern(
        tuple("yanvar fevral mart aprel mayıs iyün iyül avgust sentâbr oktâbr noyabr dekabr".split()),
    ),
    "tg": DatePattern(
        tuple("январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри".split()),
    ),
}

SOLAR_HIJRI_DATES: dict[str, DatePattern] = {
    "fa": DatePattern(tuple("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split())),
    "fa-af": DatePattern(tuple("حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت".split())),
    "ps": DatePattern(
        tuple("وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب".split()),
        "د {year} د {month} {day}",
    ),
}

TWENTY_FOUR_HOURS = frozenset({"ba", "ce", "crh", "ur"})
"""Languages whose clock CLDR does not tell, or, in Urdu, tells with Latin letters that jumble the line."""

GROUP_WITH_SPACE = frozenset({"ba", "ce", "crh"})
"""Languages that write 1 234,5 and have root or no number symbols in CLDR."""
