"""Aids that only tell: earlier translations of a text, and what is worth a second look."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.translation.aids.asking import LONGEST_KEY, Aid
from articles.translation.aids.checked import checked
from articles.translation.aids.fields import state_of, words_for
from articles.translation.memory import offers
from articles.translation.staleness import source_content
from articles.translation.units import units_of
from newsroom.languages import language


class Offers(Aid):
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the memory offers for one text of the source, as a fragment. Raises Http404."""
        unit = units_of(source_content(self.record)).get(request.GET.get("unit", "")[:LONGEST_KEY])
        if unit is None:
            raise Http404
        source_code, code = self.record.source.language_code, self.story.language_code
        found = offers(unit.text, kind=unit.kind, source_code=source_code, code=code, by=self.user)
        rows = [(offer, words_for(unit.kind, offer.text), state_of(unit.kind, offer.text)) for offer in found]
        context = {"rows": rows, "source_language": language(source_code), "language": language(code)}
        return render(request, "articles/translation/aids/offers.html", context)


class Checks(Aid):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What is worth a second look in the open form, or in the newest version where none is sent, as a fragment."""
        rows = checked(self.record, self.as_open(), self.story.language_code)
        return render(request, "articles/translation/aids/checks.html", {"rows": rows})
