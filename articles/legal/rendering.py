"""A page as one reader gets it, made outside that reader's request: for previews, counsel and snapshots."""

from __future__ import annotations

from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpResponse
from django.urls import Resolver404, get_resolver, resolve
from django.utils import translation
from wagtail.models import Page

from articles.legal.reader import Reader, serving
from articles.legal.subjects import subject_of, surface_of

SERVED_BY_PAGES = "wagtail_serve"


def rendered(page: Page, reader: Reader, *, is_draft: bool = False) -> HttpResponse:
    """The whole answer that the reader gets for the page: with its notices, withheld, or as if it never was.

    A draft is shown with its private pictures. Nobody is logged in, and nothing of the present request is used.
    """
    request = _request(page, reader.language)
    with serving(reader), translation.override(reader.language):
        try:
            response = _answer(page, reader, request, is_draft)
        except Http404 as missing:
            handler = get_resolver().resolve_error_handler(HTTPStatus.NOT_FOUND)
            response = handler(request, missing)  # type: ignore[call-arg]  # as Django calls it
        render = getattr(response, "render", None)
        if render is not None:
            render()
    return response


def _answer(page: Page, reader: Reader, request: WSGIRequest, is_draft: bool) -> HttpResponse:
    decision = reader.meets(subject_of(page, reader.rules.scope_kinds), surface_of(page._meta.label))
    response: HttpResponse
    if is_draft and not decision.is_withheld:
        request.decision = decision  # type: ignore[attr-defined]  # the templates' context takes it from here
        request.is_preview = True  # type: ignore[attr-defined]  # as Wagtail marks it
        response = page.serve_preview(request, page.default_preview_mode)
        return response
    try:
        match = resolve(request.path_info)
    except Resolver404:
        match = None
    if match is not None and match.url_name != SERVED_BY_PAGES and not is_draft:
        # An address of a view of ours that stands before the page of that place.
        response = match.func(request, *match.args, **match.kwargs)
        return response
    response = page.serve(request)
    return response


def _request(page: Page, code: str) -> WSGIRequest:
    site = urlsplit(settings.SITE_URL)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": page.url_path,
            "QUERY_STRING": "",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SERVER_NAME": site.hostname or "localhost",
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "HTTP_HOST": site.netloc,
            "wsgi.url_scheme": site.scheme or "http",
            "wsgi.input": BytesIO(),
        }
    )
    request.user = AnonymousUser()
    request.LANGUAGE_CODE = code
    return request
