"""The board: stories × languages, a page of it in a constant number of queries, however many stories there are.

Rows come from one of two indexes: the newest stories that are no translations, or translations by their rank. Neither
counts, skips or sorts what it does not show.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from articles.translation.models.translation import Stage
from articles.translation.pressing import (
    LARGEST,
    NONE,
    PER_PAGE,
    Question,
    about_source,
    keys_of,
    mark_of,
    pressing,
)
from articles.translation.reading import readable_q
from newsroom.users.models import User

SOURCE = "source"
KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of a story."""

    code: str
    state: str
    """A stage, `none`, `killed`, or `source` for the story itself."""
    is_live: bool = False
    story: int | None = None
    translation: int | None = None
    translator: str = ""
    translator_id: int | None = None
    priority: int | None = None
    deadline: datetime | None = None
    changed: int = 0
    above: int = 0

    @property
    def is_stale(self) -> bool:
        """Whether its source, or something above it, has changed."""
        return bool(self.changed or self.above)


@dataclass(frozen=True, slots=True)
class Row:
    """One story."""

    source: ArticlePage
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the board."""

    rows: list[Row]
    next: str
    """Where the next page begins; empty on the last."""


def board(question: Question, *, user: User, codes: Iterable[str], size: int = PER_PAGE) -> Found:
    """The rows that answer the question and that the user may read, each with a cell for each language."""
    keys = keys_of(question.words) if question.words else None
    if question.is_about_translations:
        sources, following = _pressing_sources(question, keys, user, size)
    else:
        sources, following = _newest_sources(question, keys, user, size)
    return Found(_rows(sources, list(codes)), following)


def _newest_sources(
    question: Question, keys: list[uuid.UUID] | None, user: User, size: int
) -> tuple[list[ArticlePage], str]:
    stories = _stories(user).filter(about_source(question), translated_from=None)
    if keys is not None:
        stories = stories.filter(translation_key__in=keys)
    for code in sorted(question.languages) if question.state == NONE else ():
        same = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=code)
        wanted = Translation.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=code)
        stories = stories.filter(~Exists(same), ~Exists(wanted))
    if question.after.isdecimal() and len(question.after) < len(str(LARGEST)):
        stories = stories.filter(pk__lt=int(question.after))
    found = list(stories.order_by("-page_ptr_id")[: size + 1])
    return found[:size], str(found[size - 1].pk) if len(found) > size else ""


def _pressing_sources(
    question: Question, keys: list[uuid.UUID] | None, user: User, size: int
) -> tuple[list[ArticlePage], str]:
    also = about_source(question, "source__")
    if keys is not None:
        also &= Q(translation_key__in=keys)
    readable = readable_q(user)
    if readable:
        also &= Q(source__in=ArticlePage.objects.filter(readable))
    found = pressing(question, also, size + 1, one_a_story=True)
    following = mark_of(found[size - 1]) if len(found) > size else ""
    order = list(dict.fromkeys(row.translation_key for row in found[:size]))
    roots = {
        story.translation_key: story for story in _stories(user).filter(translation_key__in=order, translated_from=None)
    }
    return [roots[key] for key in order if key in roots], following


def _stories(user: User) -> QuerySet[ArticlePage]:
    return ArticlePage.objects.filter(readable_q(user)).select_related("locale").defer("body")


def _rows(sources: list[ArticlePage], codes: list[str]) -> list[Row]:
    """Four queries, however many stories and languages."""
    keys = [story.translation_key for story in sources]
    records = {
        (row.translation_key, row.locale.language_code): row
        for row in Translation.objects.filter(translation_key__in=keys)
        .select_related("locale", "assignee")
        .defer("parts")
    }
    pages = {
        (key, code): (pk, live, killed is not None)
        for key, code, pk, live, killed in ArticlePage.objects.filter(translation_key__in=keys).values_list(
            "translation_key", "locale__language_code", "pk", "live", "killed_at"
        )
    }
    waiting = _waiting(pk for pk, live, _killed in pages.values() if not live)
    return [Row(story, {code: _cell(story, code, records, pages, waiting) for code in codes}) for story in sources]


def _waiting(drafts: Iterable[int]) -> set[int]:
    """Those of these pages that wait for somebody's approval."""
    states = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        status=WorkflowState.STATUS_IN_PROGRESS,
        object_id__in=[str(pk) for pk in drafts],
    )
    return {int(pk) for pk in states.values_list("object_id", flat=True)}


def _cell(
    source: ArticlePage,
    code: str,
    records: dict[tuple[uuid.UUID, str], Translation],
    pages: dict[tuple[uuid.UUID, str], tuple[int, bool, bool]],
    waiting: set[int],
) -> Cell:
    page, live, killed = pages.get((source.translation_key, code), (None, False, False))
    row = records.get((source.translation_key, code))
    if page is None:
        state = Stage.WANTED if row else NONE
    elif killed:
        state = KILLED
    elif live:
        state = Stage.LIVE
    else:
        state = Stage.WAITING if page in waiting else Stage.IN_PROGRESS
    if code == source.locale.language_code:
        return Cell(code, KILLED if killed else SOURCE, live, page)
    if row is None:
        return Cell(code, state, live, page)
    return Cell(
        code,
        state,
        live,
        page,
        row.pk,
        row.assignee.get_username() if row.assignee else "",
        row.assignee_id,
        row.priority,
        row.deadline,
        row.stale_parts,
        row.stale_above,
    )
