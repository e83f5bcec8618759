"""Tests of numbers that a translation lacks."""

from __future__ import annotations

import pytest

from articles.translation.checking.findings import Pair
from articles.translation.checking.numbers import missing_numbers
from articles.translation.units import Unit


def missing(source: str, target: str, source_code: str = "en", code: str = "ru") -> list[str]:
    first, second = (Unit("title", "title", "title", text, False) for text in (source, target))
    return missing_numbers(Pair(first, second, source_code, code))


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("1,500 boats", "1 500 лодок", "ru"),
        ("1,500 boats", "1500 лодок", "ru"),
        ("1,500 boats", "1.500 čamaca", "sr-latn"),
        ("1,500 boats", "۱٬۵۰۰ قایق", "fa"),
        ("3.5 metres", "3,5 метра", "ru"),
        ("3.5 metres", "۳٫۵ متر", "fa"),
        ("29,000 people", "29 тысяч человек", "ru"),
        ("29 thousand people", "29 000 человек", "ru"),
        ("five or 7 seals", "пять или семь тюленей", "ru"),
        ("in the 1990s", "devedesetih godina", "hr"),
        ("in the 1990s", "в 90-х годах", "ru"),
        ("on November 19, 2026", "۲۸ آبان ۱۴۰۵", "fa"),
        ("since the 1960s", "از دههٔ ۱۳۴۰", "fa"),
        ("at 9.30 p.m.", "в 9.30 вечера", "ru"),
    ],
)
def test_same_number_in_another_form_is_found(source: str, target: str, code: str) -> None:
    assert missing(source, target, code=code) == []


@pytest.mark.parametrize(
    ("source", "target", "code", "lacking"),
    [
        ("42 stations", "24 станции", "ru", ["42"]),
        ("3.5 metres", "35 метров", "ru", ["3.5"]),
        ("1,500 boats", "150 лодок", "ru", ["1,500"]),
        ("42 stations and 63 boats", "۴۲ ایستگاه", "fa", ["63"]),
        ("in 1994", "в 1949 году", "ru", ["1994"]),
    ],
)
def test_other_number_is_found(source: str, target: str, code: str, lacking: list[str]) -> None:
    assert missing(source, target, code=code) == lacking


def test_a_number_longer_than_any_account_is_missed_and_breaks_no_editor() -> None:
    key = "1234567890" * 5
    assert missing(f"The key is {key}", "کلید گم شده است", code="fa") == [key]
    assert missing(f"The key is {key}", f"کلید {key} است", code="fa") == []
