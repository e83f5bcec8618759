"""`/legal-keys`: which notice key each place has, for edges that hold the secret."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from articles.legal import snapshot
from articles.legal.caching import PRIVATE, seconds_to_keep
from articles.legal.edge_map import WRITERS
from articles.legal.keys import key_map, public_version
from newsroom.regions.edge import SECRET_HEADER
from newsroom.regions.sources import came_through_edge

CONTENT_TYPES = {"json": "application/json", "nginx": "text/plain", "vcl": "text/plain"}


@require_safe
def legal_keys(request: HttpRequest) -> HttpResponse:
    """The map in the form that `format=` names (`json` unless said otherwise: nginx, vcl).

    Raises Http404 without the secret, and for a form that there is none of.
    """
    form = request.GET.get("format", "json")
    if not came_through_edge(request) or form not in WRITERS:
        raise Http404
    rules, now = snapshot.current(), timezone.now()
    etag = f'"{public_version(rules, now)}-{form}"'
    body = WRITERS[form](key_map(rules, now))
    answer = HttpResponse(body, content_type=f"{CONTENT_TYPES[form]}; charset=utf-8", headers={"ETag": etag})
    response = get_conditional_response(request, etag=etag, response=answer) or answer
    seconds = seconds_to_keep(rules, now, now)
    response["Cache-Control"] = f"public, max-age=0, s-maxage={seconds}" if seconds else PRIVATE
    patch_vary_headers(response, [SECRET_HEADER])
    return response
