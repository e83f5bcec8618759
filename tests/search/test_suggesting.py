"""The order of headlines while a reader types."""

import pytest

from newsroom.languages import LANGUAGES
from search.suggesting import begins_with


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_headline_that_begins_as_typed_is_told_apart(code: str) -> None:
    assert begins_with(code, "Harbour closes at noon", ("harb",))
    assert begins_with(code, "Harbour closes at noon", ("harbour", "clo"))
    assert not begins_with(code, "The old harbour", ("harb",))
    assert not begins_with(code, "Harbour", ("harbour", "closes"))
    assert not begins_with(code, "", ("harbour",))


def test_spelling_variants_begin_alike() -> None:
    assert begins_with("ru", "Ёлки срубили", ("елк",))
    assert begins_with("ro", "Ştiri de seară", ("știr",))
