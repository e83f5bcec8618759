"""Tests of how long a text of a story may be."""

from __future__ import annotations

import sys

import pytest

from articles.translation.limits import is_rich, longest


@pytest.mark.parametrize(
    ("kind", "most", "has_markup"),
    [
        ("title", 255, False),
        ("standfirst", 1000, False),
        ("heading", 255, False),
        ("quote.text", 3000, True),
        ("quote.speaker", 255, False),
        ("gallery.caption", 1000, False),
        ("paragraph", sys.maxsize, True),
        ("nothing.of.the.kind", sys.maxsize, False),
    ],
)
def test_every_kind_of_text_has_the_limit_of_its_field_or_block(kind: str, most: int, has_markup: bool) -> None:
    assert (longest(kind), is_rich(kind)) == (most, has_markup)
