"""Makes the present reader of a request known to everything that is asked within it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from articles.legal.reader import Reader, serving
from newsroom.regions.sources import location_of

STAFF = "/admin/"
"""Where people work who must see what they work on; addresses below it are for them alone."""


class ReaderMiddleware:
    """Stands after the language is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serves the request to its reader; to staff in the admin, to nobody in particular."""
        if request.path_info.startswith(STAFF):
            return self.get_response(request)
        with serving(Reader(request.LANGUAGE_CODE, location_of(request))):
            return self.get_response(request)
