"""Which language a request is in: the first part of its address decides, nothing else."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from whitenoise.middleware import WhiteNoiseMiddleware

from newsroom.languages import DEFAULT, known, language


class LanguageMiddleware:
    """Activates the language of the address; Django's own middleware needs a catalogue to know a language.

    The admin keeps the language that its user chose.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serves the request in its language and says which in Content-Language.

        Raises SuspiciousOperation (400) for a query with a NUL, which no text in a database can hold.
        """
        first = request.path_info.removeprefix("/").partition("/")[0]
        code = first if known(first) else DEFAULT.code
        with translation.override(code):
            request.LANGUAGE_CODE = code
            if "%00" in request.META.get("QUERY_STRING", ""):
                raise SuspiciousOperation("The query has a NUL.")
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language(code).tag)
        return response


class PublicFilesMiddleware(WhiteNoiseMiddleware):
    """Serves public pictures and videos where no web server does (development and tests); guarded ones it has not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        from django.conf import settings

        from media.storage import public_storage

        super().__init__(get_response)
        self.autorefresh = True
        self.add_files(str(public_storage().path("")), prefix=settings.MEDIA_URL)
