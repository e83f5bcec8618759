"""The addresses of files below the admin's, and the way to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.translation.desk.menu import is_story
from articles.translation.files.screens import NAMESPACE, Files, Return, address
from newsroom.users.models import User
from newsroom.users.rights import languages_of


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's editor."""
    if view_name == "edit" and is_story(page) and languages_of(user):
        yield Button(_("Outside translators…"), url=address("files", page.pk), icon_name="upload", priority=84)


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses, for the admin's hook."""
    patterns = [
        path("<int:pk>/", Files.as_view(), name="files"),
        path("<int:pk>/return/", Return.as_view(), name="return"),
    ]
    return [path("translation-files/", include((patterns, NAMESPACE)))]
