"""“Translate into…”: asking for a story in many languages at once, and watching how far it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateTimeInput

from articles.pages.article import ArticlePage
from articles.translation.assigning import assign
from articles.translation.desk.screens import Screen, address
from articles.translation.jobs import ask_for, try_again
from articles.translation.models import TranslatingJob
from articles.translation.models.translating import TranslatingStep
from articles.translation.models.translation import Priority
from articles.translation.translating import may_translate
from articles.translation.wanting import StoryIsKilled, may_want, want
from newsroom.languages import LANGUAGES, Language, language
from newsroom.users.models import User
from newsroom.users.rights import languages_of, languages_where, may_in, people_who_may
from newsroom.users.roles import Action

DRAFTS = "drafts"


class TranslateForm(forms.Form):
    """Which languages, how fast, by whom."""

    languages = forms.MultipleChoiceField(label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple)
    whole_desk = forms.BooleanField(label=_("All languages that I work in"), required=False)
    priority = forms.TypedChoiceField(
        label=_("Priority"), choices=Priority.choices, coerce=int, initial=Priority.NORMAL
    )
    deadline = forms.DateTimeField(label=_("Deadline"), required=False, widget=AdminDateTimeInput)
    translator = forms.ModelChoiceField(User.objects.none(), label=_("Translator"), required=False)

    def __init__(self, *args: Any, source: ArticlePage, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source, self.user = source, user
        pages = ArticlePage.objects.filter(translation_key=source.translation_key)
        self.existing = set(pages.values_list("locale__language_code", flat=True))
        self.open = [row for row in LANGUAGES.values() if row.code not in self.existing and self._may(row.code)]
        self.fields["languages"].choices = [(row.code, row.name) for row in self.open]  # type: ignore[attr-defined]
        givers = languages_where(user, Action.ASSIGN)
        people = set().union(*people_who_may(Action.TRANSLATE, givers).values()) if givers else set()
        if people:
            self.fields["translator"].queryset = User.objects.filter(pk__in=people).order_by(  # type: ignore[attr-defined]
                "username"
            )
        else:
            del self.fields["translator"]

    def clean(self) -> dict[str, Any]:
        """Adds the languages of the desk; refuses to do nothing."""
        data = super().clean() or {}
        codes = set(data.get("languages") or ())
        if data.get("whole_desk"):
            codes |= {row.code for row in self.open} & languages_of(self.user)
        if not codes and not self.errors:
            self.add_error("languages", gettext("Choose a language."))
        return data | {"codes": [code for code in LANGUAGES if code in codes]}

    def present(self) -> list[Language]:
        """The languages that have a page."""
        return [row for row in LANGUAGES.values() if row.code in self.existing]

    def _may(self, code: str) -> bool:
        return may_translate(self.user, code) or may_want(self.user, self.source, code)


class Translate(Screen):
    title = _("Translate into…")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form, with the language that the address names chosen."""
        source = self.story(pk)
        initial = {"languages": request.GET.getlist("language")}
        return self._ask(source, TranslateForm(source=source, user=self.user, initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Notes what is wanted, and begins to make drafts if they are asked for."""
        source = self.story(pk)
        form = TranslateForm(request.POST, source=source, user=self.user)
        if not form.is_valid():
            return self._ask(source, form)
        data = form.cleaned_data
        try:
            rows = want(source, data["codes"], by=self.user, priority=data["priority"], deadline=data["deadline"])
        except StoryIsKilled as error:
            form.add_error(None, str(error))
            return self._ask(source, form)
        translator = data.get("translator")
        for row in rows:
            code = row.locale.language_code
            if translator and may_in(self.user, Action.ASSIGN, code) and may_in(translator, Action.TRANSLATE, code):
                assign(row, translator, by=self.user)
        drafts = [code for code in data["codes"] if may_translate(self.user, code)]
        if request.POST.get("do") == DRAFTS and drafts:
            return redirect(address("job", ask_for(source, drafts, by=self.user).pk))
        messages.success(request, gettext("The desks have been asked."))
        return redirect(address("board"))

    def _ask(self, source: ArticlePage, form: TranslateForm) -> HttpResponse:
        return self.screen("translate", form=form, story=source, story_language=language(source.language_code))


class Job(Screen):
    """How far the drafts are that somebody asked for."""

    title = _("Translating")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Each language and what became of it; the page looks again by itself while there is something to do."""
        job = self.job(pk)
        steps = [(step, language(step.language)) for step in job.steps.select_related("story")]
        states = [step.state for step, _row in steps]
        return self.screen(
            "job",
            job=job,
            steps=steps,
            story_language=language(job.source.language_code),
            done=sum(state != TranslatingStep.State.WAITING for state in states),
            is_working=TranslatingStep.State.WAITING in states,
            has_failed=TranslatingStep.State.FAILED in states,
        )

    def job(self, pk: int) -> TranslatingJob:
        """A job of one's own. Raises Http404 for any other."""
        job = TranslatingJob.objects.select_related("source").filter(pk=pk, by=self.user.pk).first()
        if job is None:
            raise Http404
        return job


class JobAgain(Job):
    """Tries what failed again; only by POST."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Tries."""
        job = self.job(pk)
        if not self.story(job.source.pk):
            raise PermissionDenied
        try_again(job)
        return redirect(address("job", job.pk))
