"""What of the law each member of staff may know: sealed matters exist for holders of the sealed right alone.

Every list, count, choice, search and message of the desk asks here.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import QuerySet

from articles.legal.models import Demand, LegalNotice, NoticeRule, NoticeText
from articles.legal.rights import MAY_APPROVE, MAY_DRAFT, MAY_HURRY, MAY_READ, MAY_SEE_SEALED

User = AbstractUser | AnonymousUser

MAY_OPEN = MAY_READ
MAY_REGISTER = "articles.add_legalnotice"
MAY_SEE_DEMANDS = "articles.view_demand"
MAY_RECORD_DEMANDS = "articles.add_demand"
MAY_CHANGE_DEMANDS = "articles.change_demand"


def may(user: User, permission: str) -> bool:
    """Whether somebody who works here has the permission."""
    return bool(user.is_active and user.has_perm(permission))


def visible_notices(user: User) -> QuerySet[LegalNotice]:
    """The notices that the person may know of."""
    rows = LegalNotice.objects.all()
    return rows if may(user, MAY_SEE_SEALED) else rows.filter(is_sealed=False)


def visible_texts(user: User) -> QuerySet[NoticeText]:
    """The texts, of every state, that the person may know of."""
    rows = NoticeText.objects.all()
    return rows if may(user, MAY_SEE_SEALED) else rows.filter(notice__is_sealed=False)


def visible_rules(user: User) -> QuerySet[NoticeRule]:
    """The rules, of every state, that the person may know of."""
    rows = NoticeRule.objects.all()
    return rows if may(user, MAY_SEE_SEALED) else rows.filter(notice__is_sealed=False)


def visible_demands(user: User) -> QuerySet[Demand]:
    """The demands that the person may know of; none without the right to see demands."""
    if not may(user, MAY_SEE_DEMANDS):
        return Demand.objects.none()
    rows = Demand.objects.all()
    return rows if may(user, MAY_SEE_SEALED) else rows.filter(is_sealed=False)


__all__ = [
    "MAY_APPROVE",
    "MAY_CHANGE_DEMANDS",
    "MAY_DRAFT",
    "MAY_HURRY",
    "MAY_OPEN",
    "MAY_RECORD_DEMANDS",
    "MAY_REGISTER",
    "MAY_SEE_DEMANDS",
    "MAY_SEE_SEALED",
    "may",
    "visible_demands",
    "visible_notices",
    "visible_rules",
    "visible_texts",
]
