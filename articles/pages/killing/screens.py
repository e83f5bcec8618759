"""The screens on which a story is killed, after two confirmations, and revived."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
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
from newsroom.users.asking_twice import AskTwice


class StoryScreen(AskTwice):
    """A screen about one story, for those alone who may kill it."""

    icon = "cross"
    folder = "articles/admin/kill_"
    deed = ""
    misfit: str | Promise = ""
    """What to say where there is nothing to do."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is told of the story."""
        self.story = get_object_or_404(ArticlePage, pk=kwargs["pk"])
        if not may_kill(self.user, self.story):
            raise PermissionDenied
        self.kill = in_force(self.story)
        return super().dispatch(request, *args, **kwargs) if self.fits() else self.nothing_to_do()

    def fits(self) -> bool:
        """Whether there is something to do here."""
        raise NotImplementedError("each deed has a state of the story that it is for")

    def way(self) -> list[tuple[str, str | Promise]]:
        """The story."""
        return [(reverse("wagtailadmin_pages:edit", args=[self.story.pk]), self.story.title)]

    def furniture(self) -> dict[str, Any]:
        """The story in all its languages, the public ones first."""
        stories = languages_of(self.story).select_related("locale").defer("body")
        ordered = sorted(stories, key=lambda row: not row.live)
        return {"story": self.story, "kill": self.kill, "stories": ordered, "purpose": self.deed}

    def state(self) -> str:
        """Changes with every killing and revival."""
        return f"{self.story.translation_key}:{self.kill.pk if self.kill else ''}"

    def done(self, message: str) -> HttpResponse:
        """Back to the story, with what was done."""
        messages.success(self.request, message.format(headline=self.story.title))
        return redirect("wagtailadmin_pages:edit", self.story.pk)

    def nothing_to_do(self) -> HttpResponse:
        """Back to the story, with why nothing was done."""
        messages.error(self.request, self.misfit)
        return redirect("wagtailadmin_pages:edit", self.story.pk)


class KillScreen(StoryScreen):
    """Takes the story down in every language."""

    title = _("Kill in every language")
    deed = "kill"
    misfit = _("The story is killed already.")

    def fits(self) -> bool:
        """While it is not killed."""
        return self.kill is None

    def form(self, data: QueryDict | None = None) -> KillForm:
        """Why, and what readers are told."""
        return KillForm(data, stories=languages_of(self.story).select_related("locale").defer("body"))

    def do(self, form: KillForm) -> HttpResponse:
        """Kills, and says how far it reached."""
        entered = form.cleaned_data
        reason, tells_readers = entered["reason"], entered["tells_readers"]
        try:
            kill_story(self.story, by=self.user, reason=reason, tells_readers=tells_readers, notes=form.notes())
        except StoryIsAlreadyKilled:
            return self.nothing_to_do()
        return self.done(gettext("Killed in every language: {headline}"))


class ReviveScreen(StoryScreen):
    """Brings the story back."""

    title = _("Revive in every language")
    icon = "undo"
    deed = "revive"
    misfit = _("The story is not killed.")

    def fits(self) -> bool:
        """While it is killed."""
        return self.kill is not None

    def form(self, data: QueryDict | None = None) -> ReasonForm:
        """Why."""
        return ReasonForm(data)

    def do(self, form: ReasonForm) -> HttpResponse:
        """Revives."""
        try:
            revive_story(self.story, by=self.user, reason=form.cleaned_data["reason"])
        except StoryIsNotKilled:
            return self.nothing_to_do()
        return self.done(gettext("Readers can see it again: {headline}"))


def admin_urls() -> list[URLPattern]:
    """Addresses of both."""
    return [
        path("stories/<int:pk>/kill/", KillScreen.as_view(), name="kill_story"),
        path("stories/<int:pk>/revive/", ReviveScreen.as_view(), name="revive_story"),
    ]
