"""`/<language>/legal/`: every public notice in force, for everybody, and the pages that explain them.

Views and not pages alone: no editor can take the address away, in no language.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.legal.fallbacks import legal_chain
from articles.legal.public import notices_in_force
from articles.legal.reader import Reader, present_reader
from articles.legal.values import NO_STORY
from articles.pages.explanation import SLUG, ExplanationPage, LegalIndexPage
from articles.pages.home import HomePage
from articles.pages.lawful import LEGAL
from articles.pages.masthead import masthead_for
from articles.pages.translations import Version
from newsroom.languages import LANGUAGES


@require_safe
def legal_notices(request: HttpRequest) -> HttpResponse:
    """All public notices in force in the words of the language, each once. Raises Http404 without a front page."""
    code = _code(request)
    reader = present_reader() or Reader(code)
    request.decision = reader.meets(NO_STORY, LEGAL)  # type: ignore[attr-defined]  # the templates' context takes it
    page = LegalIndexPage.objects.live().filter(locale__language_code=code).first()
    homes = set(HomePage.objects.live().values_list("slug", flat=True))
    context = {
        "page": page,
        "in_force": notices_in_force(reader.rules, code, reader.at),
        "explanations": ExplanationPage.objects.live().filter(locale__language_code=code).order_by("path"),
        "versions": [Version(row, f"/{row.code}/{SLUG}/") for row in LANGUAGES.values() if row.code in homes],
    }
    return render(request, "articles/legal_notices.html", context)


@require_safe
def explanation(request: HttpRequest, slug: str) -> HttpResponse:
    """The explanation with this last part of its address, in the nearest language that has it. Raises Http404."""
    code = _code(request)
    pages = ExplanationPage.objects.live().filter(slug=slug).select_related("locale")
    found = {page.locale.language_code: page for page in pages}
    for candidate in legal_chain(code):
        if candidate in found:
            return found[candidate].serve(request)
    raise Http404


def _code(request: HttpRequest) -> str:
    code = get_language() or "en"
    if masthead_for(request, code).home is None:
        raise Http404
    return code
