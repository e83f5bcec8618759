"""The first screen of the desk: what is in force where, what is planned, and what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.legal.access import visible_rules, visible_texts
from articles.legal.desk import waiting
from articles.legal.desk.matrix import Row, Version, Words, matrix
from articles.legal.desk.moments import in_words, time_left
from articles.legal.desk.screens import Screen
from articles.legal.desk.sentences import SHOWN, languages_in_words, places_in_words, scope_in_words
from articles.legal.desk.waiting import Waiting
from articles.legal.models import Demand, LegalNotice, NoticeRule
from newsroom.languages import LANGUAGES
from newsroom.regions.area import Area
from newsroom.users.models import User


@dataclass(frozen=True, slots=True)
class Line:
    """A rule as a row of the table."""

    rule: NoticeRule

    @property
    def places(self) -> str:
        """Where, in words."""
        return places_in_words(Area.from_data(self.rule.area), SHOWN)

    @property
    def languages(self) -> str:
        """For readers of which languages."""
        return languages_in_words(self.rule.languages)

    @property
    def scope(self) -> str:
        """What it is about."""
        return scope_in_words(self.rule)

    @property
    def starts(self) -> str:
        """Since when, or from when on."""
        return in_words(self.rule.starts_at or self.rule.approved_at or self.rule.created_at)

    @property
    def ends(self) -> str:
        """Until when; nothing without an end."""
        return in_words(self.rule.ends_at) if self.rule.ends_at else ""

    @property
    def region_has_changed(self) -> bool:
        """Whether the region holds other places than the rule, which keeps those that were approved."""
        return bool(self.rule.area != self.rule.region.area.as_data())


@dataclass(slots=True)
class Overview:
    """Everything on the screen."""

    now: datetime
    in_force: list[Line] = field(default_factory=list)
    planned: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    for_me: list[Waiting] = field(default_factory=list)
    mine: list[Waiting] = field(default_factory=list)
    emergencies: list[tuple[Waiting, str, bool]] = field(default_factory=list)
    """With the time that is left, and whether it is over."""
    demands: list[tuple[Demand, str, bool]] = field(default_factory=list)
    reviews: list[LegalNotice] = field(default_factory=list)

    @property
    def outdated(self) -> list[Line]:
        """Rules whose region has changed since they were written."""
        return [line for line in (*self.in_force, *self.planned) if line.region_has_changed]


def overview_for(user: User, now: datetime) -> Overview:
    """What the person may know, in as many queries for much as for little."""
    rules = list(
        visible_rules(user)
        .filter(Q(ends_at=None) | Q(ends_at__gt=now), approved_at__isnull=False, ended_at=None, withdraws=False)
        .select_related("notice__owner", "region", "author", "approved_by")
        .order_by("notice__key", "region__name", "pk")
    )
    drafts = waiting.drafts(user)
    return Overview(
        now=now,
        in_force=[Line(rule) for rule in rules if not rule.starts_at or rule.starts_at <= now],
        planned=[Line(rule) for rule in rules if rule.starts_at and rule.starts_at > now],
        rows=matrix(rules, approved_words(user, {rule.notice_id for rule in rules})),
        for_me=waiting.for_me(user, drafts),
        mine=[line for line in drafts if line.draft.author_id == user.pk],
        emergencies=[_with_time(line, now) for line in waiting.emergencies(user)],
        demands=[
            (demand, time_left(demand.deadline, now) if demand.deadline else "", waiting.is_pressing(demand, now))
            for demand in waiting.open_demands(user)
        ],
        reviews=list(waiting.overdue_reviews_of(user, timezone.localdate(now))),
    )


def approved_words(user: User, notices: Iterable[int]) -> dict[int, Words]:
    """The latest approved text of each notice and language."""
    found: dict[int, dict[str, Version]] = {}
    texts = visible_texts(user).filter(notice__in=notices, approved_at__isnull=False).order_by("approved_at", "number")
    for notice, code, digest, source in texts.values_list("notice_id", "language", "digest", "source_digest"):
        found.setdefault(notice, {})[code] = Version(digest, source)
    return dict(found)


def _with_time(line: Waiting, now: datetime) -> tuple[Waiting, str, bool]:
    until = line.draft.confirm_by or now
    return line, time_left(until, now), until <= now


class OverviewScreen(Screen):
    title = _("Legal desk")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The overview."""
        return self.screen("overview", desk=overview_for(self.user, timezone.now()), languages=LANGUAGES.values())
