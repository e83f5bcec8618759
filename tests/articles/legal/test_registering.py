"""Tests of registering notices and demands."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.legal.approval import reject
from articles.legal.drafting import draft_rule
from articles.legal.models import Demand, LedgerEntry, LegalNotice, RuleSetVersion
from articles.legal.registering import DemandIsAnswered, keep_demand, keep_notice, mark_answered
from articles.legal.terms import Kind
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, ensure_legal
from newsroom.users.models import User
from tests.articles.legal.makers import make_region
from tests.factories import make_user

pytestmark = pytest.mark.django_db
RECEIVED = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _groups() -> None:
    ensure_legal()


@pytest.fixture
def editor() -> User:
    return make_user("edda", LEGAL_EDITORS)


@pytest.fixture
def holder() -> User:
    return make_user("hild", LEGAL_APPROVERS, SEALED_ORDERS)


def notice(**fields: object) -> LegalNotice:
    return LegalNotice(**{"key": "a-notice", "name": "A notice", "kind": Kind.WARNING, **fields})


def demand(**fields: object) -> Demand:
    return Demand(**{"demander": "A court", "received_on": RECEIVED, **fields})


def test_a_notice_and_each_change_of_it_stand_in_the_ledger_and_reach_every_process(editor: User) -> None:
    stored = keep_notice(notice(), by=editor)
    before = RuleSetVersion.present()
    stored.more = "explained"
    keep_notice(stored, by=editor)
    assert RuleSetVersion.present() != before
    entries = LedgerEntry.objects.values_list("kind", "staff_id")
    assert list(entries) == [("notice.registered", editor.pk), ("notice.changed", editor.pk)]


@pytest.mark.parametrize("change", [{"key": "b"}, {"kind": Kind.LABEL}])
def test_what_is_set_once_stays_even_for_the_same_object(editor: User, change: dict[str, str]) -> None:
    stored = keep_notice(notice(), by=editor)
    for name, value in change.items():
        setattr(stored, name, value)
    with pytest.raises(ValidationError):
        keep_notice(stored, by=editor)


@pytest.mark.parametrize(
    "change", [{"basis": "Other"}, {"authority": "Other"}, {"more": "other"}, {"source_language": "ru"}]
)
def test_what_an_approver_of_a_rule_read_stays_while_the_rule_is_not_rejected(
    editor: User, change: dict[str, str]
) -> None:
    stored = keep_notice(notice(), by=editor)
    rule = draft_rule(stored, by=editor, region=make_region("RU"), reason="A law.")
    for name, value in change.items():
        setattr(stored, name, value)
    with pytest.raises(ValidationError):
        keep_notice(stored, by=editor)
    reject(rule, by=editor, reason="A mistake.")
    keep_notice(stored, by=editor)


def test_what_nobody_reads_may_change_at_any_time(editor: User, holder: User) -> None:
    stored = keep_notice(notice(), by=editor)
    draft_rule(stored, by=editor, region=make_region("RU"), reason="A law.")
    stored.name, stored.owner, stored.review_on = "Another name", holder, RECEIVED
    keep_notice(stored, by=editor)
    assert LegalNotice.objects.get().name == "Another name"


def test_a_sealed_notice_has_a_key_of_the_program_s_and_is_kept_by_holders(editor: User, holder: User) -> None:
    with pytest.raises(PermissionDenied):
        keep_notice(notice(kind=Kind.WITHHELD, is_sealed=True), by=editor)
    sealed = keep_notice(notice(kind=Kind.WITHHELD, is_sealed=True), by=holder)
    assert sealed.key != "a-notice"
    keep_notice(notice(), by=editor)
    with pytest.raises(PermissionDenied):
        keep_notice(sealed, by=editor)
    with pytest.raises(ValidationError):
        keep_notice(notice(key="b", is_sealed=True), by=holder)


def test_a_sealed_demand_stands_behind_sealed_notices_alone(editor: User, holder: User) -> None:
    sealed = keep_demand(demand(is_sealed=True), by=holder)
    with pytest.raises(PermissionDenied):
        keep_notice(notice(demand=sealed), by=editor)
    with pytest.raises(ValidationError):
        keep_notice(notice(demand=sealed), by=holder)
    keep_notice(notice(demand=sealed, kind=Kind.WITHHELD, is_sealed=True), by=holder)


def test_a_demand_behind_an_open_notice_cannot_be_sealed(editor: User, holder: User) -> None:
    stored = keep_demand(demand(), by=editor)
    keep_notice(notice(demand=stored), by=editor)
    stored.is_sealed = True
    with pytest.raises(ValidationError):
        keep_demand(stored, by=holder)


def test_a_seal_is_not_broken_by_those_who_may_not_see_it(editor: User, holder: User) -> None:
    stored = keep_demand(demand(is_sealed=True), by=holder)
    stored.is_sealed = False
    with pytest.raises(PermissionDenied):
        keep_demand(stored, by=editor)
    with pytest.raises(PermissionDenied):
        mark_answered(stored, by=editor)
    with pytest.raises(PermissionDenied):
        keep_demand(demand(is_sealed=True), by=editor)


def test_a_demand_is_answered_once(editor: User) -> None:
    stored = keep_demand(demand(), by=editor)
    mark_answered(stored, by=editor)
    with pytest.raises(DemandIsAnswered):
        mark_answered(stored, by=editor)
    assert list(LedgerEntry.objects.values_list("kind", flat=True)) == ["demand.recorded", "demand.answered"]


def test_strangers_keep_nothing(editor: User) -> None:
    stored_notice, stored_demand = keep_notice(notice(), by=editor), keep_demand(demand(), by=editor)
    for user in (make_user("stranger"), make_user("sealed", SEALED_ORDERS)):
        for deed in (
            lambda user=user: keep_notice(notice(key="b"), by=user),
            lambda user=user: keep_notice(stored_notice, by=user),
            lambda user=user: keep_demand(demand(), by=user),
            lambda user=user: keep_demand(stored_demand, by=user),
            lambda user=user: mark_answered(stored_demand, by=user),
        ):
            with pytest.raises(PermissionDenied):
                deed()
