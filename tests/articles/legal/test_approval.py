"""Tests of four eyes: by every door that code can take, in races, and at the database itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.legal.approval import (
    AlreadyDecided,
    ApprovalIsRefused,
    ApproverIsAuthor,
    NothingToShow,
    WordsHaveChanged,
    approve,
    approve_alone,
    confirm,
    reject,
)
from articles.legal.drafting import draft_rule, draft_text, draft_withdrawal
from articles.legal.ledger.canonical import canonical, digest
from articles.legal.models import LedgerEntry, LegalNotice, NoticeRule, NoticeText, RuleSetVersion
from articles.legal.models.approval import State, VersionIsFixed
from articles.legal.terms import Effect, Kind
from newsroom.users.models import User
from tests.articles.legal.makers import lawyers, make_lawyer, make_notice, make_region, make_rule, make_text
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db
WORDS = {"heading": "Heading", "body": "<p>Words.</p>"}


def a_text(by: User, notice: LegalNotice | None = None) -> NoticeText:
    return draft_text(notice or make_notice(), "en", by=by, **WORDS)


def a_rule(by: User) -> NoticeRule:
    notice = make_notice("with-words")
    make_text(notice)
    return draft_rule(notice, by=by, region=make_region("RU"), reason="A law.")


@pytest.mark.parametrize("make", [a_text, a_rule])
def test_another_person_approves_the_very_content(make: Any) -> None:
    author, approver = lawyers()
    draft = make(author)
    before = RuleSetVersion.present()
    approved = approve(draft, by=approver, digest=draft.digest)
    assert (approved.state, approved.approved_by, approved.is_emergency) == (State.APPROVED, approver, False)
    assert RuleSetVersion.present() != before
    entry = LedgerEntry.objects.filter(kind__endswith=".approved").order_by("id").last()
    assert (entry.staff_id, entry.content_hash) == (approver.pk, draft.digest)


@pytest.mark.parametrize("is_superuser", [False, True])
@pytest.mark.parametrize("make", [a_text, a_rule])
def test_nobody_approves_what_they_wrote(make: Any, is_superuser: bool) -> None:
    user = make_lawyer("both")
    user.is_superuser = is_superuser
    user.save()
    draft = make(user)
    with pytest.raises(ApproverIsAuthor):
        approve(draft, by=user, digest=draft.digest)
    assert type(draft).objects.get(pk=draft.pk).state == State.DRAFT


def test_nobody_without_the_right_approves() -> None:
    draft = a_text(lawyers()[0])
    gone = make_lawyer("gone")
    gone.is_active = False
    gone.save()
    for user in (make_user(), make_administrator(), User.objects.get(pk=gone.pk)):
        with pytest.raises(PermissionDenied):
            approve(draft, by=user, digest=draft.digest)
        with pytest.raises(PermissionDenied):
            approve_alone(draft, by=user, digest=draft.digest, reason="Now.")
        with pytest.raises(PermissionDenied):
            reject(draft, by=user, reason="No.")
    with pytest.raises(PermissionDenied):
        approve_alone(draft, by=make_lawyer("lena"), digest=draft.digest, reason="Now.")


def test_what_is_sealed_is_approved_by_holders_alone() -> None:
    author, holder = lawyers()
    sealed = make_notice("order", Kind.WITHHELD, is_sealed=True)
    draft = a_text(author, sealed)
    other = make_lawyer("lena", "hurry_legal")
    with pytest.raises(PermissionDenied):
        approve(draft, by=other, digest=draft.digest)
    with pytest.raises(PermissionDenied):
        approve_alone(draft, by=other, digest=draft.digest, reason="Now.")
    with pytest.raises(PermissionDenied):
        reject(draft, by=other, reason="No.")
    approve(draft, by=holder, digest=draft.digest)


@pytest.mark.parametrize("forged", ["", "0" * 64, "x"])
def test_an_approver_approves_what_was_read_and_nothing_else(forged: str) -> None:
    author, approver = lawyers()
    draft = a_text(author)
    for decide in (approve, confirm):
        with pytest.raises(WordsHaveChanged):
            decide(draft, by=approver, digest=forged)
    with pytest.raises(WordsHaveChanged):
        approve_alone(draft, by=approver, digest=forged, reason="Now.")


def test_words_that_were_changed_behind_our_back_are_not_approved() -> None:
    author, approver = lawyers()
    draft = a_text(author)
    NoticeText.objects.filter(pk=draft.pk).update(body="<p>Other words.</p>")
    with pytest.raises(WordsHaveChanged):
        approve(draft, by=approver, digest=draft.digest)
    changed = NoticeText.objects.get(pk=draft.pk)
    with pytest.raises(WordsHaveChanged):
        approve(draft, by=approver, digest=digest(canonical(changed.content())))


def test_a_draft_is_decided_once() -> None:
    author, approver = lawyers()
    approved, rejected = a_text(author), a_text(author, make_notice("other"))
    approve(approved, by=approver, digest=approved.digest)
    reject(rejected, by=approver, reason="No.")
    for draft in (approved, rejected):
        with pytest.raises(AlreadyDecided):
            approve(draft, by=make_lawyer(f"other-{draft.pk}"), digest=draft.digest)
        with pytest.raises(AlreadyDecided):
            approve_alone(draft, by=approver, digest=draft.digest, reason="Now.")
        with pytest.raises(AlreadyDecided):
            reject(draft, by=approver, reason="No.")


def test_in_an_emergency_one_person_is_enough_and_a_second_confirms() -> None:
    author, approver = lawyers()
    own = a_text(approver)
    with pytest.raises(ApprovalIsRefused):
        approve_alone(own, by=approver, digest=own.digest, reason=" ")
    hurried = approve_alone(own, by=approver, digest=own.digest, reason="It burns.")
    assert (hurried.state, hurried.emergency_reason) == (State.EMERGENCY, "It burns.")
    assert hurried.confirm_by is not None
    with pytest.raises(ApproverIsAuthor):
        confirm(hurried, by=approver, digest=own.digest)
    assert confirm(hurried, by=author, digest=own.digest).state == State.APPROVED
    with pytest.raises(AlreadyDecided):
        confirm(hurried, by=author, digest=own.digest)


def test_neither_the_author_nor_the_one_who_hurried_confirms() -> None:
    author, approver = lawyers()
    draft = a_text(author)
    approve_alone(draft, by=approver, digest=draft.digest, reason="It burns.")
    for user in (author, approver):
        with pytest.raises(ApproverIsAuthor):
            confirm(draft, by=user, digest=draft.digest)
    confirm(draft, by=make_lawyer("third"), digest=draft.digest)


def test_a_draft_or_an_ordinary_approval_needs_no_confirmation() -> None:
    author, approver = lawyers()
    draft = a_text(author)
    with pytest.raises(AlreadyDecided):
        confirm(draft, by=approver, digest=draft.digest)
    approve(draft, by=approver, digest=draft.digest)
    with pytest.raises(AlreadyDecided):
        confirm(draft, by=make_lawyer("third"), digest=draft.digest)


def test_a_rejection_wants_a_reason_and_may_be_the_author_s_own() -> None:
    author, approver = lawyers()
    draft = a_text(author)
    with pytest.raises(ApprovalIsRefused):
        reject(draft, by=approver, reason="\n")
    reject(draft, by=author, reason="A mistake.")
    assert NoticeText.objects.get().rejection == "A mistake."


def test_a_rule_that_would_show_nothing_is_refused() -> None:
    author, approver = lawyers()
    notice, region = make_notice(), make_region("RU")
    draft = draft_rule(notice, by=author, region=region, reason="A law.")
    with pytest.raises(NothingToShow):
        approve(draft, by=approver, digest=draft.digest)
    with pytest.raises(NothingToShow):
        approve_alone(draft, by=approver, digest=draft.digest, reason="Now.")
    silent = draft_rule(notice, by=author, region=region, reason="A law.", effects=[Effect.NOINDEX])
    approve(silent, by=approver, digest=silent.digest)


def test_the_next_version_ends_the_one_before_in_the_same_moment() -> None:
    author, approver = lawyers()
    notice = make_notice()
    make_text(notice)
    first = make_rule(notice)
    second = draft_rule(notice, by=author, region=first.region, reason="Anew.", replaces=first)
    approve(second, by=approver, digest=second.digest)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.ended_at == second.approved_at
    end = draft_withdrawal(second, by=author, reason="Over.")
    approve(end, by=approver, digest=end.digest)
    second.refresh_from_db()
    end.refresh_from_db()
    assert second.ended_at == end.ended_at == end.approved_at


# Doors of code


@pytest.mark.parametrize("field", ["heading", "body", "link_label", "language", "digest", "author_id", "number"])
def test_no_save_changes_a_stored_text(field: str) -> None:
    text = make_text(make_notice())
    for update in ({}, {"update_fields": [field.removesuffix("_id")]}):
        stored = NoticeText.objects.get(pk=text.pk)
        setattr(stored, field, lawyers()[1].pk if field == "author_id" else 7 if field == "number" else "other")
        with pytest.raises(VersionIsFixed):
            stored.save(**update)
    assert NoticeText.objects.get(pk=text.pk).content() == text.content()


@pytest.mark.parametrize(
    ("field", "value"),
    [("area", {}), ("languages", ["ru"]), ("reason", "Other."), ("ends_at", timezone.now()), ("withdraws", True)],
)
def test_no_save_changes_a_stored_rule(field: str, value: object) -> None:
    notice = make_notice()
    make_text(notice)
    rule = NoticeRule.objects.get(pk=make_rule(notice).pk)
    setattr(rule, field, value)
    with pytest.raises(VersionIsFixed):
        rule.save()
    with pytest.raises(VersionIsFixed):
        rule.save(update_fields=[field])
    rule.refresh_from_db()
    rule.save()


def test_a_new_object_does_not_take_the_place_of_a_stored_one() -> None:
    text = make_text(make_notice())
    fields = {field.attname: getattr(text, field.attname) for field in NoticeText._meta.concrete_fields}
    with pytest.raises(VersionIsFixed):
        NoticeText(**{**fields, "body": "<p>Other.</p>"}).save()


def test_no_version_is_deleted() -> None:
    text = make_text(make_notice())
    with pytest.raises(VersionIsFixed):
        text.delete()
    assert NoticeText.objects.filter(pk=text.pk).exists()


@pytest.mark.parametrize("make", [a_text, a_rule])
def test_the_database_itself_refuses_one_person_in_the_place_of_two(make: Any) -> None:
    author, approver = lawyers()
    draft = make(author)
    rows, now = type(draft).objects.filter(pk=draft.pk), timezone.now()
    for forged in (
        {"approved_at": now, "approved_by": author},
        {"approved_at": now},
        {"approved_by": approver},
        {"approved_at": now, "approved_by": approver, "rejected_at": now},
        {"approved_at": now, "approved_by": approver, "is_emergency": True, "confirmed_by": approver},
        {"approved_at": now, "approved_by": approver, "is_emergency": True, "confirmed_by": author},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**forged)
        for name, value in forged.items():
            setattr(draft, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            draft.save(update_fields=list(forged))
        draft = rows.get()


# Races


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_of_two_approvers_at_once_one_approves() -> None:
    author, approver = lawyers()
    other = make_lawyer("other")
    draft = a_text(author)
    together = Barrier(2)

    def decide(user: User) -> str:
        try:
            together.wait()
            approve(NoticeText.objects.get(pk=draft.pk), by=user, digest=draft.digest)
        except AlreadyDecided:
            return "refused"
        finally:
            connection.close()
        return "approved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, [approver, other])) == ["approved", "refused"]
    assert LedgerEntry.objects.filter(kind="text.approved").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_of_an_approval_and_a_rejection_at_once_one_holds() -> None:
    author, approver = lawyers()
    draft = a_text(author)
    together = Barrier(2)

    def decide(approves: bool) -> bool:
        try:
            together.wait()
            row = NoticeText.objects.get(pk=draft.pk)
            if approves:
                approve(row, by=approver, digest=draft.digest)
            else:
                reject(row, by=author, reason="A mistake.")
        except AlreadyDecided:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, [True, False])) == [False, True]
    stored = NoticeText.objects.get(pk=draft.pk)
    assert (stored.approved_at is None) is not (stored.rejected_at is None)
