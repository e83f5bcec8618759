"""The way of a draft to its readers in each language: writers and translators submit it, its editors approve it."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, Group
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from articles.pages.article import ArticlePage
from articles.pages.duty import may_publish
from newsroom.languages import language
from newsroom.users.desks import desk_of
from newsroom.users.groups import chiefs_of, editors_of
from newsroom.users.rights import ADMINISTRATORS

APPROVE = "approve"


class EditorsApproval(GroupApprovalTask):
    """Approval by people of some groups, of whom none approves a translation of their own where two are wanted."""

    class Meta:
        verbose_name = _("approval by editors")
        verbose_name_plural = _("approvals by editors")

    def get_actions(self, obj: Page, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """What they may do with the draft: Wagtail's screens and forms know no other actions."""
        actions: list[tuple[str, str, bool]] = super().get_actions(obj, user)
        story = obj.specific if isinstance(obj, Page) else obj
        if not actions or not isinstance(story, ArticlePage) or may_publish(user, story):
            return actions
        return [action for action in actions if action[0] != APPROVE]


def workflow_of(code: str) -> str:
    """The name of a language's workflow."""
    return f"{language(code).name}: approval by editors"


def ensure_workflow(home: Page, code: str) -> Workflow:
    """Makes the workflow of a language, where its front page has none of its own; safe to repeat.

    Another one that an administrator gave to the front page stays.
    """
    name = workflow_of(code)
    workflow = Workflow.objects.filter(name=name).first() or Workflow.objects.create(name=name)
    task = EditorsApproval.objects.filter(name=name).first() or EditorsApproval.objects.create(name=name)
    approvers = [editors_of(code), chiefs_of(desk_of(code)), ADMINISTRATORS]
    task.groups.add(*(Group.objects.get_or_create(name=group)[0] for group in approvers))
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    return workflow
