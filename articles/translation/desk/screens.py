"""What every screen of the desk shares: who may open it, and the way back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views import View

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from articles.translation.reading import may_read
from newsroom.languages import LANGUAGES, Language
from newsroom.users.models import User
from newsroom.users.rights import languages_of

NAMESPACE = "translation_desk"


def address(name: str, *arguments: object) -> str:
    """Where a screen of the desk is."""
    return reverse(f"{NAMESPACE}:{name}", args=arguments)


class Screen(View):
    """A screen for whoever works in some language."""

    title: str | Promise = ""
    icon = "globe"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is looked up."""
        if not languages_of(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @property
    def user(self) -> User:
        """Who looks."""
        assert isinstance(self.request.user, User)  # noqa: S101 the admin lets nobody else in
        return self.request.user

    def languages(self) -> list[Language]:
        """Every language of the table, those that the person works in first."""
        mine = languages_of(self.user)
        return sorted(LANGUAGES.values(), key=lambda row: row.code not in mine)

    def story(self, pk: int) -> ArticlePage:
        """A story. Raises Http404 for one that the person may not know of."""
        story = ArticlePage.objects.select_related("locale").filter(pk=pk).first()
        if story is None or not may_read(self.user, story):
            raise Http404
        return story

    def record(self, pk: int) -> Translation:
        """A translation into a language that the person works in. Raises Http404 for any other."""
        rows = Translation.objects.select_related("locale", "assignee", "source__locale", "story", "wanted_by")
        row = rows.filter(pk=pk, locale__language_code__in=languages_of(self.user)).first()
        if row is None:
            raise Http404
        return row

    def screen(self, template: str, *, title: str | Promise = "", **context: Any) -> HttpResponse:
        """The page, with what every admin page needs."""
        shown = title or self.title
        crumbs = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": address("board"), "label": gettext("Translation desk")},
            {"url": "", "label": shown},
        ]
        furniture = {"header_title": shown, "header_icon": self.icon, "breadcrumbs_items": crumbs}
        return render(self.request, f"articles/translation/desk/{template}.html", furniture | context)
