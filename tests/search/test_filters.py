"""Tests of filters."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from articles.legal.reader import Reader, serving
from articles.legal.terms import Kind
from search.facets import YES
from search.filters import FACETS, between_days, chosen, readable
from search.mapping import mapping
from search.questions import Question
from tests.articles.legal.laws import WORLD, law, notice, rule

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_every_facet_is_a_field_of_the_mapping() -> None:
    assert {mapping()["properties"][field]["type"] for field in FACETS.values()} == {"keyword", "boolean"}


def test_the_law_of_the_language_is_in_the_condition() -> None:
    order = rule(notice=notice("order", Kind.WITHHELD), area=WORLD, languages=frozenset({"ru"}))
    with serving(Reader("en", rules=law(order))):
        assert {"match_all": {}} in readable("ru", NOON)["bool"]["must_not"]
        assert {"match_all": {}} not in readable("en", NOON)["bool"]["must_not"]


def test_only_what_was_chosen_is_a_filter() -> None:
    assert chosen(Question("en")) == {}
    question = Question("en", section="s", person="p", agency="a", place="l", has_video=True)
    assert list(chosen(question)) == list(FACETS)
    assert YES


@pytest.mark.parametrize(
    ("since", "until", "bounds"),
    [
        (None, None, None),
        (date(2026, 1, 2), None, {"gte": "2026-01-02T00:00:00+00:00"}),
        (None, date(2026, 12, 31), {"lt": "2027-01-01T00:00:00+00:00"}),
        (date.min, date.max, {"gte": "0001-01-01T00:00:00+00:00"}),
    ],
)
def test_days_are_whole_days_of_utc(since: date | None, until: date | None, bounds: dict[str, str] | None) -> None:
    expected = [{"range": {"updated_at": bounds}}] if bounds else []
    assert between_days(Question("en", since=since, until=until)) == expected
