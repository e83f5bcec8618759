"""Finding translations by what is told of them, the most pressing first.

Lists follow an index: they neither count, skip nor sort what they do not show, so they cost the same among three
million translations as among a thousand.
"""

from __future__ import annotations

import heapq
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from articles.translation.models.translation import Stage

PER_PAGE = 20
MOST_FOUND = 200
"""Stories that a search by headline looks among."""
STALE = "stale"
NONE = "none"
OPEN = "open"
WORK: tuple[str, ...] = (Stage.WANTED, Stage.IN_PROGRESS, Stage.WAITING, STALE)
"""What is left to do: the states that `open` stands for."""
LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the board."""

    languages: frozenset[str] = frozenset()
    """Of the translations; every language where none is named."""
    state: str = ""
    """A stage, `stale`, `open` or `none`."""
    assignee: int | None = None
    is_nobodys: bool = False
    priority: int | None = None
    due_before: datetime | None = None
    section: str = ""
    """The path of the source's section."""
    source_language: str = ""
    words: str = ""
    after: str = ""
    """The last row of the page before, as `Found.next` said."""

    @property
    def is_about_translations(self) -> bool:
        """Whether rows are found by what is told of translations, the most pressing first."""
        told = self.assignee is not None or self.is_nobodys or self.priority is not None or self.due_before is not None
        return told or (self.state not in {"", NONE})


def work(question: Question, *, size: int = PER_PAGE) -> tuple[list[Translation], str]:
    """Translations, the most pressing first, and where the next page begins."""
    found = pressing(question, Q(), size + 1)
    return found[:size], mark_of(found[size - 1]) if len(found) > size else ""


def pressing(question: Question, also: Q, size: int, *, one_a_story: bool = False) -> list[Translation]:
    """The first translations that answer the question, by rank: at most one query for each state that is asked for."""
    states = WORK if question.state in {"", OPEN} else (question.state,)
    rows = _translations(question).filter(also)
    lists = []
    for state in states:
        found = rows.filter(_state_q(state))
        if one_a_story and len(question.languages) != 1:
            earlier = _translations(question).filter(_state_q(state), translation_key=OuterRef("translation_key"))
            earlier = earlier.filter(also)
            before = Q(rank__lt=OuterRef("rank")) | Q(rank=OuterRef("rank"), pk__lt=OuterRef("pk"))
            found = found.filter(~Exists(earlier.filter(before)))
        lists.append(list(_after(found, question.after).order_by("rank", "pk")[:size]))
    merged = {row.pk: row for row in heapq.merge(*lists, key=lambda row: (row.rank, row.pk))}
    return list(merged.values())[:size]


def _translations(question: Question) -> QuerySet[Translation]:
    """Nobody translates what was killed."""
    rows = Translation.objects.select_related("locale", "assignee", "source__locale").defer("source__body", "parts")
    rows = rows.filter(source__killed_at=None)
    if question.languages:
        rows = rows.filter(locale__language_code__in=sorted(question.languages))
    if question.assignee is not None:
        rows = rows.filter(assignee=question.assignee)
    if question.is_nobodys:
        rows = rows.filter(assignee=None)
    if question.priority is not None:
        rows = rows.filter(priority=question.priority)
    if question.due_before is not None:
        rows = rows.filter(deadline__lt=question.due_before)
    return rows


def _state_q(state: str) -> Q:
    """A draft that is behind is both: a draft, and stale."""
    return Q(stale_since__isnull=False) if state == STALE else Q(stage=state)


def about_source(question: Question, field: str = "") -> Q:
    condition = Q()
    if question.section:
        condition &= Q(**{f"{field}path__startswith": question.section})
    if question.source_language:
        condition &= Q(**{f"{field}locale__language_code": question.source_language})
    return condition


def mark_of(row: Translation) -> str:
    return f"{row.rank}-{row.pk}"


def _after(rows: QuerySet[Translation], mark: str) -> QuerySet[Translation]:
    """Those behind the last row of the page before; all of them for a mark that nobody has made."""
    rank, dash, pk = mark.partition("-")
    if not (dash and rank.isdecimal() and pk.isdecimal() and len(mark) < 2 * len(str(LARGEST))):
        return rows
    return rows.filter(Q(rank__gt=int(rank)) | Q(rank=int(rank), pk__gt=int(pk)), rank__gte=int(rank))


def keys_of(words: str) -> list[uuid.UUID]:
    """The stories, in whatever language, that a search by headline finds first."""
    found = ArticlePage.objects.search(words, fields=["title"], operator="and")[:MOST_FOUND]
    return list({page.translation_key for page in found})
