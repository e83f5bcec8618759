"""Tests of handing a returned file from the report to the deed."""

from __future__ import annotations

from articles.translation.files.handing import packed, unpacked
from articles.translation.files.reading import read
from tests.articles.translation.files.test_reading import ONE, TWO


def test_a_file_is_unpacked_as_it_was() -> None:
    for data in (ONE, TWO):
        [story] = read(data)
        assert unpacked(packed(story)) == story
