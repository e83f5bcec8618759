"""The screen on which an embargo is set; letting readers in early is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.embargo.forms import EmbargoForm
from articles.pages.embargo.rights import may_set, may_set_everywhere
from articles.pages.embargo.setting import EmbargoIsOver, ReasonIsMissing, StoryExpiresBefore, embargo_of, set_embargo
from articles.pages.killing.killing import languages_of
from articles.pages.steps import StepIsRefused, read_step, sign_step
from newsroom.users.models import User

PURPOSE = "embargo"


class EmbargoScreen(View):
    """For those who publish the story's language."""

    title = _("Embargo")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is told of the story."""
        assert isinstance(request.user, User)  # noqa: S101 the admin lets nobody else in
        self.user = request.user
        self.story = get_object_or_404(ArticlePage, pk=kwargs["pk"])
        if not may_set(self.user, self.story):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form."""
        return self._screen("ask", form=self._form(None))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Sets it, or asks again where that lets readers in early."""
        data: QueryDict = request.POST
        is_second = "step" in data
        if is_second:
            try:
                data = read_step(request.POST["step"], self.user, PURPOSE, self._state())
            except StepIsRefused:
                messages.error(request, gettext("Something changed meanwhile. Please look again and confirm anew."))
                return self._screen("ask", form=self._form(None))
        form = self._form(data)
        if not form.is_valid():
            return self._screen("ask", form=form)
        if form.opens_earlier() and not is_second:
            step = sign_step(self.user, PURPOSE, self._state(), request.POST)
            return self._screen("again", form=form, step=step)
        return self._act(form)

    def _act(self, form: EmbargoForm) -> HttpResponse:
        entered = form.cleaned_data
        try:
            set_embargo(
                self.story,
                until=entered["until"],
                by=self.user,
                reason=entered["reason"],
                everywhere=entered["everywhere"],
            )
        except (EmbargoIsOver, ReasonIsMissing):
            messages.error(self.request, gettext("Something changed meanwhile. Please look again and confirm anew."))
            return self._screen("ask", form=self._form(None))
        except StoryExpiresBefore:
            form.add_error("until", gettext("The story would expire before its embargo ends."))
            return self._screen("ask", form=form)
        is_set = entered["until"] is not None
        messages.success(self.request, gettext("The embargo is set.") if is_set else gettext("The embargo is lifted."))
        return redirect("wagtailadmin_pages:edit", self.story.pk)

    def _form(self, data: QueryDict | None) -> EmbargoForm:
        return EmbargoForm(data, story=self.story, may_everywhere=may_set_everywhere(self.user, self.story))

    def _state(self) -> str:
        """What the answers are about: changes with the embargo."""
        until = embargo_of(self.story)
        return f"{self.story.pk}:{until.isoformat() if until else ''}"

    def _screen(self, name: str, **context: Any) -> HttpResponse:
        crumbs = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": reverse("wagtailadmin_pages:edit", args=[self.story.pk]), "label": self.story.draft_title},
            {"url": "", "label": self.title},
        ]
        furniture = {"header_title": self.title, "header_icon": "time", "breadcrumbs_items": crumbs}
        stories = languages_of(self.story).select_related("locale").defer("body")
        own = {"story": self.story, "stories": stories}
        return render(self.request, f"articles/admin/embargo_{name}.html", furniture | own | context)


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's editor, for those who may go it."""
    if view_name == "edit" and isinstance(page, ArticlePage) and may_set(user, page):
        yield Button(_("Embargo…"), url=reverse("embargo", args=[page.pk]), icon_name="time", priority=85)


def admin_urls() -> list[URLPattern]:
    """Its address."""
    return [path("stories/<int:pk>/embargo/", EmbargoScreen.as_view(), name="embargo")]
