"""Tests of the rules as they are and as they were at every moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.legal.approval import approve
from articles.legal.decision import RuleSet
from articles.legal.drafting import draft_rule, draft_text, draft_withdrawal
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.reading import present_rules, rules_as_of
from newsroom.languages import LANGUAGES
from tests.articles.legal.makers import lawyers, make_notice, make_region, make_rule, make_text

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, tzinfo=UTC)
DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)


def on(day: int) -> time_machine.travel:
    return time_machine.travel(START + day * DAY, tick=False)


def said(rules: RuleSet) -> list[tuple[str, str, tuple[str, ...]]]:
    """Notice, English heading and places of each rule."""
    return [(rule.notice.key, rule.notice.texts["en"].heading, tuple(sorted(rule.area.codes))) for rule in rules.rules]


@pytest.fixture
def history() -> LegalNotice:
    """Words on day 1, a rule on day 2, other words on day 4, other places on day 6, the end on day 8."""
    author, approver = lawyers()
    notice = make_notice()
    with on(1):
        make_text(notice, words="Old")
    with on(2):
        rule = make_rule(notice, make_region("RU"))
    with on(3):
        words = draft_text(notice, "en", by=author, heading="New: heading", body="<p>New.</p>")
    with on(4):
        approve(words, by=approver, digest=words.digest)
    with on(5):
        second = draft_rule(notice, by=author, region=make_region("BY"), reason="Moved.", replaces=rule)
    with on(6):
        approve(second, by=approver, digest=second.digest)
    with on(7):
        end = draft_withdrawal(second, by=author, reason="Over.")
    with on(8):
        approve(end, by=approver, digest=end.digest)
    return notice


OLD_RU = [("undesirable", "Old: heading", ("RU",))]
NEW_RU = [("undesirable", "New: heading", ("RU",))]
NEW_BY = [("undesirable", "New: heading", ("BY",))]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(0, []), (1, []), (2, OLD_RU), (3, OLD_RU), (4, NEW_RU), (5, NEW_RU), (6, NEW_BY), (7, NEW_BY), (8, []), (99, [])],
)
def test_the_past_is_read_as_it_was_at_each_moment(history: LegalNotice, day: int, expected: list[object]) -> None:
    assert said(rules_as_of(START + day * DAY)) == expected


@pytest.mark.parametrize(("day", "before"), [(2, []), (4, OLD_RU), (6, NEW_RU), (8, NEW_BY)])
def test_an_instant_before_a_change_the_old_rules_held(history: LegalNotice, day: int, before: list[object]) -> None:
    assert said(rules_as_of(START + day * DAY - INSTANT)) == before


def test_the_present_equals_the_past_of_this_very_moment() -> None:
    author, _ = lawyers()
    notice = make_notice()
    for day, code in enumerate(LANGUAGES):
        with on(day):
            make_text(notice, code, f"Words {code}")
    with on(40):
        rule = make_rule(notice, make_region("RU"))
        assert said(present_rules()) == said(rules_as_of(START + 40 * DAY))
    with on(41):
        draft_text(notice, "en", by=author, heading="Draft", body="<p>Draft.</p>")
        draft_rule(notice, by=author, region=rule.region, reason="Draft.", replaces=rule)
        assert said(present_rules()) == said(rules_as_of(START + 41 * DAY)) != []


def test_words_of_every_language_are_read_the_latest_approved_of_each() -> None:
    notice = make_notice()
    for number in (1, 2):
        for code in LANGUAGES:
            make_text(notice, code, f"Words {number} {code}")
    make_rule(notice)
    texts = present_rules().rules[0].notice.texts
    assert {code: text.heading for code, text in texts.items()} == {
        code: f"Words 2 {code}: heading" for code in LANGUAGES
    }


def test_a_rule_whose_end_has_come_is_not_read_any_more_and_still_was() -> None:
    notice = make_notice()
    with on(1):
        make_text(notice)
        make_rule(notice, ends_at=START + 2 * DAY)
    with on(3):
        assert present_rules().rules == ()
    assert len(rules_as_of(START + DAY).rules) == 1


def test_a_planned_rule_is_read_before_its_time() -> None:
    notice = make_notice()
    make_text(notice)
    with on(1):
        make_rule(notice, starts_at=START + 30 * DAY)
        (rule,) = present_rules().rules
    assert not rule.is_in_force(START + 29 * DAY)
    assert rule.is_in_force(START + 30 * DAY)


def test_many_rules_are_read_with_three_queries(django_assert_num_queries: object) -> None:
    for number in range(5):
        notice = make_notice(f"notice-{number}")
        for code in list(LANGUAGES)[:4]:
            make_text(notice, code)
        make_rule(notice, make_region("RU", name=f"Region {number}"))
    with django_assert_num_queries(3):
        rules = present_rules()
    assert len(rules.rules) == NoticeRule.objects.count() == 5
