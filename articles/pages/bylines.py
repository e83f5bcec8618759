"""Pages of the stories that credit a correspondent, a service or an agency."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext

from articles.credits.models import Correspondent
from articles.credits.naming import ROOMS, address_of
from articles.pages.article import ArticlePage
from articles.pages.listing import list_page
from articles.pages.masthead import masthead_for

FIELDS = {"people": "correspondent", "services": "service", "agencies": "agency"}


def byline(request: HttpRequest, room: str, key: str) -> HttpResponse:
    """The stories of one party in the language of the address, the newest first.

    Raises Http404 for a party that is unknown, whose name is withheld, or whom no visible story credits.
    """
    code = get_language() or "en"
    model = next(model for model, name in ROOMS.items() if name == room)
    party = model.objects.filter(key=key).first()
    if party is None or not address_of(party, code) or masthead_for(request, code).home is None:
        raise Http404
    stories = ArticlePage.objects.in_language(code).visible().newest_first()
    context = list_page(request, stories.filter(**{f"credits__{FIELDS[room]}": party}).distinct())
    if not context["stories"]:
        raise Http404
    title = gettext("Stories by {name}") if model is Correspondent else gettext("Stories with {name}")
    context |= {"party": party, "name": party.name_in(code), "title": title}
    return render(request, "articles/byline.html", context)
