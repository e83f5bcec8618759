"""What every screen of the desk shares: who may open it, and the way back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from articles.translation.reading import may_read
from newsroom.languages import LANGUAGES, Language
from newsroom.users.rights import languages_of
from newsroom.users.screens import AdminScreen

NAMESPACE = "translation_desk"


def address(name: str, *arguments: object) -> str:
    """Where a screen of the desk is."""
    return reverse(f"{NAMESPACE}:{name}", args=arguments)


class Screen(AdminScreen):
    """A screen for whoever works in some language."""

    icon = "globe"
    folder = "articles/translation/desk/"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is looked up."""
        if not languages_of(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way(self) -> list[tuple[str, str | Promise]]:
        """The board."""
        return [(address("board"), gettext("Translation desk"))]

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
