"""Serves a story by its whole address in one query; every other page is found step by step, as Wagtail does."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import hooks, views

from articles.pages.article import ArticlePage
from articles.pages.killing.notice import withdrawn


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The page at an address of two parts below a language, `<section>/<slug>/`.

    Asks Wagtail's hooks as Wagtail's own view does. Raises Http404 for an address where nothing is.
    """
    stories = ArticlePage.objects.published().select_related("lead_picture", "locale", "place")
    story = stories.filter(url_path=f"/{get_language()}/{path}").first()
    if story is None:
        return withdrawn(request, f"/{get_language()}/{path}") or views.serve(request, path)
    chain = views.serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    for ask in hooks.get_hooks("before_serve_page"):
        answer = ask(story, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return chain(story, request, [], {})
