"""Tests of capitals in each language."""

from __future__ import annotations

import pytest

from articles.translation.checking.casing import DOTLESS, folded
from newsroom.languages import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_capital_is_its_small_letter(code: str) -> None:
    assert folded("I", code) == ("ı" if code in DOTLESS else "i")
    if code in DOTLESS:
        assert folded("İL IŞIQ", code) == folded("il ışıq", code) == "il ışıq"
