"""What every screen of the desk shares: who may open it, the way back, and one place for refusals."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views import View

from articles.legal import access
from articles.legal.access import may
from newsroom.users.models import User

NAMESPACE = "legal_desk"


def address(name: str, *arguments: object) -> str:
    """Where a screen of the desk is."""
    return reverse(f"{NAMESPACE}:{name}", args=arguments)


class Screen(View):
    """A screen that only those with the permission may open, whatever they send to it."""

    title: str | Promise = ""
    icon = "warning"
    permission = access.MAY_OPEN

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is looked up."""
        if not (may(request.user, access.MAY_OPEN) and may(request.user, self.permission)):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @property
    def user(self) -> User:
        """Who looks."""
        assert isinstance(self.request.user, User)  # noqa: S101 the admin lets nobody else in
        return self.request.user

    def screen(self, template: str, *, title: str | Promise = "", **context: Any) -> HttpResponse:
        """The page, with what every admin page needs."""
        shown = title or self.title
        crumbs = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": address("overview"), "label": gettext("Legal desk")},
            {"url": "", "label": shown},
        ]
        furniture = {
            "header_title": shown,
            "header_icon": self.icon,
            "breadcrumbs_items": crumbs,
            "rights": rights_of(self.user),
        }
        return render(self.request, f"articles/legal/desk/{template}.html", furniture | context)


def rights_of(user: User) -> dict[str, bool]:
    """What the person may do, by short names for templates."""
    return {
        "register": may(user, access.MAY_REGISTER),
        "draft": may(user, access.MAY_DRAFT),
        "approve": may(user, access.MAY_APPROVE),
        "hurry": may(user, access.MAY_HURRY) and may(user, access.MAY_DRAFT),
        "see_demands": may(user, access.MAY_SEE_DEMANDS),
        "record_demands": may(user, access.MAY_RECORD_DEMANDS),
        "change_demands": may(user, access.MAY_CHANGE_DEMANDS),
    }
