"""What every screen of the desk shares: who may open it, the way back, and one place for refusals."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext

from articles.legal import access
from articles.legal.access import may
from newsroom.users.models import User
from newsroom.users.screens import AdminScreen

NAMESPACE = "legal_desk"


def address(name: str, *arguments: object) -> str:
    """Where a screen of the desk is."""
    return reverse(f"{NAMESPACE}:{name}", args=arguments)


class Screen(AdminScreen):
    """A screen that only those with the permission may open, whatever they send to it."""

    icon = "warning"
    folder = "articles/legal/desk/"
    permission = access.MAY_OPEN

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is looked up."""
        if not (may(request.user, access.MAY_OPEN) and may(request.user, self.permission)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way(self) -> list[tuple[str, str | Promise]]:
        """The desk."""
        return [(address("overview"), gettext("Legal desk"))]

    def furniture(self) -> dict[str, Any]:
        """What the person may do."""
        return {"rights": rights_of(self.user)}


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
