"""How much the translators of a language have before them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Revision

from articles.translation.assigning import translators_for
from articles.translation.models import Translation
from articles.translation.models.translation import Stage
from articles.translation.units import word_count
from newsroom.users.models import User

MONTH = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Load:
    """What one translator has to do in one language."""

    translator: User
    open: int
    words: int
    overdue: int

    @property
    def is_free(self) -> bool:
        """Whether they have nothing to do."""
        return not self.open


def loads(code: str, at: datetime | None = None) -> list[Load]:
    """Everybody who may translate into a language, the least busy first; four queries, however much there is to do."""
    now = at or timezone.now()
    unfinished = ~Q(stage=Stage.LIVE) | Q(stale_since__isnull=False)
    rows = (
        Translation.objects.filter(unfinished, locale__language_code=code, assignee__isnull=False)
        .select_related("source")
        .only("assignee", "deadline", "source__live_revision", "source__latest_revision", "source__live")
    )
    of_person: dict[int | None, list[Translation]] = {}
    for row in rows:
        of_person.setdefault(row.assignee_id, []).append(row)
    words = _words({_revision(row) for row in rows})
    found = [
        Load(
            person,
            len(mine := of_person.get(person.pk, [])),
            sum(words.get(_revision(row), 0) for row in mine),
            sum(row.deadline is not None and row.deadline < now for row in mine),
        )
        for person in translators_for(code)
    ]
    return sorted(found, key=lambda load: (load.words, load.open, load.translator.username))


def _revision(row: Translation) -> int | None:
    """The version of the source that is translated."""
    return row.source.live_revision_id if row.source.live else row.source.latest_revision_id


def _words(revisions: Collection[int | None]) -> dict[int | None, int]:
    """The words of each version; a version never changes, so they are counted once."""
    names = {f"translation.words.{pk}": pk for pk in revisions if pk}
    known: dict[int | None, int] = {names[name]: count for name, count in cache.get_many(names).items()}
    unknown = [pk for pk in names.values() if pk not in known]
    counted = {row.pk: word_count(row.content) for row in Revision.objects.filter(pk__in=unknown)} if unknown else {}
    if counted:
        cache.set_many({f"translation.words.{pk}": count for pk, count in counted.items()}, MONTH)
    return known | counted
