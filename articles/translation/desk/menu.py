"""The ways to the desk: entries of the admin's menu with the number of unread notes, and buttons of a story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem, SubMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.pages.corrections.buttons import menu_item as corrections
from articles.translation.desk.screens import address
from articles.translation.notifying import unread_count
from newsroom.users.models import User
from newsroom.users.rights import languages_of

ASKED = "_unread_notes"
STORY = "articlepage"


class Desk(SubmenuMenuItem):
    """The desk, for whoever works in a language."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they do."""
        return bool(languages_of(request.user))

    def render_component(self, request: HttpRequest) -> SubMenuItem:
        """With the number of unread notes, so that a closed menu tells it too."""
        component = super().render_component(request)
        component.label = with_count(component.label, request)
        return component


class InboxItem(MenuItem):
    """The notes."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """With the number of unread ones."""
        component = super().render_component(request)
        component.label = with_count(component.label, request)
        return component


def with_count(label: object, request: HttpRequest) -> str:
    """A label with the number of unread notes, asked once a request."""
    if ASKED not in request.__dict__:
        request.__dict__[ASKED] = unread_count(request.user)  # type: ignore[arg-type]
    count = request.__dict__[ASKED]
    return _("({count}) {label}").format(label=label, count=count) if count else str(label)


def menu_item() -> MenuItem:
    """The entry of the menu; a translator's work comes first."""
    items = [
        MenuItem(_("My work"), address("work"), name="translation-work", icon_name="tasks", order=1),
        MenuItem(_("Board"), address("board"), name="translation-board", icon_name="table", order=2),
        InboxItem(_("Inbox"), address("inbox"), name="translation-inbox", icon_name="mail", order=3),
        MenuItem(_("Load"), address("load"), name="translation-load", icon_name="group", order=4),
        corrections(order=5),
        MenuItem(_("Releases"), reverse("releases:list"), name="releases", icon_name="calendar-alt", order=6),
    ]
    return Desk(_("Translation desk"), Menu(items=items), name="translation-desk", icon_name="globe", order=120)


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's screens to its translation."""
    if is_story(page) and languages_of(user):
        yield Button(_("Translate into…"), url=address("translate", page.pk), icon_name="globe", priority=80)


def listing_buttons(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    """The same in lists of pages."""
    yield from story_buttons(page, user)


def is_story(page: Page) -> bool:
    """Whether a page, perhaps known only as some page, is a story; no query."""
    return bool(page.cached_content_type.model == STORY)
