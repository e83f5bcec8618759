"""Tests of what cannot wait: at once, by one person, with a reason, and all of it in the ledger."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.approval import ApprovalIsRefused, ApproverIsAuthor, NothingToShow, confirm
from articles.legal.drafting import DraftIsRefused
from articles.legal.hurry import (
    HurryIsRefused,
    NoticeIsAlreadyUp,
    NoticeOnlyWithholds,
    Order,
    RuleIsNotInForce,
    StoryIsAlreadyWithheld,
    lift_now,
    put_up_now,
    withhold_story_now,
)
from articles.legal.models import LedgerEntry, LegalNotice, NoticeRule
from articles.legal.notices import notices_for
from articles.legal.surfaces import surfaces
from articles.legal.terms import Kind, Placement
from articles.legal.values import NO_STORY, Subject
from newsroom.languages import LANGUAGES
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.presets import ensure_presets
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, ensure_legal
from newsroom.users.models import User
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_user

pytestmark = pytest.mark.django_db
REASON = "A court ordered it this morning."
BERLIN, MOSCOW = Location("DE", None), Location("RU", None)
ORDER = Order(name="The story", authority="A court", basis="A law")


@pytest.fixture(autouse=True)
def _law() -> None:
    ensure_legal()
    ensure_presets()


@pytest.fixture
def approver() -> User:
    return make_user("arne", LEGAL_APPROVERS)


def shown(location: Location, language: str = "en", surface: str = "page") -> list[str]:
    snapshot.forget()
    decided = notices_for(NO_STORY, language, location, surface, timezone.now())
    return [notice.notice.key for notice in decided.shown]


def is_withheld(key: object, location: Location, language: str = "en") -> bool:
    snapshot.forget()
    return notices_for(Subject(str(key)), language, location, "page", timezone.now()).is_withheld


def test_a_notice_is_up_for_everybody_in_every_language_on_every_surface(approver: User) -> None:
    notice = make_notice()
    make_text(notice)
    rule = put_up_now(notice, by=approver, reason=REASON)
    assert rule.awaits_confirmation
    assert rule.placement == Placement.TOP
    for code in LANGUAGES:
        for surface in surfaces():
            for location in (BERLIN, MOSCOW, UNKNOWN):
                assert shown(location, code, surface.name) == ["undesirable"]


def test_a_notice_is_up_in_one_region_alone(approver: User) -> None:
    notice = make_notice()
    make_text(notice)
    put_up_now(notice, by=approver, reason=REASON, region=make_region("RU"))
    assert shown(MOSCOW) == ["undesirable"]
    assert shown(BERLIN) == []


def test_the_same_again_is_refused_and_a_narrower_rule_is_not_the_same(approver: User) -> None:
    notice, region = make_notice(), make_region("RU")
    make_text(notice)
    make_rule(notice, region, languages=["ru"])
    put_up_now(notice, by=approver, reason=REASON, region=region)
    with pytest.raises(NoticeIsAlreadyUp):
        put_up_now(notice, by=approver, reason=REASON, region=region)
    assert NoticeRule.objects.count() == 2


def test_a_notice_without_approved_words_or_a_withholding_is_not_put_up(approver: User) -> None:
    with pytest.raises(NothingToShow):
        put_up_now(make_notice(), by=approver, reason=REASON)
    with pytest.raises(NoticeOnlyWithholds):
        put_up_now(make_notice("order", Kind.WITHHELD), by=approver, reason=REASON)
    assert NoticeRule.objects.count() == 0


@pytest.mark.parametrize("unknown", [True, False])
def test_a_story_is_withheld_in_all_its_languages_where_it_was_ordered(approver: User, unknown: bool) -> None:
    key, other = uuid4(), uuid4()
    rule = withhold_story_now(
        key, region=make_region("DE"), by=approver, reason=REASON, applies_to_unknown=unknown, order=ORDER
    )
    for code in LANGUAGES:
        assert is_withheld(key, BERLIN, code)
        assert not is_withheld(key, MOSCOW, code)
        assert not is_withheld(other, BERLIN, code)
    assert is_withheld(key, UNKNOWN) is unknown
    assert (rule.notice.authority, rule.notice.basis, rule.notice.kind) == ("A court", "A law", Kind.WITHHELD)
    assert rule.awaits_confirmation and rule.emergency_reason == REASON


def test_a_story_is_withheld_once_in_a_region(approver: User) -> None:
    key, region = uuid4(), make_region("DE")
    for wanted in (make_region("FR"), region):
        withhold_story_now(key, region=wanted, by=approver, reason=REASON, applies_to_unknown=False, order=ORDER)
    with pytest.raises(StoryIsAlreadyWithheld):
        withhold_story_now(key, region=region, by=approver, reason=REASON, applies_to_unknown=False, order=ORDER)
    assert LegalNotice.objects.count() == NoticeRule.objects.count() == 2


def test_an_existing_withholding_brings_its_own_words(approver: User) -> None:
    order = make_notice("order", Kind.WITHHELD, authority="Another court")
    rule = withhold_story_now(
        uuid4(),
        region=make_region("DE"),
        by=approver,
        reason=REASON,
        applies_to_unknown=False,
        order=ORDER,
        notice=order,
    )
    assert rule.notice == order
    assert LegalNotice.objects.get().authority == "Another court"
    with pytest.raises(HurryIsRefused):
        withhold_story_now(
            uuid4(),
            region=make_region("FR"),
            by=approver,
            reason=REASON,
            applies_to_unknown=False,
            order=ORDER,
            notice=make_notice("warning"),
        )


def test_a_sealed_withholding_is_for_holders_and_hides_from_others_that_it_is_there(approver: User) -> None:
    sealed = Order(name="The story", is_sealed=True, looks_missing=True)
    holder = make_user("hild", LEGAL_APPROVERS, SEALED_ORDERS)
    key, region = uuid4(), make_region("DE")
    with pytest.raises(PermissionDenied):
        withhold_story_now(key, region=region, by=approver, reason=REASON, applies_to_unknown=False, order=sealed)
    rule = withhold_story_now(key, region=region, by=holder, reason=REASON, applies_to_unknown=False, order=sealed)
    withhold_story_now(key, region=region, by=approver, reason=REASON, applies_to_unknown=False, order=ORDER)
    for deed in (lift_now, lambda rule, **said: put_up_now(rule.notice, **said)):
        with pytest.raises((PermissionDenied, NoticeOnlyWithholds)):
            deed(rule, by=approver, reason=REASON)


def test_what_looks_missing_must_be_sealed(approver: User) -> None:
    order = Order(name="The story", looks_missing=True)
    with pytest.raises(ValidationError):
        withhold_story_now(
            uuid4(), region=make_region("DE"), by=approver, reason=REASON, applies_to_unknown=True, order=order
        )
    assert LegalNotice.objects.count() == 0


def test_a_rule_is_lifted_and_lifted_once(approver: User) -> None:
    notice = make_notice()
    make_text(notice)
    rule = make_rule(notice)
    ended = lift_now(rule, by=approver, reason="The law was repealed.")
    assert shown(MOSCOW) == []
    assert ended.withdraws and ended.awaits_confirmation
    for again in (rule, ended):
        with pytest.raises(RuleIsNotInForce):
            lift_now(again, by=approver, reason=REASON)


def test_a_planned_rule_can_be_lifted(approver: User) -> None:
    notice = make_notice()
    make_text(notice)
    rule = make_rule(notice, starts_at=timezone.now() + timedelta(days=1))
    lift_now(rule, by=approver, reason=REASON)
    assert NoticeRule.objects.get(pk=rule.pk).ended_at is not None


def test_whoever_did_it_alone_does_not_confirm_it(approver: User) -> None:
    notice = make_notice()
    make_text(notice)
    rule = put_up_now(notice, by=approver, reason=REASON)
    with pytest.raises(ApproverIsAuthor):
        confirm(rule, by=approver, digest=rule.digest)
    confirm(rule, by=make_user("berit", LEGAL_APPROVERS), digest=rule.digest)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_without_a_reason_nothing_happens(approver: User, reason: str) -> None:
    notice = make_notice()
    make_text(notice)
    rule = make_rule(notice)
    region = make_region("DE")
    before = NoticeRule.objects.count(), LegalNotice.objects.count(), LedgerEntry.objects.count()
    with pytest.raises((DraftIsRefused, ApprovalIsRefused)):
        put_up_now(notice, by=approver, reason=reason)
    with pytest.raises((DraftIsRefused, ApprovalIsRefused)):
        withhold_story_now(uuid4(), region=region, by=approver, reason=reason, applies_to_unknown=True, order=ORDER)
    with pytest.raises((DraftIsRefused, ApprovalIsRefused)):
        lift_now(rule, by=approver, reason=reason)
    assert (NoticeRule.objects.count(), LegalNotice.objects.count(), LedgerEntry.objects.count()) == before


@pytest.mark.parametrize("group", [LEGAL_EDITORS, SEALED_ORDERS])
def test_without_the_right_nothing_happens(group: str) -> None:
    user, notice, region = make_user("edda", group), make_notice(), make_region("DE")
    make_text(notice)
    rule = make_rule(notice)
    before = NoticeRule.objects.count(), LegalNotice.objects.count()
    with pytest.raises(PermissionDenied):
        put_up_now(notice, by=user, reason=REASON)
    with pytest.raises(PermissionDenied):
        withhold_story_now(uuid4(), region=region, by=user, reason=REASON, applies_to_unknown=True, order=ORDER)
    with pytest.raises(PermissionDenied):
        lift_now(rule, by=user, reason=REASON)
    assert (NoticeRule.objects.count(), LegalNotice.objects.count()) == before


def test_somebody_who_has_left_does_nothing(approver: User) -> None:
    notice = make_notice()
    make_text(notice)
    approver.is_active = False
    approver.save()
    with pytest.raises(PermissionDenied):
        put_up_now(notice, by=User.objects.get(pk=approver.pk), reason=REASON)


def test_every_deed_stands_in_the_ledger_with_its_draft(approver: User) -> None:
    withhold_story_now(
        uuid4(), region=make_region("DE"), by=approver, reason=REASON, applies_to_unknown=True, order=ORDER
    )
    entries = LedgerEntry.objects.filter(staff_id=approver.pk).values_list("kind", flat=True)
    assert list(entries) == ["notice.registered", "rule.drafted", "rule.hurried"]
