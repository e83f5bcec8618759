"""Registering notices and demands, and changing what of them may change; each leaves an entry in the ledger."""

from __future__ import annotations

import secrets

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.legal.access import (
    MAY_CHANGE_DEMANDS,
    MAY_DRAFT,
    MAY_RECORD_DEMANDS,
    MAY_REGISTER,
    MAY_SEE_SEALED,
    may,
    visible_demands,
)
from articles.legal.ledger.appending import append
from articles.legal.ledger.canonical import canonical
from articles.legal.models import Demand, LegalNotice, RuleSetVersion
from newsroom.users.models import User

FACTS = ("key", "name", "kind", "basis", "authority", "source_language", "more", "is_sealed", "looks_missing")


class DemandIsAnswered(ValueError):
    """The demand was answered before."""


@transaction.atomic
def keep_notice(notice: LegalNotice, *, by: User) -> LegalNotice:
    """Stores a new notice, or the changes of a stored one. A sealed one gets a key that nobody can guess.

    So no form that refuses a key as taken tells of it. Raises ValidationError for what must not change,
    PermissionDenied.
    """
    is_new = notice.pk is None
    _ensure_may(by, MAY_REGISTER if is_new else MAY_DRAFT, is_sealed=notice.is_sealed)
    if is_new:
        if notice.is_sealed:
            notice.key = f"order-{secrets.token_hex(8)}"
    else:
        LegalNotice.objects.select_for_update().get(pk=notice.pk)
    if notice.demand_id and not visible_demands(by).filter(pk=notice.demand_id).exists():
        raise PermissionDenied
    notice.save()
    facts = {name: getattr(notice, name) for name in FACTS}
    people = {"owner": notice.owner_id, "demand": notice.demand_id}
    review = {"review_on": notice.review_on.isoformat() if notice.review_on else None}
    _record("notice.registered" if is_new else "notice.changed", notice, by, {**facts, **people, **review})
    RuleSetVersion.touch()
    return notice


@transaction.atomic
def keep_demand(demand: Demand, *, by: User) -> Demand:
    """Stores a new demand, or the changes of a stored one; another deadline is warned of anew.

    Raises ValidationError, PermissionDenied.
    """
    is_new = demand.pk is None
    _ensure_may(by, MAY_RECORD_DEMANDS if is_new else MAY_CHANGE_DEMANDS, is_sealed=demand.is_sealed)
    if is_new:
        demand.recorded_by = by
    else:
        before = Demand.objects.select_for_update().get(pk=demand.pk)
        _ensure_may(by, MAY_CHANGE_DEMANDS, is_sealed=before.is_sealed)
        if before.deadline != demand.deadline:
            demand.alarmed_at = None
    demand.clean()
    demand.save()
    _record("demand.recorded" if is_new else "demand.changed", demand, by, _facts(demand))
    return demand


@transaction.atomic
def mark_answered(demand: Demand, *, by: User) -> Demand:
    """Notes that the demand is answered: its deadline presses no more. Raises DemandIsAnswered, PermissionDenied."""
    fresh = Demand.objects.select_for_update().get(pk=demand.pk)
    _ensure_may(by, MAY_CHANGE_DEMANDS, is_sealed=fresh.is_sealed)
    if fresh.answered_at:
        raise DemandIsAnswered(_("This demand was answered already."))
    fresh.answered_at = timezone.now()
    fresh.save(update_fields=["answered_at"])
    _record("demand.answered", fresh, by, _facts(fresh))
    return fresh


def _ensure_may(by: User, permission: str, *, is_sealed: bool) -> None:
    if not may(by, permission) or (is_sealed and not may(by, MAY_SEE_SEALED)):
        raise PermissionDenied


def _facts(demand: Demand) -> dict[str, object]:
    return {
        "demander": demand.demander,
        "law": demand.law,
        "reference": demand.reference,
        "received_on": demand.received_on.isoformat(),
        "deadline": demand.deadline.isoformat() if demand.deadline else None,
        "answered_at": demand.answered_at.isoformat() if demand.answered_at else None,
        "is_sealed": demand.is_sealed,
        "file": demand.file.name or "",
        "notes": demand.notes,
    }


def _record(kind: str, row: LegalNotice | Demand, by: User, facts: dict[str, object]) -> None:
    append(
        kind,
        subject=f"{row._meta.label_lower}:{row.pk}",
        staff=by.pk,
        content=canonical(facts),
        content_type="application/json",
    )
