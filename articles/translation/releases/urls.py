"""The addresses of releases below the admin's, and the ways to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.translation.desk.menu import is_story
from articles.translation.releases import deeds, screens
from articles.translation.releases.rights import may_make
from newsroom.users.models import User


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses, for the admin's hook."""
    patterns = [
        path("", screens.ReleaseList.as_view(), name="list"),
        path("new/", screens.NewRelease.as_view(), name="new"),
        path("<int:pk>/", screens.ReleasePage.as_view(), name="release"),
        path("<int:pk>/edit/", screens.EditRelease.as_view(), name="edit"),
        *(path(f"<int:pk>/{name}/", view, name=name) for name, view in deeds.DEEDS.items()),
        *(path(f"stories/<int:pk>/{name}/", view, name=name) for name, view in deeds.ITEM_DEEDS.items()),
    ]
    return [path("releases/", include((patterns, screens.NAMESPACE)))]


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's editor to a release of it."""
    if view_name == "edit" and is_story(page) and may_make(user):
        url = f"{screens.address('new')}?story={page.pk}"
        yield Button(_("Release together…"), url=url, icon_name="calendar-alt", priority=82)
