"""What cannot wait: a notice up, a story withheld, a rule ended, at once and by one person; a second one confirms.

Each is a draft and its emergency approval in one transaction, so the ledger has both and nothing is half done.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.legal.access import MAY_HURRY, MAY_SEE_SEALED, may, visible_rules
from articles.legal.approval import ApprovalIsRefused, approve_alone
from articles.legal.drafting import draft_rule, draft_withdrawal
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.registering import keep_notice
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from newsroom.regions.models import Region
from newsroom.users.models import User

WHOLE_WORLD = "whole-world"
"""The preset of everywhere."""


class HurryIsRefused(ApprovalIsRefused):
    """It cannot be done at once; the message says why."""


class NoticeIsAlreadyUp(HurryIsRefused):
    """The notice stands on the whole site in this region."""


class NoticeOnlyWithholds(HurryIsRefused):
    """A withholding has nothing to put up."""


class StoryIsAlreadyWithheld(HurryIsRefused):
    """The story is withheld in this region."""


class RuleIsNotInForce(HurryIsRefused):
    """There is nothing to lift."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What readers of a withheld page are told, and whether they may be told at all."""

    name: str
    """For staff."""
    authority: str = ""
    basis: str = ""
    is_sealed: bool = False
    looks_missing: bool = False


@transaction.atomic
def put_up_now(
    notice: LegalNotice,
    *,
    by: User,
    reason: str,
    region: Region | None = None,
    placement: str = Placement.TOP,
) -> NoticeRule:
    """Shows the notice on the whole site, in all languages: to everybody, or to the readers of a region.

    Raises NoticeIsAlreadyUp, NoticeOnlyWithholds, NothingToShow without approved words, DraftIsRefused without a
    reason, PermissionDenied.
    """
    _ensure_may_hurry(by)
    LegalNotice.objects.select_for_update().get(pk=notice.pk)
    if notice.kind == Kind.WITHHELD:
        raise NoticeOnlyWithholds(_("A withholding takes pages away; it cannot be put up as a notice."))
    where = region or Region.objects.get(preset_key=WHOLE_WORLD)
    same = _in_force(by).filter(notice=notice, region=where, scope_kind=ScopeKind.SITE)
    if not all(_is_narrowed(rule) for rule in same):
        raise NoticeIsAlreadyUp(_("This notice stands on the whole site in this region already."))
    rule = draft_rule(notice, by=by, region=where, reason=reason, placement=placement)
    return approve_alone(rule, by=by, digest=rule.digest, reason=reason)


@transaction.atomic
def withhold_story_now(
    story_key: UUID | str,
    *,
    region: Region,
    by: User,
    reason: str,
    applies_to_unknown: bool,
    order: Order,
    notice: LegalNotice | None = None,
) -> NoticeRule:
    """Withholds a story, in all its languages, from the readers of a region: by a notice that exists, or a new one.

    Raises StoryIsAlreadyWithheld, HurryIsRefused for a notice that withholds nothing, DraftIsRefused without a reason,
    ValidationError, PermissionDenied.
    """
    _ensure_may_hurry(by)
    Region.objects.select_for_update().get(pk=region.pk)
    if notice is not None and notice.kind != Kind.WITHHELD:
        raise HurryIsRefused(_("This notice is not a withholding."))
    is_sealed = notice.is_sealed if notice else order.is_sealed
    same = _in_force(by).filter(scope_kind=ScopeKind.STORY, scope_target=str(story_key), region=region)
    if not all(_is_narrowed(rule) for rule in same.filter(notice__kind=Kind.WITHHELD, notice__is_sealed=is_sealed)):
        raise StoryIsAlreadyWithheld(_("This story is withheld in this region already."))
    rule = draft_rule(
        notice or _new_withholding(order, by),
        by=by,
        region=region,
        reason=reason,
        scope_kind=ScopeKind.STORY,
        scope_target=str(story_key),
        scope_name=order.name[:255],
        applies_to_unknown=applies_to_unknown,
    )
    return approve_alone(rule, by=by, digest=rule.digest, reason=reason)


@transaction.atomic
def lift_now(rule: NoticeRule, *, by: User, reason: str) -> NoticeRule:
    """Ends a rule that is in force or due; gives the version that ended it.

    Raises RuleIsNotInForce, DraftIsRefused without a reason, PermissionDenied.
    """
    _ensure_may_hurry(by)
    fresh = NoticeRule.objects.select_for_update(of=("self",)).select_related("notice", "region").get(pk=rule.pk)
    if fresh.notice.is_sealed and not may(by, MAY_SEE_SEALED):
        raise PermissionDenied
    if not fresh.approved_at or fresh.ended_at or fresh.withdraws:
        raise RuleIsNotInForce(_("This rule is not in force."))
    withdrawal = draft_withdrawal(fresh, by=by, reason=reason)
    return approve_alone(withdrawal, by=by, digest=withdrawal.digest, reason=reason)


def _ensure_may_hurry(by: User) -> None:
    if not may(by, MAY_HURRY):
        raise PermissionDenied


def _in_force(by: User) -> QuerySet[NoticeRule]:
    return visible_rules(by).filter(approved_at__isnull=False, ended_at__isnull=True, withdraws=False)


def _is_narrowed(rule: NoticeRule) -> bool:
    """Whether something narrows it, so that a second one beside it changes what readers meet."""
    return bool(rule.languages or rule.surfaces or rule.starts_at or rule.ends_at or Effect.SHOW not in rule.effects)


def _new_withholding(order: Order, by: User) -> LegalNotice:
    notice = LegalNotice(
        key=f"withheld-{secrets.token_hex(4)}",
        name=order.name[:255],
        kind=Kind.WITHHELD,
        authority=order.authority,
        basis=order.basis,
        is_sealed=order.is_sealed,
        looks_missing=order.looks_missing,
        owner=by,
    )
    return keep_notice(notice, by=by)
