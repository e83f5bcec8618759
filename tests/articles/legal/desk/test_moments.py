"""Tests of moments as legal staff read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from articles.legal.desk.moments import in_words, time_left
from newsroom.languages import LANGUAGES

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_moment_is_told_in_the_zone_of_whoever_looks_and_in_utc(code: str) -> None:
    with translation.override(code), timezone.override("Asia/Kabul"):
        told = in_words(NOON)
    assert "UTC+" in told
    assert told.count("UTC") == 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_utc_it_is_told_once(code: str) -> None:
    with translation.override(code), timezone.override("UTC"):
        assert in_words(NOON).count("UTC") == 1


@pytest.mark.parametrize(
    ("hours", "told"), [(24, "24 hours left"), (1, "1 hour left"), (0.5, "0 hours left"), (-6, "overdue for 6 hours")]
)
def test_the_time_that_is_left(hours: float, told: str) -> None:
    assert time_left(NOON + timedelta(hours=hours), NOON) == told


def test_the_very_moment_is_too_late() -> None:
    assert time_left(NOON, NOON) == "overdue for 0 hours"
