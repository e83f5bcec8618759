"""Pages of no language or of any: the choice of a language, errors, and whether the program is well."""

from __future__ import annotations

import re
from http import HTTPStatus

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.legal import snapshot
from articles.legal.decision import NOTHING
from articles.legal.fragment import fragment
from articles.legal.reader import Reader, present_reader
from articles.legal.values import NO_STORY
from articles.pages.home import HomePage
from articles.pages.lawful import ERROR
from newsroom.languages import LANGUAGES, best_match, language
from newsroom.outbox.depth import conditions
from newsroom.regions.sources import degraded, location_of
from search.indexing import condition as search_condition

SEEN = "chose"
"""Cookie of a reader who was here before: no redirect any more."""
SEEN_SECONDS = 365 * 24 * 3600
CRAWLER = re.compile(r"bot|crawl|spider|slurp|archiv|preview|facebookexternalhit|^$", re.IGNORECASE)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """All languages that have a front page; a first visit by a browser goes to the one that it prefers."""
    codes = set(HomePage.objects.live().values_list("locale__language_code", flat=True))
    is_crawler = bool(CRAWLER.search(request.headers.get("User-Agent", "")))
    wanted = best_match(request.headers.get("Accept-Language", ""), codes)
    response: HttpResponse
    if wanted and not is_crawler and SEEN not in request.COOKIES:
        response = HttpResponseRedirect(f"/{wanted}/")
        response.set_cookie(SEEN, "1", max_age=SEEN_SECONDS, samesite="Lax", secure=request.is_secure(), httponly=True)
    else:
        rows = [row for row in LANGUAGES.values() if row.code in codes]
        response = render(request, "newsroom/languages.html", {"languages": rows})
    response["Cache-Control"] = "private, no-store"
    patch_vary_headers(response, ["Accept-Language", "Cookie", "User-Agent"])
    return response


@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """200 while the process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 while pages can be served, naming what works less well; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "degraded": ["database"]}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    return JsonResponse({"status": "ok", "degraded": _degraded()})


def _degraded() -> list[str]:
    """What somebody should look at, though pages are served."""
    try:
        outbox = [f"outbox: {row.destination}" for row in conditions() if row.is_degraded]
        return [*degraded(), *outbox, *search_condition.degraded()]
    except DatabaseError:
        return [*degraded(), "outbox"]


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 in the language of the address."""
    reader = present_reader()
    request.decision = reader.meets(NO_STORY, ERROR) if reader else NOTHING  # type: ignore[attr-defined]
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 in the language of the address."""
    return _without_database(request, "refused.html", HTTPStatus.FORBIDDEN)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 in the language of the address."""
    return _without_database(request, "refused.html", HTTPStatus.BAD_REQUEST)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 in the language of the address, made without the database, which may be what failed."""
    return _without_database(request, "500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def _without_database(request: HttpRequest, template: str, status: HTTPStatus) -> HttpResponse:
    code = getattr(request, "LANGUAGE_CODE", "en")
    reader = Reader(code, location_of(request), rules=snapshot.held())
    shown = reader.meets(NO_STORY, ERROR).shown
    with translation.override(code):
        notices = [fragment(each, code) for each in shown]
        html = loader.render_to_string(template, {"language": language(code), "notices": notices})
    return HttpResponse(html, status=status)
