"""Tests of how words are folded for the archive."""

from __future__ import annotations

import pytest

from newsroom.languages import LANGUAGES
from search.archive.models import folded


@pytest.mark.parametrize("name", [row.own_name for row in LANGUAGES.values()])
def test_capitals_and_small_letters_are_one(name: str) -> None:
    assert folded(name.upper()) == folded(name.lower()) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"), [("İZMİR", "izmir"), ("IŞIK", "ışık"), ("ᲥᲐᲠᲗᲣᲚᲘ", "ქართული"), ("ΣΊΣΥΦΟΣ", "Σίσυφος")]
)
def test_letters_with_rules_of_their_own_meet(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_folding_twice_changes_nothing() -> None:
    assert folded(folded("İstanbul ß ﬁ")) == folded("İstanbul ß ﬁ")
