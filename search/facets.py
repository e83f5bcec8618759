"""Facets: how many stories each section, person, agency, place has among those found, with names for readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from articles.credits.models import Agency, Correspondent, Place, Service
from articles.pages.section import SectionPage
from search.answers import Facet, FacetValue
from search.filters import FACETS
from search.law import Clause
from search.names import place_key
from search.questions import Question

MOST_VALUES = 12
YES = "1"
"""The value of the facet of stories with a video."""

Counts = dict[str, list[tuple[str, int]]]
"""Name of the facet → its values with their counts, the most frequent first."""


def aggregations(chosen: Mapping[str, Clause]) -> dict[str, Any]:
    """Each facet counted under what was chosen in the others, but not in itself."""
    found: dict[str, Any] = {}
    for name, field in FACETS.items():
        if name == "video":
            count: Clause = {"filter": {"term": {field: True}}}
        else:
            count = {"terms": {"field": field, "size": MOST_VALUES}}
        others = [clause for other, clause in chosen.items() if other != name]
        found[name] = {"filter": {"bool": {"filter": others}}, "aggs": {"values": count}} if others else count
    return found


def counts_of(answers: Mapping[str, Any]) -> Counts:
    """The counts in an answer to `aggregations`."""
    counts: Counts = {}
    for name in FACETS:
        answer = answers.get(name, {})
        answer = answer.get("values", answer)
        if name == "video":
            counts[name] = [(YES, answer["doc_count"])] if answer.get("doc_count") else []
        else:
            counts[name] = [(bucket["key"], bucket["doc_count"]) for bucket in answer.get("buckets", ())]
    return counts


def facets_of(counts: Counts, question: Question, total: int) -> tuple[Facet, ...]:
    """Facets that have a value, with names in the question's language; a fixed number of database queries.

    A value without a name that readers may see is left out. What was chosen is always among the values.
    """
    facets = []
    for name in FACETS:
        values = list(counts.get(name, ()))
        chosen = YES if name == "video" and question.has_video else str(getattr(question, name, ""))
        if chosen and chosen not in dict(values):
            values = [*values[: MOST_VALUES - 1], (chosen, total)]
        labels = _LABELS[name]([value for value, _ in values], question.language) if values else {}
        shown = [FacetValue(v, labels[v], count, v == chosen) for v, count in values if v in labels]
        if shown:
            facets.append(Facet(name, tuple(shown)))
    return tuple(facets)


def _sections(slugs: Iterable[str], code: str) -> dict[str, str]:
    sections = SectionPage.objects.live().filter(slug__in=slugs, locale__language_code=code)
    return dict(sections.values_list("slug", "title"))


def _people(keys: Iterable[str], code: str) -> dict[str, str]:
    """Nobody whose name is withheld."""
    people = Correspondent.objects.filter(key__in=keys, withheld_at__isnull=True)
    return {person.key: person.name_in(code) for person in people}


def _agencies(keys: Iterable[str], code: str) -> dict[str, str]:
    wanted = list(keys)
    services = {service.key: service.name_in(code) for service in Service.objects.filter(key__in=wanted)}
    return services | {agency.key: agency.name_in(code) for agency in Agency.objects.filter(key__in=wanted)}


def _places(keys: Iterable[str], code: str) -> dict[str, str]:
    """Of the places whose addresses end so."""
    places = Place.objects.filter(reduce(or_, (Q(uri__endswith=f":{key}") for key in keys)))
    return {place_key(place.uri): place.name_in(code) for place in places}


def _video(values: Iterable[str], code: str) -> dict[str, str]:
    return dict.fromkeys(values, gettext("With video"))


_LABELS = {"section": _sections, "person": _people, "agency": _agencies, "place": _places, "video": _video}
