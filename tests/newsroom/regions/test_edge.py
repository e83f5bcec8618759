"""Tests of the secret that an edge shares with us."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsroom.regions.edge import is_secret

OLD, NEW = "the old secret", "the new secret"


@pytest.mark.parametrize("secret", [OLD, NEW])
def test_both_secrets_are_right_while_one_is_rotated(secret: str) -> None:
    assert is_secret(secret, [OLD, NEW])


@pytest.mark.parametrize(
    "claim", ["", OLD[:-1], OLD + " ", OLD.upper(), f"{OLD},{NEW}", f"{OLD}, {OLD}", "Ω", "\udcff"]
)
def test_anything_else_is_wrong(claim: str) -> None:
    assert not is_secret(claim, [OLD, NEW])


@pytest.mark.parametrize("secrets", [[], [""], ["", ""]])
def test_nobody_knows_the_secret_where_there_is_none(secrets: list[str]) -> None:
    assert not is_secret("", secrets)
    assert not is_secret("anything", secrets)


def test_secret_in_other_letters_is_compared_as_it_arrives() -> None:
    assert is_secret("тайна".encode().decode("latin-1"), ["тайна"])


@given(some.text())
def test_no_guess_raises(claim: str) -> None:
    assert is_secret(claim, [NEW]) == (claim == NEW)
