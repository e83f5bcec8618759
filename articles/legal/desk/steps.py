"""Asking twice before what cannot wait is done."""

from __future__ import annotations

from typing import Any

from django import forms

from articles.legal.approval import ApprovalIsRefused
from articles.legal.desk.screens import Screen
from articles.legal.drafting import DraftIsRefused
from articles.legal.models import NoticeRule, NoticeText
from newsroom.users import asking_twice


class AskTwice(asking_twice.AskTwice, Screen):
    """A form, then the question whether it is really meant, then the deed."""

    template_first, template_second = "at_once", "at_once_again"
    refusals = (ApprovalIsRefused, DraftIsRefused)

    def state(self) -> str:
        """How much the person had put in force before."""
        done = [model._default_manager.filter(approved_by=self.user).count() for model in (NoticeText, NoticeRule)]
        return ":".join(map(str, done))

    def consequences(self, form: forms.Form) -> dict[str, Any]:
        """What will happen, in sentences."""
        return {"sentences": self.sentences(form)}

    def sentences(self, form: forms.Form) -> list[str]:
        """What will happen."""
        raise NotImplementedError("each deed has consequences of its own")
