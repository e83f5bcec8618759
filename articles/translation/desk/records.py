"""One language of a story: what the desk knows of it; giving it out, taking it, handing it back, beginning it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateTimeInput

from articles.translation.assigning import CannotTranslate, NotYours, SomebodyHasIt, assign, claim, hand_back
from articles.translation.desk.screens import Screen, address
from articles.translation.load import Load, loads
from articles.translation.models import Translation
from articles.translation.models.translation import Priority
from articles.translation.translating import may_translate, translate_into
from articles.translation.wanting import StoryIsKilled, TranslationHasAPage, give_up
from newsroom.languages import language
from newsroom.users.models import User
from newsroom.users.rights import may_in
from newsroom.users.roles import Action


class LoadedChoice(forms.ModelChoiceField):
    """Translators, each with what they have to do."""

    loads: dict[int, Load]

    def label_from_instance(self, obj: Any) -> str:
        """The name and the load."""
        load = self.loads.get(obj.pk)
        if load is None or load.is_free:
            return gettext("{person}: free").format(person=obj)
        told = {"person": obj, "count": load.open, "words": load.words, "overdue": load.overdue}
        return gettext("{person}: open {count}, words {words}, overdue {overdue}").format(**told)


class AssignForm(forms.Form):
    """Who translates, how fast."""

    translator = LoadedChoice(User.objects.none(), label=_("Translator"), required=False, empty_label=_("Nobody"))
    priority = forms.TypedChoiceField(label=_("Priority"), choices=Priority.choices, coerce=int)
    deadline = forms.DateTimeField(label=_("Deadline"), required=False, widget=AdminDateTimeInput)

    def __init__(self, *args: Any, row: Translation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"translator": row.assignee_id, "priority": row.priority, "deadline": row.deadline}
        people = loads(row.locale.language_code)
        field = self.fields["translator"]
        assert isinstance(field, LoadedChoice)  # noqa: S101 it is declared above
        field.loads = {load.translator.pk: load for load in people}
        field.queryset = User.objects.filter(pk__in=field.loads).order_by("username")


class Record(Screen):
    """The record of one translation."""

    title = _("Translation")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the desk knows, and the form for those who give work out."""
        row = self.record(pk)
        return self._show(row, AssignForm(row=row) if self._gives(row) else None)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Gives the work out. Raises PermissionDenied for people who do not."""
        row = self.record(pk)
        if not self._gives(row):
            raise PermissionDenied
        form = AssignForm(request.POST, row=row)
        if not form.is_valid():
            return self._show(row, form)
        told = form.cleaned_data
        try:
            assign(row, told["translator"], by=self.user, priority=told["priority"], deadline=told["deadline"])
        except CannotTranslate as error:
            form.add_error("translator", str(error))
            return self._show(row, form)
        messages.success(request, gettext("The work is given out."))
        return redirect(address("record", row.pk))

    def _gives(self, row: Translation) -> bool:
        return may_in(self.user, Action.ASSIGN, row.locale.language_code)

    def _show(self, row: Translation, form: AssignForm | None) -> HttpResponse:
        code = row.locale.language_code
        may_start = may_translate(self.user, code)
        return self.screen(
            "record",
            title=gettext("Translation: {language}").format(language=language(code).name),
            row=row,
            form=form,
            source_language=language(row.source.locale.language_code),
            may_take=may_start and row.assignee_id is None,
            may_start=may_start and row.story_id is None,
            may_give_up=row.story_id is None and (self._gives(row) or row.wanted_by_id == self.user.pk),
            is_mine=row.assignee_id == self.user.pk,
        )


class Deed(Screen):
    """Something that is done to a record by one press of a button; only by POST."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Does it, says how it went, and leads back."""
        row = self.record(pk)
        try:
            done, target = self.do(row)
        except (SomebodyHasIt, NotYours, TranslationHasAPage, StoryIsKilled) as error:
            messages.error(request, str(error))
            return redirect(self._back())
        messages.success(request, done)
        return redirect(target or self._back())

    def do(self, row: Translation) -> tuple[str, str]:
        """Does it; gives what to say and where to go, if it is not back."""
        raise NotImplementedError("each button has a deed of its own")

    def _back(self) -> str:
        target = self.request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(target, allowed_hosts={self.request.get_host()})
        return target if is_ours else address("work")


class Claim(Deed):
    def do(self, row: Translation) -> tuple[str, str]:
        """Takes the work."""
        claim(row, by=self.user)
        return gettext("The translation is yours."), ""


class HandBack(Deed):
    def do(self, row: Translation) -> tuple[str, str]:
        """Hands the work back."""
        hand_back(row, by=self.user)
        return gettext("The translation is handed back."), ""


class Start(Deed):
    def do(self, row: Translation) -> tuple[str, str]:
        """Makes the draft and takes the work, where nobody has it."""
        [page] = translate_into(row.source, [row.locale.language_code], by=self.user)
        if row.assignee_id is None and may_in(self.user, Action.TRANSLATE, row.locale.language_code):
            claim(row, by=self.user)
        return gettext("The draft is made."), reverse("wagtailadmin_pages:edit", args=[page.pk])


class GiveUp(Deed):
    def do(self, row: Translation) -> tuple[str, str]:
        """Takes the wish back."""
        give_up(row, by=self.user)
        return gettext("It is no longer wanted."), address("work")


DEEDS: dict[str, Callable[..., Any]] = {
    "claim": Claim.as_view(),
    "hand_back": HandBack.as_view(),
    "start": Start.as_view(),
    "give_up": GiveUp.as_view(),
}
