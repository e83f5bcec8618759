"""Numbers and durations in each language's digits."""

from __future__ import annotations

from babel.numbers import format_decimal

from newsroom.formats.overrides import GROUP_WITH_SPACE
from newsroom.languages import LATIN_DIGITS, language


def in_own_digits(text: str, code: str) -> str:
    """The text with 0–9 in the digits that the language's desk writes with."""
    return text.translate(str.maketrans(LATIN_DIGITS, language(code).digits))


def format_number(value: int, code: str) -> str:
    """A whole number with the language's grouping and digits."""
    if code in GROUP_WITH_SPACE:
        return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
    row = language(code)
    system = "latn" if row.digits == LATIN_DIGITS else "arabext"  # its separators; Babel keeps 0-9 in every system
    return in_own_digits(format_decimal(value, locale=row.cldr, numbering_system=system), code)


def format_clock(seconds: int, code: str) -> str:
    """A length of time as players show it: 0:48, 12:05, 1:02:03."""
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes, remaining = divmod(rest, 60)
    clock = f"{hours}:{minutes:02}:{remaining:02}" if hours else f"{minutes}:{remaining:02}"
    return in_own_digits(clock, code)
