"""What readers meet at the address of a killed story: nothing, or the note that it was withdrawn (410, RFC 9110)."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.legal.reader import present_reader
from articles.pages.article import ArticlePage
from articles.pages.killing.killing import in_force
from articles.pages.killing.models import Kill
from articles.pages.lawful import PAGE, refusal, subject_of
from newsroom.caches.surrogates import of_work


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
    request.surrogates = (of_work(story.translation_key),)  # type: ignore[attr-defined]  # of what caches may store
    reader = present_reader()
    if reader is not None:
        subject = subject_of(story, reader.rules.scope_kinds)
        decision = reader.meets(subject, PAGE)
        request.decision = decision  # type: ignore[attr-defined]  # the templates' context takes it from here
        request.is_touched_by_seal = reader.rules.touched_by_seal(subject, reader.at)  # type: ignore[attr-defined]
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
