"""Releases and their stories as lines of a screen: state, what blocks, what the person may do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.legal.desk.moments import in_words
from articles.pages.article import ArticlePage
from articles.translation.models import Release, ReleaseItem
from articles.translation.reading import readable_q
from articles.translation.releases.blocking import Blocker, blockers_of, items_of
from newsroom.languages import Language, language
from newsroom.users.rights import Person, languages_of, may_in
from newsroom.users.roles import Action


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A story of a release."""

    item: ReleaseItem
    language: Language
    blockers: list[Blocker]
    is_readable: bool
    """Whether the person may know its headline."""
    may_open: bool
    may_decide: bool
    """Whether the person publishes its language."""

    @property
    def is_gone(self) -> bool:
        """Whether it is published with the release."""
        return self.item.published_at is not None

    @property
    def is_pinned(self) -> bool:
        """Whether its newest version is marked as ready."""
        return not {Blocker.NOT_READY, Blocker.CHANGED} & set(self.blockers)


@dataclass(slots=True)
class ReleaseLine:
    """A release with its stories."""

    release: Release
    when: str
    went: str
    """When it was published."""
    state: str
    items: list[ItemLine] = field(default_factory=list)

    @property
    def ready(self) -> int:
        """How many of its stories nothing blocks."""
        return sum(not line.blockers for line in self.items)

    @property
    def is_held(self) -> bool:
        """Whether its moment is past and something blocks it."""
        return self.release.blocked_since is not None and self.release.published_at is None

    @property
    def is_open(self) -> bool:
        """Whether it is still to go."""
        return self.release.published_at is None and self.release.cancelled_at is None

    @property
    def waits_for(self) -> list[ItemLine]:
        """The required stories that something blocks."""
        return [line for line in self.items if line.item.is_required and line.blockers and not line.is_gone]


def lines_of(
    releases: Sequence[Release], person: Person, now: datetime, *, at_their_moment: bool = True
) -> list[ReleaseLine]:
    """Each with its stories; the same queries for many as for one."""
    items: dict[int, list[ReleaseItem]] = defaultdict(list)
    for item in items_of(ReleaseItem.objects.filter(release__in=[row.pk for row in releases])):
        items[item.release_id].append(item)
    every = [item for of_one in items.values() for item in of_one]
    readable_rows = ArticlePage.objects.filter(readable_q(person), pk__in=[item.story_id for item in every])
    readable = set(readable_rows.values_list("pk", flat=True))
    blockers = blockers_of(every, now, at_their_moment=at_their_moment)
    return [
        ReleaseLine(
            row,
            in_words(row.publish_at) if row.publish_at else "",
            in_words(row.published_at) if row.published_at else "",
            state_of(row),
            [_item_line(item, blockers[item.pk], person, item.story_id in readable) for item in items[row.pk]],
        )
        for row in releases
    ]


def state_of(release: Release) -> str:
    """In a word."""
    if release.cancelled_at is not None:
        return _("Called off")
    if release.published_at is not None:
        return _("Published")
    if release.blocked_since is not None:
        return _("Held: something blocks it")
    return pgettext("release", "Confirmed") if release.is_confirmed else _("Not confirmed")


def upcoming(releases: QuerySet[Release]) -> QuerySet[Release]:
    """Those that are still to go, the held ones first."""
    rows = releases.filter(published_at=None, cancelled_at=None)
    return rows.order_by(F("blocked_since").asc(nulls_last=True), F("publish_at").asc(nulls_last=True), "pk")


def _item_line(item: ReleaseItem, blockers: list[Blocker], person: Person, is_readable: bool) -> ItemLine:
    code = item.story.locale.language_code
    return ItemLine(
        item,
        language(code),
        blockers,
        is_readable,
        may_open=is_readable and code in languages_of(person),
        may_decide=may_in(person, Action.PUBLISH, code),
    )
