"""The ways to killing and reviving, and the sign on a killed story's editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.killing.killing import in_force
from articles.pages.killing.rights import may_kill
from newsroom.users.models import User


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's editor, for those who may go it."""
    if view_name != "edit" or not isinstance(page, ArticlePage) or not may_kill(user, page):
        return
    if page.killed_at is None:
        address = reverse("kill_story", args=[page.pk])
        yield Button(_("Kill in every language…"), url=address, icon_name="cross", priority=95)
    else:
        address = reverse("revive_story", args=[page.pk])
        yield Button(_("Revive in every language…"), url=address, icon_name="undo", priority=95)


def warn_of_kill(request: HttpRequest, page: Page) -> None:
    """Tells everybody who opens a killed story that it is killed, since when, by whom and why."""
    story = page.specific if request.method == "GET" else None
    if not isinstance(story, ArticlePage) or story.killed_at is None:
        return
    kill = in_force(story)
    text = gettext("This story is killed: readers see it in no language, and publishing does not change that.")
    if kill is not None:
        by = kill.killed_by.get_username() if kill.killed_by else gettext("a program")
        text += " " + gettext("By {name}: {reason}").format(name=by, reason=kill.reason)
    messages.warning(request, text)
