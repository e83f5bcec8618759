"""The ways to the desk: an entry of the admin's menu, and a button on the screen of a story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.legal.access import MAY_HURRY, MAY_OPEN, may
from articles.legal.desk.screens import address
from newsroom.users.models import User

STORY = "articlepage"


class DeskItem(MenuItem):
    """The desk, in the menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Only for those who may open it."""
        return may(request.user, MAY_OPEN)


def menu_item() -> MenuItem:
    """The entry of the menu."""
    return DeskItem(_("Legal desk"), address("overview"), name="legal-desk", icon_name="warning", order=325)


def story_buttons(page: Page, user: User, view_name: str = "", **context: Any) -> Iterator[Button]:
    """The way from a story's editor to its withholding, for those who may withhold alone; it tells of none that is."""
    if view_name == "edit" and page._meta.model_name == STORY and may(user, MAY_OPEN) and may(user, MAY_HURRY):
        target = f"{address('withhold')}?{urlencode({'story': page.pk})}"
        yield Button(_("Withhold in a region…"), url=target, icon_name="no-view", priority=90)
