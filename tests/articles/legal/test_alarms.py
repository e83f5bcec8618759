"""Tests of what legal staff are told by e-mail."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from articles.legal.alarms import raise_alarms
from articles.legal.approval import approve_alone, confirm
from articles.legal.drafting import draft_rule, draft_text
from articles.legal.models import Demand, LedgerEntry, LegalNotice, NoticeText
from articles.legal.registering import keep_demand, mark_answered
from articles.legal.terms import Kind
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, ensure_legal
from newsroom.users.models import User
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_user

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def staff() -> dict[str, User]:
    ensure_legal()
    return {
        "approver": make_user("arne", LEGAL_APPROVERS),
        "second": make_user("berit", LEGAL_APPROVERS),
        "editor": make_user("edda", LEGAL_EDITORS),
        "holder": make_user("hild", LEGAL_APPROVERS, SEALED_ORDERS),
        "stranger": make_user("stig"),
    }


def told() -> dict[str, str]:
    """What each person's mail says, by name."""
    return {letter.to[0].split("@")[0]: letter.body for letter in mail.outbox}


def hurried_text(by: User, *, is_sealed: bool = False, at: datetime = NOON) -> NoticeText:
    with time_machine.travel(at, tick=False):
        notice = make_notice("hurried", Kind.WITHHELD if is_sealed else Kind.WARNING, is_sealed=is_sealed)
        draft = draft_text(notice, "en", by=by, heading="Heading", body="<p>Words.</p>")
        return approve_alone(draft, by=by, digest=draft.digest, reason="It burns.")


def make_demand(by: User, **fields: Any) -> Demand:
    values = {"demander": "A court", "received_on": date(2026, 11, 1), "deadline": NOON + DAY, **fields}
    return keep_demand(Demand(**values), by=by)


def test_an_emergency_without_a_second_person_alarms_all_approvers_once(staff: dict[str, User]) -> None:
    text = hurried_text(staff["approver"])
    assert raise_alarms(NOON + DAY - timedelta(seconds=1)) == 0
    assert raise_alarms(NOON + DAY) == 3
    assert set(told()) == {"arne", "berit", "hild"}
    assert "Notice hurried" in told()["berit"]
    assert "/admin/legal/" in told()["berit"]
    assert raise_alarms(NOON + 2 * DAY) == 0
    assert NoticeText.objects.get(pk=text.pk).alarmed_at == NOON + DAY
    assert LedgerEntry.objects.filter(kind="text.unconfirmed").count() == 1


def test_a_confirmed_emergency_alarms_nobody(staff: dict[str, User]) -> None:
    text = hurried_text(staff["approver"])
    confirm(text, by=staff["second"], digest=text.digest)
    assert raise_alarms(NOON + 3 * DAY) == 0


def test_the_alarm_ends_nothing(staff: dict[str, User]) -> None:
    text = hurried_text(staff["approver"])
    raise_alarms(NOON + DAY)
    assert NoticeText.objects.get(pk=text.pk).approved_at == NOON


def test_a_sealed_alarm_reaches_holders_alone_and_names_nothing(staff: dict[str, User]) -> None:
    hurried_text(staff["holder"], is_sealed=True)
    make_demand(staff["holder"], demander="A secret court", is_sealed=True)
    assert raise_alarms(NOON + DAY) == 1
    assert set(told()) == {"hild"}
    body = told()["hild"]
    assert "hurried" not in body and "secret court" not in body
    assert body.splitlines()[0] == "A sealed matter waits for you."


def test_a_deadline_is_warned_of_a_day_before_and_again_when_it_is_another(staff: dict[str, User]) -> None:
    demand = make_demand(staff["editor"], deadline=NOON)
    assert raise_alarms(NOON - DAY - timedelta(seconds=1)) == 0
    assert raise_alarms(NOON - DAY) == 4
    assert "A court" in told()["edda"]
    assert raise_alarms(NOON) == 0
    demand.refresh_from_db()
    demand.deadline = NOON + 3 * DAY
    keep_demand(demand, by=staff["editor"])
    assert raise_alarms(NOON) == 0
    assert raise_alarms(NOON + 2 * DAY) == 4


@pytest.mark.parametrize("deadline", [None, NOON])
def test_an_answered_demand_or_one_without_a_deadline_is_not(staff: dict[str, User], deadline: datetime | None) -> None:
    demand = make_demand(staff["editor"], deadline=deadline)
    if deadline:
        mark_answered(demand, by=staff["editor"])
    assert raise_alarms(NOON) == 0


def test_an_overdue_review_reminds_its_owner_each_week(staff: dict[str, User]) -> None:
    notice = make_notice(review_on=NOON.date(), owner=staff["editor"])
    make_text(notice)
    make_rule(notice)
    assert raise_alarms(NOON - DAY) == 0
    assert raise_alarms(NOON) == 1
    assert "Notice undesirable" in told()["edda"]
    assert raise_alarms(NOON + 6 * DAY) == 0
    assert raise_alarms(NOON + 7 * DAY) == 1
    assert LegalNotice.objects.get().rules.get().ended_at is None


def test_a_review_without_an_owner_reminds_everybody_who_writes(staff: dict[str, User]) -> None:
    notice = make_notice(review_on=NOON.date(), owner=staff["stranger"])
    make_text(notice)
    make_rule(notice)
    raise_alarms(NOON)
    assert {"arne", "berit", "edda", "hild"} <= set(told())
    assert "stig" not in told()


def test_a_notice_that_applies_nowhere_is_not_reviewed(staff: dict[str, User]) -> None:
    notice = make_notice(review_on=NOON.date())
    draft_rule(notice, by=staff["editor"], region=make_region("RU"), reason="A draft.")
    assert raise_alarms(NOON) == 0


def test_a_mail_server_that_is_away_delays_the_alarm(staff: dict[str, User], settings: Any) -> None:
    hurried_text(staff["approver"])
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    assert raise_alarms(NOON + DAY) == 0
    assert NoticeText.objects.get().alarmed_at is None
    settings.EMAIL_BACKEND = working
    assert raise_alarms(NOON + DAY) == 3


def test_an_alarm_of_much_asks_no_more_than_one_of_little(
    staff: dict[str, User], django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        make_demand(staff["editor"], demander=f"Court {number}", deadline=NOON)
    with django_assert_max_num_queries(5 + 12):
        assert raise_alarms(NOON) == 4
    with django_assert_max_num_queries(8):
        assert raise_alarms(NOON) == 0


@pytest.mark.django_db(transaction=True)
def test_the_worker_raises_them() -> None:
    ensure_legal()
    hurried_text(User.objects.get(username="arne"), at=NOON - 365 * DAY)
    call_command("run_worker", once=True)
    assert set(told()) == {"arne", "berit", "hild"}
