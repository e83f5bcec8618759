"""The screen on which an embargo is set; letting readers in early is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.embargo.forms import EmbargoForm
from articles.pages.embargo.rights import may_set, may_set_everywhere
from articles.pages.embargo.setting import EmbargoIsOver, ReasonIsMissing, StoryExpiresBefore, embargo_of, set_embargo
from articles.pages.killing.killing import languages_of
from newsroom.users.asking_twice import AskTwice
from newsroom.users.models import User


class EmbargoScreen(AskTwice):
    """For those who publish the story's language; asks again where readers are let in early."""

    title = _("Embargo")
    icon = "time"
    folder = "articles/admin/embargo_"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is told of the story."""
        self.story = get_object_or_404(ArticlePage, pk=kwargs["pk"])
        if not may_set(self.user, self.story):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way(self) -> list[tuple[str, str | Promise]]:
        """The story."""
        return [(reverse("wagtailadmin_pages:edit", args=[self.story.pk]), self.story.draft_title)]

    def furniture(self) -> dict[str, Any]:
        """The story in all its languages."""
        return {"story": self.story, "stories": languages_of(self.story).select_related("locale").defer("body")}

    def state(self) -> str:
        """Changes with the embargo."""
        until = embargo_of(self.story)
        return f"{self.story.pk}:{until.isoformat() if until else ''}"

    def form(self, data: QueryDict | None = None) -> EmbargoForm:
        """Until when, where, and why."""
        return EmbargoForm(data, story=self.story, may_everywhere=may_set_everywhere(self.user, self.story))

    def needs_asking(self, form: EmbargoForm) -> bool:
        """Whether readers are let in earlier than was said."""
        return form.opens_earlier()

    def do(self, form: EmbargoForm) -> HttpResponse:
        """Sets or lifts it."""
        entered = form.cleaned_data
        until, everywhere = entered["until"], entered["everywhere"]
        try:
            set_embargo(self.story, until=until, by=self.user, reason=entered["reason"], everywhere=everywhere)
        except (EmbargoIsOver, ReasonIsMissing):
            return self.start_anew()
        except StoryExpiresBefore:
            form.add_error("until", gettext("The story would expire before its embargo ends."))
            return self.first(form)
        messages.success(self.request, gettext("The embargo is set.") if until else gettext("The embargo is lifted."))
        return redirect("wagtailadmin_pages:edit", self.story.pk)


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's editor, for those who may go it."""
    if view_name == "edit" and isinstance(page, ArticlePage) and may_set(user, page):
        yield Button(_("Embargo…"), url=reverse("embargo", args=[page.pk]), icon_name="time", priority=85)


def admin_urls() -> list[URLPattern]:
    """Its address."""
    return [path("stories/<int:pk>/embargo/", EmbargoScreen.as_view(), name="embargo")]
