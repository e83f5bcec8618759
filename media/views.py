"""Private files, for those who may see them."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest
from wagtail.admin.auth import require_admin_access
from wagtail.permissions import policy_registry

from media.models import Picture, PictureRendition, VideoSource

PICTURE_ACTIONS = ("choose", "change", "add", "delete")


@require_admin_access
def private_file(request: HttpRequest, name: str) -> FileResponse:
    """The file, if it belongs to a picture or video that this person may choose or change; never cached by others.

    Raises Http404 for a name that no picture or video has, PermissionDenied for one that is not theirs to see.
    """
    if "\0" in name:  # PostgreSQL refuses to look for it
        raise Http404
    picture = Picture.objects.filter(file=name).first()
    if picture is None:
        rendition = PictureRendition.objects.select_related("image").filter(file=name).first()
        picture = rendition.image if rendition else None
    if picture is not None:
        policy = policy_registry.get_by_type(Picture)
        allowed = policy.user_has_any_permission_for_instance(request.user, PICTURE_ACTIONS, picture)
    elif VideoSource.objects.filter(file=name).exists():
        allowed = request.user.has_perm("media.view_video") or request.user.has_perm("media.change_video")
    else:
        raise Http404
    if not allowed:
        raise PermissionDenied
    try:
        response = FileResponse(storages["default"].open(name))
    except FileNotFoundError as error:
        raise Http404 from error
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
