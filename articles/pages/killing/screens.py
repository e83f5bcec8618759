"""The screens on which a story is killed, after two confirmations, and revived."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages

from articles.pages.article import ArticlePage
from articles.pages.killing.forms import KillForm, ReasonForm
from articles.pages.killing.killing import (
    StoryIsAlreadyKilled,
    StoryIsNotKilled,
    in_force,
    kill_story,
    languages_of,
    revive_story,
)
from articles.pages.killing.rights import may_kill
from articles.pages.steps import StepIsRefused, read_step, sign_step
from newsroom.users.models import User


class StoryScreen(View):
    """A screen about one story, for those alone who may kill it; asks, asks again, then acts."""

    title: str | Promise = ""
    icon = "cross"
    purpose = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is told of the story."""
        assert isinstance(request.user, User)  # noqa: S101 the admin lets nobody else in
        self.user = request.user
        self.story = get_object_or_404(ArticlePage, pk=kwargs["pk"])
        if not may_kill(self.user, self.story):
            raise PermissionDenied
        self.kill = in_force(self.story)
        if not self.fits():
            messages.error(request, self.misfit())
            return self.away()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The first question."""
        return self.ask(self.form(None))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The second question, or the deed."""
        if "step" in request.POST:
            return self._act(request)
        form = self.form(request.POST)
        if not form.is_valid():
            return self.ask(form)
        step = sign_step(self.user, self.purpose, self.state(), request.POST)
        return self.screen("again", form=form, step=step)

    def _act(self, request: HttpRequest) -> HttpResponse:
        try:
            form = self.form(read_step(request.POST["step"], self.user, self.purpose, self.state()))
        except StepIsRefused:
            messages.error(request, gettext("Something changed meanwhile. Please look again and confirm anew."))
            return self.ask(self.form(None))
        if not form.is_valid():
            return self.ask(form)
        return self.act(form)

    def ask(self, form: ReasonForm) -> HttpResponse:
        """The first question, with what was entered."""
        return self.screen("ask", form=form)

    def screen(self, name: str, **context: Any) -> HttpResponse:
        """The page, with what every admin page needs."""
        crumbs = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": reverse("wagtailadmin_pages:edit", args=[self.story.pk]), "label": self.story.title},
            {"url": "", "label": self.title},
        ]
        furniture = {"header_title": self.title, "header_icon": self.icon, "breadcrumbs_items": crumbs}
        own = {"story": self.story, "kill": self.kill, "stories": self.stories(), "purpose": self.purpose}
        return render(self.request, f"articles/admin/kill_{name}.html", furniture | own | context)

    def stories(self) -> list[ArticlePage]:
        """The story in all its languages, the public ones first."""
        return sorted(languages_of(self.story).select_related("locale").defer("body"), key=lambda row: not row.live)

    def away(self) -> HttpResponse:
        """Back to the story."""
        return redirect("wagtailadmin_pages:edit", self.story.pk)

    def state(self) -> str:
        """What the answers are about: changes with every killing and revival."""
        return f"{self.story.translation_key}:{self.kill.pk if self.kill else ''}"

    def fits(self) -> bool:
        """Whether there is something to do here."""
        raise NotImplementedError

    def misfit(self) -> str:
        """What to say where there is not."""
        raise NotImplementedError

    def form(self, data: QueryDict | None) -> ReasonForm:
        """The form, with what was entered."""
        raise NotImplementedError

    def act(self, form: Any) -> HttpResponse:
        """Does it."""
        raise NotImplementedError


class KillScreen(StoryScreen):
    """Takes the story down in every language."""

    title = _("Kill in every language")
    purpose = "kill"

    def fits(self) -> bool:
        """While it is not killed."""
        return self.kill is None

    def misfit(self) -> str:
        """It is killed already."""
        return gettext("The story is killed already.")

    def form(self, data: QueryDict | None) -> KillForm:
        """Why, and what readers are told."""
        return KillForm(data, stories=self.stories())

    def act(self, form: KillForm) -> HttpResponse:
        """Kills, and says how far it reached."""
        entered = form.cleaned_data
        try:
            kill_story(
                self.story,
                by=self.user,
                reason=entered["reason"],
                tells_readers=entered["tells_readers"],
                notes=form.notes(),
            )
        except StoryIsAlreadyKilled:
            messages.error(self.request, self.misfit())
        else:
            text = gettext("Killed in every language: {headline}")
            messages.success(self.request, text.format(headline=self.story.title))
        return self.away()


class ReviveScreen(StoryScreen):
    """Brings the story back."""

    title = _("Revive in every language")
    icon = "undo"
    purpose = "revive"

    def fits(self) -> bool:
        """While it is killed."""
        return self.kill is not None

    def misfit(self) -> str:
        """There is nothing to revive."""
        return gettext("The story is not killed.")

    def form(self, data: QueryDict | None) -> ReasonForm:
        """Why."""
        return ReasonForm(data)

    def act(self, form: ReasonForm) -> HttpResponse:
        """Revives."""
        try:
            revive_story(self.story, by=self.user, reason=form.cleaned_data["reason"])
        except StoryIsNotKilled:
            messages.error(self.request, self.misfit())
        else:
            text = gettext("Readers can see it again: {headline}")
            messages.success(self.request, text.format(headline=self.story.title))
        return self.away()


def admin_urls() -> list[URLPattern]:
    """Addresses of both."""
    return [
        path("stories/<int:pk>/kill/", KillScreen.as_view(), name="kill_story"),
        path("stories/<int:pk>/revive/", ReviveScreen.as_view(), name="revive_story"),
    ]
