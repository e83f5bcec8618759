"""Doors of Wagtail's admin that ask nobody for a right: choosers of snippets, and the API of files."""

from __future__ import annotations

from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin
from wagtail.documents import get_document_model_string
from wagtail.permissions import policy_registry

CHOOSER = "wagtailsnippetchoosers_"
ANY_RIGHT = ("view", "choose", "add", "change", "delete")


class UnaskedMiddleware(MiddlewareMixin):
    """Refuses who has no right at all on what stands behind such a door."""

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> None:
        """Raises PermissionDenied; who is not in the admin at all is answered by Wagtail."""
        match = request.resolver_match
        model = None if match is None else model_behind(match.namespace)
        if model is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return
        if not policy_registry.get_by_type(model).user_has_any_permission(request.user, ANY_RIGHT):
            raise PermissionDenied


def model_behind(namespace: str) -> type[Model] | None:
    """What the door is about; None for every other door."""
    files = {
        "wagtailadmin_api:images": settings.WAGTAILIMAGES_IMAGE_MODEL,
        "wagtailadmin_api:documents": get_document_model_string(),
    }
    if namespace in files:
        return apps.get_model(files[namespace])
    if namespace.startswith(CHOOSER):
        return apps.get_model(namespace.removeprefix(CHOOSER).replace("_", ".", 1))
    return None
