"""Tests of the names by which caches find answers again."""

from __future__ import annotations

import re

from newsroom.caches.surrogates import EVERYTHING, of_language, of_work, token, tokens
from newsroom.languages import LANGUAGES


def test_each_name_has_a_token_of_its_own_that_does_not_show_it() -> None:
    names = [EVERYTHING, of_work("8e0f"), *map(of_language, LANGUAGES)]
    made = [token(name) for name in names]
    assert len(set(made)) == len(names)
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in made)


def test_a_header_has_each_name_once() -> None:
    assert tokens(["a", "b", "a"]) == f"{token('a')} {token('b')}"
    assert tokens([]) == ""
