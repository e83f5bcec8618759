"""Asking twice: what the first answer hands to the second, signed, for one person, one purpose and one state."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from wagtail.admin import messages

from articles.legal.approval import ApprovalIsRefused
from articles.legal.desk.screens import Screen
from articles.legal.drafting import DraftIsRefused
from articles.legal.models import NoticeRule, NoticeText
from newsroom.users.models import User

SALT = "articles.legal.desk"
MINUTES = 15


class StepIsRefused(ValueError):
    """The second answer does not follow from a first one of the same person about the same state."""


def sign_step(user: User, purpose: str, data: QueryDict) -> str:
    """What the first answer hands to the second: everything that was entered."""
    entered = {name: values for name, values in data.lists() if name != "csrfmiddlewaretoken"}
    return signing.dumps({**_state(user, purpose), "entered": entered}, salt=SALT, compress=True)


def read_step(step: str, user: User, purpose: str) -> QueryDict:
    """What was entered first.

    Raises StepIsRefused for a step that was forged, is old, is another's or for something else, or was used.
    """
    try:
        payload = signing.loads(step, salt=SALT, max_age=MINUTES * 60)
    except signing.BadSignature as error:
        raise StepIsRefused from error
    entered = payload.pop("entered")
    if payload != _state(user, purpose):
        raise StepIsRefused
    data = QueryDict(mutable=True)
    for name, values in entered.items():
        data.setlist(name, values)
    return data


def _state(user: User, purpose: str) -> dict[str, Any]:
    """Whose step it is, for what, and how much the person had done before, so that a step counts once."""
    done = [model._default_manager.filter(approved_by=user).count() for model in (NoticeText, NoticeRule)]
    return {"user": user.pk, "purpose": purpose, "done": done}


class AskTwice(Screen):
    """A form, then the question whether it is really meant, then the deed."""

    template_first, template_second = "at_once", "at_once_again"

    def purpose(self) -> str:
        """What the step is for: the address, so a step for one thing does nothing to another."""
        return self.request.path

    def form(self, data: QueryDict | None = None) -> forms.Form:
        """The form of the first question."""
        raise NotImplementedError

    def consequences(self, form: forms.Form) -> list[str]:
        """What will happen, in sentences, for the second question."""
        raise NotImplementedError

    def do(self, form: forms.Form) -> HttpResponse:
        """The deed. Raises ApprovalIsRefused, DraftIsRefused, ValidationError, PermissionDenied."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The first question."""
        return self.first(self.form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The second question after the first answer; the deed after the second."""
        if "step" in request.POST:
            return self.second_answer(str(request.POST["step"]))
        form = self.form(request.POST)
        if not form.is_valid():
            return self.first(form)
        step = sign_step(self.user, self.purpose(), request.POST)
        return self.screen(self.template_second, form=form, step=step, sentences=self.consequences(form))

    def second_answer(self, step: str) -> HttpResponse:
        """Does it, if the first answer is behind it and still holds."""
        try:
            form = self.form(read_step(step, self.user, self.purpose()))
        except StepIsRefused:
            messages.error(self.request, _("Nothing was changed: the first answer is missing or too old."))
            return self.first(self.form())
        if not form.is_valid():
            return self.first(form)
        try:
            return self.do(form)
        except (ApprovalIsRefused, DraftIsRefused) as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error.messages[0])
        return self.first(form)

    def first(self, form: forms.Form) -> HttpResponse:
        """The first question on its page."""
        return self.screen(self.template_first, form=form, **self.surroundings())

    def surroundings(self) -> dict[str, Any]:
        """What stands above the form."""
        return {}
