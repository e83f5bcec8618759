"""What tests of previews look at."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import Page

from articles.legal.preview.scene import Scene
from newsroom.regions.location import Location
from newsroom.users.models import User
from tests.factories import make_user

RUSSIA = Location("RU", None)


def make_scene(page: Page, **fields: Any) -> Scene:
    """The published page as a reader in Russia gets it now, unless the fields say otherwise."""
    at: datetime = timezone.now()
    values = {
        "revision": page.live_revision,
        "language": page.url_path.split("/")[1],
        "location": RUSSIA,
        "at": at,
        "surface": "page",
        "shows_sealed": False,
        **fields,
    }
    return Scene(page=Page.objects.get(pk=page.pk), **values)


def make_viewer(name: str = "vera", *more: str) -> User:
    """Somebody who may preview, with further rights by codename."""
    user = make_user(name)
    rights = ["access_admin", "view_legalnotice", *more]
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return User.objects.get(pk=user.pk)
