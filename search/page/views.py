"""`/<language>/search/`: the page of results, and headlines that are suggested while a reader types.

What somebody at risk has searched for is nobody else's business: no cache keeps an answer, and no address of a search
goes along when a reader follows a link.
"""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.legal.reader import Reader, present_reader
from articles.legal.values import NO_STORY
from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.pages.lawful import refusal
from articles.pages.masthead import Masthead, masthead_for
from articles.pages.translations import Version
from media.shelf import Shelf
from newsroom.languages import LANGUAGES
from newsroom.text import clean_line
from search import answering
from search.answers import Answer
from search.page import results
from search.page.address import Asked, address_of, asks_nothing, read_address, without_filters, written
from search.page.chosen import chosen_filters, resolve
from search.page.surfaces import SEARCH
from search.questions import RELEVANCE, Question

NEWEST_SHOWN = 6
SHORTEST_TYPED = 2
LONGEST_TYPED = 100


def masthead_or_404(request: HttpRequest) -> Masthead:
    """What stands around the pages of the address's language. Raises Http404 while it has no front page."""
    masthead = masthead_for(request, get_language() or "en")
    if masthead.home is None:
        raise Http404
    return masthead


def in_confidence(response: HttpResponse) -> HttpResponse:
    """The answer, kept by no cache, told to no other site, and left out by search engines, whose robots may go on."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, follow"
    return response


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """One page of what a reader's words and filters find; before there are any, how to search, and the newest stories.

    The status of a page after the last one is 404, and no index is asked for one that nobody can open. Raises Http404
    in a language without a front page.
    """
    masthead = masthead_or_404(request)
    reader = present_reader() or Reader(masthead.code)
    request.decision = reader.meets(NO_STORY, SEARCH)  # type: ignore[attr-defined]  # the templates' context takes it
    if request.decision.withheld:  # type: ignore[attr-defined]
        return in_confidence(refusal(request, request.decision.withheld))  # type: ignore[attr-defined]
    asked, names = resolve(read_address(masthead.code, request.GET), masthead.sections)
    if asks_nothing(asked.question):
        context, status = _before_words(masthead.code), HTTPStatus.OK
    else:
        answer = Answer() if asked.is_beyond else answering.answer(asked.question)
        context = _found(asked, answer, masthead)
        status = HTTPStatus.NOT_FOUND if context["is_beyond"] else HTTPStatus.OK
    context |= _around(asked, names)
    return in_confidence(render(request, "search/search.html", context, status=status))


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Headlines that begin like what was typed, as a JSON array of text; empty while that is too short.

    Raises Http404 in a language without a front page.
    """
    code = masthead_or_404(request).code
    typed = clean_line(request.GET.get("q", "")[:LONGEST_TYPED])
    found = answering.suggestions(code, typed) if len(typed) >= SHORTEST_TYPED else []
    return in_confidence(JsonResponse(found, safe=False, json_dumps_params={"ensure_ascii": False}))


def _around(asked: Asked, names: dict[str, str]) -> dict[str, object]:
    """The form, what was chosen, and the same words in other languages."""
    question = asked.question
    homes = set(HomePage.objects.live().values_list("slug", flat=True))
    return {
        "asked": asked,
        "question": question,
        "parameters": written(question),
        "remarks": results.remarks(asked),
        "chosen": chosen_filters(question, names),
        "without_filters": address_of(without_filters(question)),
        "versions": [
            Version(row, address_of(Question(row.code, question.text)))
            for row in LANGUAGES.values()
            if row.code in homes
        ],
    }


def _before_words(code: str) -> dict[str, object]:
    newest = list(ArticlePage.objects.in_language(code).visible().newest_first().as_teasers()[:NEWEST_SHOWN])
    return {"newest": newest, "shelf": _shelf(newest)}


def _found(asked: Asked, answer: Answer, masthead: Masthead) -> dict[str, object]:
    question = asked.question
    is_beyond = asked.is_beyond or (question.page > 1 and not answer.hits)
    return {
        "answer": answer,
        "is_beyond": is_beyond,
        "rows": results.rows(answer, masthead.sections),
        "count": "" if is_beyond else results.count_in_words(answer, masthead.code),
        "choices": results.choices(question, answer.facets),
        "orders": results.orders(question),
        "paging": results.paging(question, answer),
        "first_page": address_of(question, page=1),
        "did_you_mean": address_of(question, text=answer.did_you_mean) if answer.did_you_mean else "",
        "elsewhere": results.elsewhere(question, answer),
        "feed": address_of(question, ending="feed.atom", order=RELEVANCE),
        "shelf": _shelf([hit.story for hit in answer.hits]),
    }


def _shelf(stories: list[ArticlePage]) -> Shelf:
    return Shelf([story.lead_picture_id for story in stories if story.lead_picture_id])
