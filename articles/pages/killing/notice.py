"""What readers meet at the address of a killed story: nothing, or the note that it was withdrawn (410, RFC 9110)."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.pages.article import ArticlePage
from articles.pages.killing.killing import in_force
from articles.pages.killing.models import Kill
from articles.pages.lawful import ask_the_law, refusal


def withdrawn(request: HttpRequest, address: str) -> HttpResponse | None:
    """The note at an address whose story was killed with one; None where there is none to give.

    The law comes first: where the story is withheld, the answer is what it was before. Raises Http404 for an order
    that must not be told of.
    """
    stories = ArticlePage.objects.filter(url_path=address, live=True, killed_at__isnull=False)
    story = stories.select_related("locale").defer("body").first()
    kill = in_force(story) if story else None
    if story is None or kill is None or not kill.tells_readers or _is_under_embargo(story, kill):
        return None
    decision = ask_the_law(request, story)
    if decision.withheld:
        return refusal(request, decision.withheld)
    response = render(
        request, "articles/withdrawn.html", {"words": kill.notes.get(story.language_code, "")}, status=HTTPStatus.GONE
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_under_embargo(story: ArticlePage, kill: Kill) -> bool:
    """Whether nobody had read it when it was killed: then there is nothing to withdraw in public."""
    return story.embargo_until is not None and story.embargo_until > kill.killed_at
