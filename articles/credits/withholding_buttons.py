"""The ways to the screens of withholding: buttons in the list, in the editor and in the menu of reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem

from articles.credits.access import may_withhold
from articles.credits.models import Correspondent
from articles.credits.withholding_views import NAMESPACE

WITHHOLD, RESTORE = _("Withhold the name…"), _("Restore the name…")


class WithholdingMenuItem(ActionMenuItem):
    """The action beside "Save" in the editor of a correspondent."""

    name = "action-withholding"
    order = 200

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Only for a person who is stored, and for those with the permission."""
        return bool(context.get("instance") and context["instance"].pk and may_withhold(context["request"].user))

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Words and icon for the person's state."""
        label, _name, icon = _action_for(parent_context["instance"])
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"label": label, "icon_name": icon}

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """The screen for the person's state."""
        return address_for(parent_context["instance"])


class WithheldNamesMenuItem(MenuItem):
    """The list, in the menu of reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Only for those with the permission."""
        return may_withhold(request.user)


def address_for(person: Correspondent) -> str:
    """Where the name can be withheld or, if it is, restored."""
    return reverse(f"{NAMESPACE}:{_action_for(person)[1]}", args=[person.pk])


def listing_buttons(item: models.Model, user: AbstractUser, next_url: str | None = None) -> Iterator[Button]:
    """The action in the list of correspondents."""
    if isinstance(item, Correspondent) and may_withhold(user):
        label, _name, icon = _action_for(item)
        yield Button(label, url=address_for(item), icon_name=icon, priority=40)


def action_menu_item(model: type[models.Model]) -> ActionMenuItem | None:
    """The action in the editor of correspondents."""
    return WithholdingMenuItem() if model is Correspondent else None


def reports_menu_item() -> MenuItem:
    """The list among the reports."""
    address = reverse(f"{NAMESPACE}:list")
    return WithheldNamesMenuItem(_("Withheld names"), address, name="withheld-names", icon_name="no-view", order=1100)


def _action_for(person: Correspondent) -> tuple[str | Promise, str, str]:
    return (RESTORE, "restore", "view") if person.is_withheld else (WITHHOLD, "withhold", "no-view")
