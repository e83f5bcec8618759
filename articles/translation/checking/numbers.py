"""Numbers of the source that the translation lacks, whatever its digits, separators and calendar."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from articles.translation.checking.findings import Pair
from newsroom.languages import SOLAR_HIJRI, language

NUMBER = re.compile(r"\d+(?:[.,'’٫٬\u00a0\u202f ]\d+)*")
DECIMAL_MARKS = ".,٫"
GROUP = 3
SPELLED_OUT = 20
"""Whole numbers up to here are often written in words."""
SCALES = (1, 1000, 10**6, 10**9)
"""A number may be written with a word for its thousands or millions."""
LAST_DAY = 31
FIRST_YEAR, LAST_YEAR = 1800, 2200
HIJRI_OFFSETS = (621, 622)
DECADE_OFFSET = 620
DECADE = 10
SUFFIX = re.compile(r"[-‑–]?[^\W\d_]")
"""What stands right after a decade: 1990s, 1990-х."""
NOON = 12
LAST_HOUR = 12


def missing_numbers(pair: Pair) -> list[str]:
    """The source's numbers, as written there, that the translation has in no form."""
    spelled = _decades(pair.source.words)
    theirs = [(text, _value(text)) for text in _written(pair.source.words) if text not in spelled]
    ours = {_value(text) for text in _written(pair.target.words)}
    missing = [(text, value) for text, value in theirs if not _stands(value, ours)]
    if language(pair.code).calendar == SOLAR_HIJRI or language(pair.source_code).calendar == SOLAR_HIJRI:
        missing = _without_dates(missing, ours - {value for _, value in theirs})
    return list(dict.fromkeys(text for text, _ in missing))


def _decades(words: str) -> set[str]:
    """Decades, which many languages write in words."""
    found = (match for match in NUMBER.finditer(words) if SUFFIX.match(words, match.end()))
    return {match.group() for match in found if _is_year(value := _value(match.group())) and value % DECADE == 0}


def _is_year(value: Decimal) -> bool:
    return value == value.to_integral_value() and FIRST_YEAR <= value <= LAST_YEAR


def _written(words: str) -> list[str]:
    """The numbers of a text; a space joins groups of three digits and nothing else."""
    found = []
    for text in NUMBER.findall(words):
        pieces = re.split(r"[\u00a0\u202f ]", text)
        if len(pieces) > 1 and not all(len(piece) == GROUP and piece.isdigit() for piece in pieces[1:]):
            found += pieces
        else:
            found.append(text)
    return found


def _value(text: str) -> Decimal:
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    groups = re.split(r"[^0-9]+", plain)
    marks = re.findall(r"[^0-9]+", plain)
    if marks and marks[-1] in DECIMAL_MARKS and (len(groups[-1]) != GROUP or groups[0] == "0"):
        return Decimal("".join(groups[:-1]) + "." + groups[-1]).normalize()
    return Decimal("".join(groups)).normalize()


def _stands(value: Decimal, ours: set[Decimal]) -> bool:
    is_whole = value == value.to_integral_value()
    if is_whole and value <= SPELLED_OUT:
        return True
    if any(value * scale in ours or value / scale in ours for scale in SCALES):
        return True
    return (_is_year(value) and value % 100 in ours) or (value <= LAST_HOUR and value + NOON in ours)


def _without_dates(missing: list[tuple[str, Decimal]], extra: set[Decimal]) -> list[tuple[str, Decimal]]:
    """Without days and years that another calendar counts otherwise, where the translation has such a number more."""
    days = sum(value <= LAST_DAY for value in extra)
    left = []
    for text, value in missing:
        if value <= LAST_DAY and days:
            days -= 1
        elif not any(value + offset in extra for offset in _offsets(value)):
            left.append((text, value))
    return left


def _offsets(value: Decimal) -> list[int]:
    # No remainder is asked of what is no year: that of a number of thirty digits cannot be told in this precision.
    is_decade = value <= LAST_YEAR and value % DECADE == 0
    years = [DECADE_OFFSET, *HIJRI_OFFSETS] if is_decade else list(HIJRI_OFFSETS)
    return [sign * offset for offset in years for sign in (1, -1)]
