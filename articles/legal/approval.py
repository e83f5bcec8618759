"""Four eyes: a text or rule is in force only when somebody else than its author has approved it.

Every door (admin, API, forged request, command) comes through here. In an emergency one person may approve alone;
a second one confirms within 24 hours, or the alarm is raised. An approver approves a digest: what was read counts.
"""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.legal.explanations import is_explained
from articles.legal.ledger.canonical import canonical
from articles.legal.ledger.canonical import digest as digest_of
from articles.legal.models import Approvable, NoticeRule, NoticeText
from articles.legal.models.version import RuleSetVersion
from articles.legal.records import record
from articles.legal.rights import MAY_APPROVE, MAY_DRAFT, MAY_HURRY, MAY_SEE_SEALED
from articles.legal.terms import Effect, Kind
from newsroom.users.models import User

Draft = TypeVar("Draft", NoticeText, NoticeRule)


class ApprovalIsRefused(ValueError):
    """The approval cannot be given; the message says why."""


class ApproverIsAuthor(ApprovalIsRefused):
    """The person who wrote it, or who approved it in an emergency, cannot be the second one."""


class AlreadyDecided(ApprovalIsRefused):
    """It was approved or rejected before."""


class WordsHaveChanged(ApprovalIsRefused):
    """What the approver read is not what is stored."""


class NothingToShow(ApprovalIsRefused):
    """The rule would show a notice that has no approved words in any language."""


class ExplanationIsMissing(ApprovalIsRefused):
    """The rule would show a notice whose link to an explanation leads nowhere."""


@transaction.atomic
def approve(draft: Draft, *, by: User, digest: str) -> Draft:
    """Puts the draft in force.

    Raises ApproverIsAuthor, AlreadyDecided, WordsHaveChanged, NothingToShow, ExplanationIsMissing, PermissionDenied.
    """
    fresh = _taken(draft, by, MAY_APPROVE, digest)
    if fresh.author_id == by.pk:
        raise ApproverIsAuthor(_("You wrote this. Somebody else has to approve it."))
    return _put_in_force(fresh, by, is_emergency=False, reason="")


@transaction.atomic
def approve_alone(draft: Draft, *, by: User, digest: str, reason: str) -> Draft:
    """Puts the draft in force at once, whoever wrote it; a second person has to confirm it within 24 hours.

    Raises AlreadyDecided, WordsHaveChanged, NothingToShow, ExplanationIsMissing, ApprovalIsRefused without a reason,
    PermissionDenied.
    """
    fresh = _taken(draft, by, MAY_HURRY, digest)
    if not reason.strip():
        raise ApprovalIsRefused(_("Say why it cannot wait."))
    return _put_in_force(fresh, by, is_emergency=True, reason=reason.strip())


@transaction.atomic
def confirm(draft: Draft, *, by: User, digest: str) -> Draft:
    """The second approval of what one person put in force.

    Raises ApproverIsAuthor, AlreadyDecided, WordsHaveChanged, PermissionDenied.
    """
    fresh = _locked(draft, by, MAY_APPROVE, digest)
    if not fresh.awaits_confirmation:
        raise AlreadyDecided(_("Nobody's confirmation is needed any more."))
    if by.pk in (fresh.author_id, fresh.approved_by_id):
        raise ApproverIsAuthor(_("You put this in force yourself. Somebody else has to confirm it."))
    fresh.confirmed_at, fresh.confirmed_by = timezone.now(), by
    fresh.save(update_fields=["confirmed_at", "confirmed_by"])
    record(f"{_noun(fresh)}.confirmed", fresh, by)
    return fresh


@transaction.atomic
def reject(draft: Draft, *, by: User, reason: str) -> Draft:
    """Ends a draft that never was in force; its author may take it back too.

    Raises AlreadyDecided, ApprovalIsRefused, PermissionDenied.
    """
    permission = MAY_APPROVE if draft.author_id != by.pk else MAY_DRAFT
    fresh = _taken(draft, by, permission, draft.digest)
    if not reason.strip():
        raise ApprovalIsRefused(_("Say why."))
    fresh.rejected_at, fresh.rejected_by, fresh.rejection = timezone.now(), by, reason.strip()
    fresh.save(update_fields=["rejected_at", "rejected_by", "rejection"])
    record(f"{_noun(fresh)}.rejected", fresh, by)
    return fresh


def _taken(draft: Draft, by: User, permission: str, digest: str) -> Draft:
    """The draft, locked, which nobody has decided about yet."""
    fresh = _locked(draft, by, permission, digest)
    if fresh.approved_at or fresh.rejected_at:
        raise AlreadyDecided(_("This was decided already."))
    return fresh


def _locked(draft: Draft, by: User, permission: str, digest: str) -> Draft:
    model = type(draft)
    fresh: Draft = model._default_manager.select_for_update(of=("self",)).select_related("notice").get(pk=draft.pk)
    if not by.is_active or not by.has_perm(permission):
        raise PermissionDenied
    if fresh.notice.is_sealed and not by.has_perm(MAY_SEE_SEALED):
        raise PermissionDenied
    if not digest == fresh.digest == digest_of(canonical(fresh.content())):
        raise WordsHaveChanged(_("This is not what you read. Read it again."))
    return fresh


def _put_in_force(fresh: Draft, by: User, *, is_emergency: bool, reason: str) -> Draft:
    if isinstance(fresh, NoticeRule):
        _ensure_words(fresh)
    now = timezone.now()
    fresh.approved_at, fresh.approved_by = now, by
    fresh.is_emergency, fresh.emergency_reason = is_emergency, reason
    fresh.save(update_fields=["approved_at", "approved_by", "is_emergency", "emergency_reason"])
    if isinstance(fresh, NoticeRule):
        before = NoticeRule.objects.filter(identity=fresh.identity, approved_at__isnull=False, ended_at__isnull=True)
        before.filter(~Q(pk=fresh.pk)).update(ended_at=now)
        if fresh.withdraws:
            fresh.ended_at = now
            fresh.save(update_fields=["ended_at"])
    record(f"{_noun(fresh)}.{'hurried' if is_emergency else 'approved'}", fresh, by)
    RuleSetVersion.touch()
    return fresh


def _ensure_words(rule: NoticeRule) -> None:
    shows = rule.notice.kind != Kind.WITHHELD and Effect.SHOW in rule.effects and not rule.withdraws
    if shows and not rule.notice.texts.filter(approved_at__isnull=False).exists():
        raise NothingToShow(_("The notice has no approved words in any language yet."))
    if shows and not is_explained(rule.notice.more):
        raise ExplanationIsMissing(
            _("The notice links to the explanation “{slug}”, which is published in no language.").format(
                slug=rule.notice.more
            )
        )


def _noun(draft: Approvable) -> str:
    return "rule" if isinstance(draft, NoticeRule) else "text"
