"""The ways to corrections: from a story's editor, from the desk's menu, and a word to who opens an unchecked story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.corrections.rights import languages_to_correct, may_correct
from articles.pages.corrections.waiting import waiting_on
from newsroom.users.models import User


class WaitingItem(MenuItem):
    """The list of what waits, for whoever may deal with it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether they may in some language."""
        return bool(languages_to_correct(request.user))


def menu_item(order: int) -> MenuItem:
    """The entry of the desk's menu."""
    address = reverse("waiting_corrections")
    return WaitingItem(_("Corrections"), address, name="corrections", icon_name="edit", order=order)


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from the editor of a public story."""
    if view_name != "edit" or not isinstance(page, ArticlePage):
        return
    if may_correct(user, page) and (page.is_visible or page.has_corrections):
        yield Button(_("Correct…"), url=reverse("correct_story", args=[page.pk]), icon_name="edit", priority=85)


def tell_of_waiting(request: HttpRequest, page: Page) -> None:
    """Tells whoever opens a story that its original was corrected and this version is not checked yet."""
    story = page.specific if request.method == "GET" else None
    if not isinstance(story, ArticlePage) or not story.has_corrections:
        return
    may = may_correct(request.user, story)
    for text in waiting_on(story)[:3]:
        address = reverse("handle_correction", args=[text.pk])
        ways = [messages.button(address, gettext("Look at the correction"))] if may else None
        messages.warning(request, gettext("The original was corrected. Please check this version."), buttons=ways)
