"""Works out where the reader is before anything else happens, then makes the request forget how.

In META a header `CF_IPCountry` cannot be told from `CF-IPCountry`. An edge must therefore drop from clients, in both
spellings, every header that it sets; gunicorn drops underscored names by itself. Where both arrive, servers join them
with a comma, and a value with a comma is unknown.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from newsroom.regions.sources import keep_reader, read
from newsroom.regions.traces import forget_place


class LocationMiddleware:
    """Stands first, so that no other middleware, view, log or error report meets an address or a place."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serves the request; `location_of` and its neighbours in `sources` answer from here on."""
        keep_reader(request, read(request.META))
        forget_place(request)
        return self.get_response(request)
