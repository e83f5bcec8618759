"""Who may move a page: Wagtail asks only once the move is confirmed, when its screen has told the headline already."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page


def refuse_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """Raises PermissionDenied for somebody who may not move the page there."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
