"""What waits: drafts for an approver, emergency approvals for a second person, demands for an answer, reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext

from articles.legal.access import MAY_APPROVE, may, visible_demands, visible_notices, visible_rules, visible_texts
from articles.legal.desk.screens import address
from articles.legal.models import Demand, LegalNotice, NoticeRule, NoticeText
from newsroom.languages import language
from newsroom.users.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft or an emergency approval, as a line in a list."""

    draft: NoticeText | NoticeRule

    @property
    def title(self) -> str:
        """Which notice, and what of it."""
        if isinstance(self.draft, NoticeText):
            return gettext("{notice}: words in {language}").format(
                notice=self.draft.notice.name, language=language(self.draft.language).name
            )
        pattern = (
            gettext("{notice}: end of the rule for {region}")
            if self.draft.withdraws
            else gettext("{notice}: rule for {region}")
        )
        return pattern.format(notice=self.draft.notice.name, region=self.draft.region.name)

    @property
    def address(self) -> str:
        """Where it is read and decided."""
        return address("text" if isinstance(self.draft, NoticeText) else "rule", self.draft.pk)


def drafts(user: User) -> list[Waiting]:
    """Every draft that nobody has decided about, the oldest first."""
    return list(_lines(user, Q(approved_at=None, rejected_at=None)))


def for_me(user: User, waiting: list[Waiting]) -> list[Waiting]:
    """The drafts that this person may approve: never one's own."""
    return [line for line in waiting if line.draft.author_id != user.pk] if may(user, MAY_APPROVE) else []


def emergencies(user: User) -> list[Waiting]:
    """Everything that one person put in force and nobody has confirmed yet, the oldest first."""
    return list(_lines(user, Q(is_emergency=True, approved_at__isnull=False, confirmed_at=None)))


def open_demands(user: User) -> QuerySet[Demand]:
    """The demands that nobody has answered, the most pressing first; those without a deadline last."""
    return visible_demands(user).filter(answered_at=None).order_by(F("deadline").asc(nulls_last=True), "received_on")


def overdue_reviews(notices: QuerySet[LegalNotice], today: date) -> QuerySet[LegalNotice]:
    """The notices with a rule in force or due whose day of review has come; they stay shown."""
    ruled = Q(rules__approved_at__isnull=False, rules__ended_at=None, rules__withdraws=False)
    return notices.filter(ruled, review_on__lte=today).select_related("owner").distinct().order_by("review_on", "key")


def overdue_reviews_of(user: User, today: date) -> QuerySet[LegalNotice]:
    """The overdue reviews that the person may know of."""
    return overdue_reviews(visible_notices(user), today)


def is_pressing(demand: Demand, now: datetime) -> bool:
    """Whether the deadline has passed."""
    return demand.deadline is not None and demand.deadline <= now


def _lines(user: User, condition: Q) -> Iterator[Waiting]:
    texts = visible_texts(user).filter(condition).select_related("notice", "author", "approved_by")
    rules = visible_rules(user).filter(condition).select_related("notice", "region", "author", "approved_by")
    found: list[NoticeText | NoticeRule] = [*texts, *rules]
    for draft in sorted(found, key=lambda draft: draft.created_at):
        yield Waiting(draft)
