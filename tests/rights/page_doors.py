"""Wagtail's own screens of pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.founding import section
from newsroom.users.roles import Action
from tests.newsroom.users.test_groups import _edit_form as edit_form
from tests.rights.door import Door, Sent, door, silent
from tests.rights.people import DESK, NO_ONE, PUBLISHERS, Who, those
from tests.rights.stage import Desk

Pick = Callable[[Desk], Page]
WRITERS = those(Action.WRITE)
BEGINNERS = frozenset({Who.WRITER, Who.TRANSLATOR})
"""Who edits what they made themselves and nothing else."""


def story(desk: Desk) -> Page:
    """The live one, which has a newer draft."""
    return desk.story


def draft(desk: Desk) -> Page:
    """The one in its workflow, locked."""
    return desk.draft


def plain(desk: Desk) -> Page:
    """The scheduled one."""
    return desk.plain


def _locked(desk: Desk) -> Page:
    ArticlePage.objects.filter(pk=desk.plain.pk).update(locked=True, locked_by=desk.author)
    return desk.plain


def _page(name: str, pick: Pick, own: frozenset[Who], *more: Callable[[Desk], object], **rest: Any) -> Door:
    return door(f"wagtailadmin_pages:{name}", lambda desk: [pick(desk).pk, *(one(desk) for one in more)], own, **rest)


def _first(desk: Desk) -> int:
    return int(desk.story.revisions.order_by("pk")[0].pk)


def _scheduled(desk: Desk) -> Page:
    return desk.scheduled


def _newest(desk: Desk) -> int:
    return desk.scheduled.latest_revision_id or 0


def _form(pick: Pick, **fields: str) -> Sent:
    return lambda desk: edit_form(pick(desk), **fields)  # type: ignore[arg-type]


def second_section(desk: Desk) -> int:
    return section(desk.code, "culture", "Culture").pk


def _task(desk: Desk) -> int:
    return desk.task.pk


def _type(desk: Desk) -> list[object]:
    return ["articles", "articlepage", desk.section.pk]


LOOKED_AT: tuple[Door, ...] = (
    *(_page(name, plain, PUBLISHERS, made=BEGINNERS) for name in ("edit", "view_draft")),
    _page("revisions_index", plain, DESK),
    _page("edit of what is locked", draft, PUBLISHERS, made=BEGINNERS),
    *(
        _page(name, story, PUBLISHERS, made=BEGINNERS)
        for name in ("history", "history_results", "workflow_history", "usage")
    ),
    _page("revisions_view", story, PUBLISHERS, _first, made=BEGINNERS),
    _page("revisions_revert", story, PUBLISHERS, _first, made=BEGINNERS),
    _page("revisions_compare", story, PUBLISHERS, lambda desk: "earliest", lambda desk: "latest", made=BEGINNERS),
    _page("workflow_history_detail", draft, PUBLISHERS, lambda desk: desk.task.workflow_state_id, made=BEGINNERS),
    _page("workflow_preview", draft, PUBLISHERS, lambda desk: desk.task.task_id),
    _page("collect_workflow_action_data", draft, PUBLISHERS, lambda desk: "reject", _task),
    _page("confirm_workflow_cancellation", draft, DESK),
    _page("add_subpage", lambda desk: desk.section, WRITERS),
    _page("copy form", story, PUBLISHERS, made=BEGINNERS),
    _page("move form", story, PUBLISHERS),
    _page("move_confirm form", story, PUBLISHERS, second_section),
    _page("delete form", plain, PUBLISHERS, made=BEGINNERS),
    _page("unpublish form", story, PUBLISHERS),
    _page("set_privacy form", story, PUBLISHERS),
    _page("convert_alias form", lambda desk: desk.alias, PUBLISHERS),
    _page("revisions_unschedule form", _scheduled, PUBLISHERS, _newest),
    _page("preview_on_edit", plain, PUBLISHERS, made=BEGINNERS),
    door("wagtailadmin_pages:add form", _type, WRITERS),
)
"""Screens that are looked at."""

DONE: tuple[Door, ...] = (
    _page("edit to save", plain, PUBLISHERS, made=BEGINNERS, sends=_form(plain)),
    _page("edit to publish", story, PUBLISHERS, sends=_form(story, **{"action-publish": "1"})),
    _page("edit to submit", plain, PUBLISHERS, made=BEGINNERS, sends=_form(plain, **{"action-submit": "1"})),
    _page("edit to approve", draft, NO_ONE, sends=_form(draft, **{"action-workflow-action": "1"}), is_silent=True),
    _page("preview_on_edit of a form", plain, PUBLISHERS, made=BEGINNERS, sends=_form(plain), writes=False),
    door("wagtailadmin_pages:add", _type, WRITERS, sends=lambda desk: edit_form(desk.plain, slug="new")),
    door("wagtailadmin_pages:preview_on_add", _type, WRITERS, sends=_form(plain, slug="new"), writes=False),
    _page("workflow_action", draft, PUBLISHERS, lambda desk: "approve", _task, sends=silent),
    _page("delete", plain, PUBLISHERS, made=BEGINNERS, sends=silent),
    _page("unpublish", story, PUBLISHERS, sends=silent),
    _page("copy", story, PUBLISHERS, made=WRITERS - PUBLISHERS, is_silent=True, sends=lambda desk: {
        "new_title": "Copy", "new_slug": "copy", "new_parent_page": str(desk.section.pk), "alias": "",
    }),
    _page("move_confirm", story, PUBLISHERS, second_section, sends=silent),
    _page("move", story, PUBLISHERS, sends=lambda desk: {"new_parent_page": str(second_section(desk))}, writes=False),
    _page("set_page_position", story, PUBLISHERS, sends=silent, writes=False),
    _page("set_privacy", story, PUBLISHERS, sends=lambda desk: {"restriction_type": "login"}),
    _page("lock", plain, PUBLISHERS, sends=silent),
    _page("unlock", _locked, PUBLISHERS, sends=silent),
    _page("unlock of what is in its workflow", draft, NO_ONE, sends=silent),
    _page("convert_alias", lambda desk: desk.alias, PUBLISHERS, sends=silent),
    _page("revisions_unschedule", _scheduled, PUBLISHERS, _newest, sends=silent),
)  # fmt: skip
"""Screens on which something is done."""

PAGES = (*LOOKED_AT, *DONE)
