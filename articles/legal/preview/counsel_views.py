"""What outside counsel meets: a page with a button, and behind it the page as one reader gets it.

Opening is a POST, so that what fetches a link to preview it in a chat opens nothing.
"""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from articles.legal.preview.counsel import LinkIsGone, find_link, open_link
from articles.legal.preview.neutral import neutral, own_origins
from articles.legal.preview.places import name_of
from articles.legal.preview.scene import Scene
from articles.legal.subjects import surface_of
from newsroom.languages import LANGUAGES, best_match, language

MAIN = re.compile(r"<main\b[^>]*>")


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def counsel(request: HttpRequest, token: str) -> HttpResponse:
    """The button; the page once it is pressed. Raises Http404 for a link that does not open, whatever the reason."""
    code = best_match(request.headers.get("Accept-Language", ""), set(LANGUAGES)) or "en"
    with translation.override(code):
        try:
            response = _opened(open_link(token), code) if request.method == "POST" else _button(request, token, code)
        except LinkIsGone as gone:
            raise Http404 from gone
    response["Content-Language"] = language(code).tag
    return response


def _button(request: HttpRequest, token: str, code: str) -> HttpResponse:
    find_link(token)
    response = render(request, "articles/counsel/button.html", {"row": language(code)})
    # A browser that sends no referrer at all sends no origin with the form either, and the form would be refused.
    return sealed(response, referrer="same-origin", form="'self'")


def _opened(scene: Scene, code: str) -> HttpResponse:
    place = name_of(scene.location, code)
    told = {
        "row": language(code),
        "place": place,
        "moment": scene.at,
        "fragments": scene.fragments() if scene.surface != surface_of(scene.page.specific_class._meta.label) else [],
    }
    html = scene.answer().content.decode()
    with translation.override(code):
        head = render_to_string("articles/counsel/head.html", told)
    html = MAIN.sub(lambda main: main[0] + head, html, count=1)
    return sealed(HttpResponse(neutral(html, with_private_pictures=scene.is_draft)))


def sealed(response: HttpResponse, *, referrer: str = "no-referrer", form: str = "'none'") -> HttpResponse:
    """The answer as nobody keeps it, finds it, frames it, or learns from it where its reader went."""
    ours = " ".join(["'self'", *sorted(own_origins())])
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = referrer
    response["X-Frame-Options"] = "DENY"
    response["Content-Security-Policy"] = (
        f"default-src 'none'; img-src {ours} data:; media-src {ours}; style-src {ours}; font-src {ours}; "
        f"base-uri 'none'; frame-ancestors 'none'; form-action {form}"
    )
    return response
