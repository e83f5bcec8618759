"""Tests of the trace in words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.translation import override

from articles.legal.terms import Kind, ScopeKind
from articles.legal.trace import trace
from articles.legal.trace_words import places_of, told
from articles.legal.values import NO_STORY, Rule, Scope
from newsroom.languages import LANGUAGES
from newsroom.regions.location import Location
from tests.articles.legal.laws import GERMANY, NOON, RUSSIA_AND_CONTROLLED, WORLD, law, notice, rule

RUSSIA = Location("RU", None)
HOUR = timedelta(hours=1)


def _told(*rules: Rule) -> list[str]:
    return told(trace(law(*rules), NO_STORY, "en", RUSSIA, "page", NOON), NOON)


def test_a_rule_that_applies_says_so() -> None:
    assert _told(rule()) == ["Rule 1 of the notice “undesirable” applies."]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"area": GERMANY}, "The reader is not in its region: DE, readers whose country is unknown."),
        ({"languages": frozenset({"fa", "ru"})}, "It is for other languages: Persian, Russian."),
        ({"scope": Scope(ScopeKind.TAG, "elections")}, "It is about something else: stories with a tag (elections)."),
        ({"surfaces": frozenset({"share"})}, "It is for other surfaces: share."),
        ({"starts_at": NOON + HOUR}, "Its time has not come: it starts at 2026-11-25T13:00:00.000000Z."),
        ({"ends_at": NOON}, "Its time is over: it ended at 2026-11-25T12:00:00.000000Z."),
    ],
)
def test_a_rule_that_does_not_apply_says_why(fields: dict[str, object], reason: str) -> None:
    assert _told(rule(**fields)) == [f"Rule 1 of the notice “undesirable” does not apply. {reason}"]


def test_every_reason_is_told() -> None:
    (line,) = _told(rule(area=GERMANY, languages=frozenset({"ru"}), ends_at=NOON))
    assert [word in line for word in ("region", "languages", "time is over")] == [True, True, True]


def test_a_rule_that_gives_way_names_the_other() -> None:
    assert _told(rule(1), rule(2, languages=frozenset({"en"})))[1] == (
        "Rule 1 of the notice “undesirable” gives way: rule 2 is more specific."
    )


def test_places_of_a_withholding_leave_out_whom_it_is_not_about() -> None:
    withholding = rule(notice=notice("order", Kind.WITHHELD), area=GERMANY, applies_to_unknown=False)
    assert places_of(withholding, str) == "DE"
    assert places_of(rule(area=WORLD), str) == "the whole world"
    assert "UA, if its part is unknown" in places_of(rule(area=RUSSIA_AND_CONTROLLED), str)


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_of_every_language_take_the_same_values(code: str) -> None:
    rules = [rule(1), rule(2, area=GERMANY, languages=frozenset({"ru"}), starts_at=NOON + HOUR)]
    with override(code):
        lines = _told(*rules)
    assert len(lines) == 2
    assert all("{" not in line and "undesirable" in line for line in lines)
