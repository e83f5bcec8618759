"""What every screen of ours in the admin shares: who looks, the way back, and that no cache keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views import View

from newsroom.users.models import User

LONGEST_KEY = len(str(2**63))
"""Digits at which a key is larger than any that a database gives."""


def row_key(text: str) -> int | None:
    """The key of a row that somebody sent; None for whatever no database could have given."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST_KEY else None


class AdminScreen(View):
    """A page of the admin; what is asked of its visitor is checked in `dispatch`, before anything is looked up."""

    title: str | Promise = ""
    icon = ""
    folder = ""
    """Where its templates are, as far as the first letters of their names."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answers with what no cache may keep."""
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @property
    def user(self) -> User:
        """Who looks."""
        assert isinstance(self.request.user, User)  # noqa: S101 the admin lets nobody else in
        return self.request.user

    def way(self) -> Iterable[tuple[str, str | Promise]]:
        """Addresses and names of the pages between the admin's home and this one."""
        return ()

    def furniture(self) -> dict[str, Any]:
        """What all templates of the folder need."""
        return {}

    def screen(self, template: str, *, title: str | Promise = "", **context: Any) -> HttpResponse:
        """The page, with what every page of the admin needs."""
        shown = title or self.title
        way = [(reverse("wagtailadmin_home"), gettext("Home")), *self.way(), ("", shown)]
        crumbs = [{"url": url, "label": label} for url, label in way]
        head = {"header_title": shown, "header_icon": self.icon, "breadcrumbs_items": crumbs}
        return render(self.request, f"{self.folder}{template}.html", head | self.furniture() | context)
