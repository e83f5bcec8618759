"""Tests of the workflow of each language."""

from __future__ import annotations

import pytest
from wagtail.models import Workflow, WorkflowPage

from articles.pages.approval import EditorsApproval, ensure_workflow, workflow_of
from articles.pages.article import ArticlePage
from articles.pages.founding import front_page
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of
from newsroom.users.groups import chiefs_of, editors_of, translators_of, writers_of
from tests.factories import make_draft, make_user

pytestmark = pytest.mark.django_db


def _started(draft: ArticlePage, by: object) -> ArticlePage:
    draft.get_workflow().start(draft, by)  # type: ignore[union-attr]
    return ArticlePage.objects.get(pk=draft.pk)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_front_page_brings_its_language_a_workflow_of_its_own(code: str) -> None:
    draft = make_draft(code)
    workflow = draft.get_workflow()
    assert workflow is not None
    assert workflow.name == workflow_of(code)
    [task] = EditorsApproval.objects.filter(name=workflow_of(code))
    names = set(task.groups.values_list("name", flat=True))
    assert names == {editors_of(code), chiefs_of(desk_of(code)), "Administrators"}


def test_making_it_again_changes_nothing() -> None:
    home = front_page("fa")
    counts = (Workflow.objects.count(), EditorsApproval.objects.count())
    ensure_workflow(home, "fa")
    assert (Workflow.objects.count(), EditorsApproval.objects.count()) == counts


def test_a_workflow_that_an_administrator_chose_stays() -> None:
    home = front_page("fa")
    chosen = Workflow.objects.create(name="Three readers")
    WorkflowPage.objects.filter(page=home).update(workflow=chosen)
    ensure_workflow(home, "fa")
    assert home.get_workflow() == chosen


def test_editors_of_the_language_approve_and_nobody_else_does() -> None:
    writer_group, editor_group = writers_of("fa"), editors_of("fa")
    front_page("fa")
    front_page("ru")
    writer = make_user("writer", writer_group)
    draft = _started(make_draft("fa", owner=writer), writer)
    task = draft.current_workflow_task
    assert task is not None
    may = {
        name: bool(task.get_actions(draft, make_user(str(number), name)))
        for number, name in enumerate((editor_group, chiefs_of(desk_of("fa")), translators_of("fa"), editors_of("ru")))
    }
    assert may == {
        editor_group: True,
        chiefs_of(desk_of("fa")): True,
        translators_of("fa"): False,
        editors_of("ru"): False,
    }
    assert not task.get_actions(draft, writer)


def test_what_editors_approve_goes_live() -> None:
    front_page("fa")
    writer, editor = make_user("writer", writers_of("fa")), make_user("editor", editors_of("fa"))
    draft = _started(make_draft("fa", owner=writer), writer)
    draft.current_workflow_task_state.approve(user=editor)
    assert ArticlePage.objects.get(pk=draft.pk).live
