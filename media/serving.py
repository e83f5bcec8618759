"""Published files, handed out by the program: guarded ones to readers who may see them, the others to everybody.

Web servers in front of it hand the public ones out themselves; what they do not have comes here.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_resolver
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from media.guarding import Thing, refuse
from media.models import CaptionTrack, Picture, PublishedRendition, Video, VideoSource
from media.parts import RangeIsNotThere, Span, span_of
from media.places import is_noted
from media.storage import ReadInParts, guarded_storage, public_storage
from newsroom.caches.surrogates import EVERYTHING, HEADERS, tokens
from newsroom.regions.edge import NOTICE_KEY_HEADER

ADDRESS = re.compile(r"(?P<room>pictures|videos)/(?P<token>[0-9a-f]{16})/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
CONTENT_TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpeg": "image/jpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt",
}
FOR_ONE = "private, no-store"
FOR_ALL = "public, max-age=30"
"""Short, because a rule may be about the file in a minute."""


@require_safe
def published_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """The file, or a part of it; 451 where the law withholds all that shows it from this reader.

    404 for a name that no copy has, and, not to be told from it, where an order demands so.
    """
    cache_control = FOR_ONE
    response: HttpResponseBase
    try:
        thing = _thing_at(name)
        refused = refuse(request, thing)
        response = refused or _file(request, name)
        if refused is None and not is_noted(thing):
            cache_control = FOR_ALL
            for header in HEADERS:
                response[header] = tokens([EVERYTHING])  # so that a change of the rules drops it
    except Http404 as missing:
        # Answered here, and not by Django above: no cache may keep it for readers elsewhere.
        not_found: Any = get_resolver().resolve_error_handler(HTTPStatus.NOT_FOUND)
        response = not_found(request, exception=missing)
    response["Cache-Control"] = cache_control
    if cache_control == FOR_ONE:
        patch_vary_headers(response, [NOTICE_KEY_HEADER])
    return response


def _thing_at(name: str) -> Thing:
    """The picture or video of which this is a copy. Raises Http404."""
    match = ADDRESS.fullmatch(name)
    if match is None:
        raise Http404
    found: Thing | None
    if match["room"] == "pictures":
        found = Picture.objects.filter(token=match["token"]).first()
        is_copy = PublishedRendition.objects.filter(picture=found, file=name).exists()
    else:
        found = Video.objects.filter(token=match["token"]).first()
        is_copy = any(
            model._default_manager.filter(video=found, published_file=name).exists()
            for model in (VideoSource, CaptionTrack)
        )
    if found is None or not is_copy:
        raise Http404
    return found


def _file(request: HttpRequest, name: str) -> HttpResponseBase:
    """The file from the place where it lies now. Raises Http404 where it is lost."""
    # The public place twice: a file that comes back from the guarded one may do so between the two looks.
    for storage in (public_storage(), guarded_storage(), public_storage()):
        try:
            return _answer(request, cast(ReadInParts, storage), name)
        except FileNotFoundError:
            continue
    raise Http404


def _answer(request: HttpRequest, place: ReadInParts, name: str) -> HttpResponseBase:
    size = place.size(name)
    # We give nothing by which a client could know that its part is of the same file, so If-Range never holds.
    asked = "" if "If-Range" in request.headers else request.headers.get("Range", "")
    response: HttpResponseBase
    try:
        span = span_of(asked, size)
    except RangeIsNotThere:
        response = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, content_type="text/plain")
        response["Content-Range"] = f"bytes */{size}"
    else:
        part = span or Span(0, size)
        response = StreamingHttpResponse(place.part(name, part.start, part.length), content_type=_content_type(name))
        response["Content-Length"] = str(part.length)
        if span is not None:
            response.status_code = HTTPStatus.PARTIAL_CONTENT
            response["Content-Range"] = span.of(size)
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _content_type(name: str) -> str:
    return CONTENT_TYPES.get(name.rpartition(".")[2], "application/octet-stream")
