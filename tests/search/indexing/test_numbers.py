"""Tests of the versions of documents."""

from __future__ import annotations

import pytest

from search.indexing.numbers import draw
from search.models import Reading


@pytest.mark.django_db
def test_each_number_is_higher_than_all_before_and_leaves_one_row() -> None:
    drawn = [draw() for _ in range(5)]
    assert drawn == sorted(set(drawn))
    assert Reading.objects.count() == 1


@pytest.mark.django_db
def test_numbers_grow_on_when_the_rows_are_gone() -> None:
    first = draw()
    Reading.objects.all().delete()
    assert draw() > first
