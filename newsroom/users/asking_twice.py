"""Screens that ask, ask again whether it is really meant, and only then act."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext
from wagtail.admin import messages

from newsroom.users.screens import AdminScreen
from newsroom.users.steps import StepIsRefused, read_step, sign_step


def refused() -> str:
    """What is said where a second answer does not follow from a first one."""
    return gettext("Nothing was changed: the first answer is missing or too old.")


class AskTwice(AdminScreen):
    """A form, then the question whether it is really meant, then the deed."""

    template_first, template_second = "ask", "again"
    refusals: tuple[type[Exception], ...] = ()
    """Errors of the deed whose words stand above the form."""

    def purpose(self) -> str:
        """What the step is for: the address, so that a step for one thing does nothing to another."""
        return self.request.path

    def state(self) -> str:
        """What the answers are about: something that changes with the deed, so that a step counts once."""
        raise NotImplementedError("each screen names what its answers are about")

    def form(self, data: QueryDict | None = None) -> forms.Form:
        """The form of the first question."""
        raise NotImplementedError("each screen has a form of its own")

    def do(self, form: Any) -> HttpResponse:
        """The deed. May raise `refusals` and ValidationError."""
        raise NotImplementedError("each screen has a deed of its own")

    def surroundings(self, form: Any) -> dict[str, Any]:
        """What stands above the form of the first question."""
        return {}

    def consequences(self, form: Any) -> dict[str, Any]:
        """What the second question shows of what will happen."""
        return {}

    def needs_asking(self, form: Any) -> bool:
        """Whether there is a second question at all."""
        return True

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
        if not self.needs_asking(form):
            return self.act(form)
        step = sign_step(self.user, self.purpose(), self.state(), request.POST)
        return self.screen(self.template_second, form=form, step=step, **self.consequences(form))

    def second_answer(self, step: str) -> HttpResponse:
        """Does it, if the first answer is behind it and still holds."""
        try:
            form = self.form(read_step(step, self.user, self.purpose(), self.state()))
        except StepIsRefused:
            return self.start_anew()
        return self.act(form) if form.is_valid() else self.first(form)

    def act(self, form: forms.Form) -> HttpResponse:
        """Does it, or says on the form why it was refused."""
        try:
            return self.do(form)
        except self.refusals as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error.messages[0])
        return self.first(form)

    def start_anew(self) -> HttpResponse:
        """The first question once more, and why."""
        messages.error(self.request, refused())
        return self.first(self.form())

    def first(self, form: forms.Form) -> HttpResponse:
        """The first question on its page."""
        return self.screen(self.template_first, form=form, **self.surroundings(form))
