"""Numbers for whoever watches the program, as Prometheus reads them: `/metrics`.

They are given for `Authorization: Bearer <METRICS_TOKEN>` alone; without a token in the settings there is no such
address. They tell counts and ages, and nothing of stories or readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from newsroom.outbox.depth import conditions
from search.client import is_configured
from search.indexing import condition as search


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The numbers. Raises Http404 where there is no token in the settings."""
    if not settings.METRICS_TOKEN:
        raise Http404
    given = request.headers.get("Authorization", "")
    if not constant_time_compare(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode()):
        refusal = HttpResponse(status=HTTPStatus.UNAUTHORIZED, content_type="text/plain")
        refusal["WWW-Authenticate"] = "Bearer"
        return _private(refusal)
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Numbers())
    try:
        return _private(HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST))
    except DatabaseError:
        return _private(HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, content_type="text/plain"))


class Numbers(Collector):
    """What the database, and a short look at Elasticsearch, tell now."""

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing is asked when it is registered."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Of each destination of the outbox what waits; of the search its state."""
        yield from _outbox()
        if is_configured():
            yield from _search()


def _outbox() -> Iterator[GaugeMetricFamily]:
    waiting = GaugeMetricFamily("newsroom_outbox_waiting", "Messages that wait.", labels=["destination"])
    oldest = GaugeMetricFamily(
        "newsroom_outbox_oldest_seconds", "How long the oldest message has waited.", labels=["destination"]
    )
    parked = GaugeMetricFamily("newsroom_outbox_parked", "Messages that wait for a person.", labels=["destination"])
    for row in conditions():
        waiting.add_metric([row.destination], row.waiting.count)
        oldest.add_metric([row.destination], row.waiting.oldest_seconds)
        parked.add_metric([row.destination], row.parked)
    yield from (waiting, oldest, parked)


def _search() -> Iterator[GaugeMetricFamily]:
    yield GaugeMetricFamily("newsroom_search_up", "Whether Elasticsearch answers.", value=search.answers())
    rebuilding = GaugeMetricFamily("newsroom_search_rebuilding", "Whether a rebuild runs.", labels=["language"])
    needed = GaugeMetricFamily("newsroom_search_rebuild_needed", "Whether a rebuild is needed.", labels=["language"])
    differences = GaugeMetricFamily(
        "newsroom_search_differences", "Stories that the last verification found to differ.", labels=["language"]
    )
    stories = GaugeMetricFamily(
        "newsroom_search_stories", "Published stories at the last verification.", labels=["language"]
    )
    for row in search.conditions():
        rebuilding.add_metric([row.language], row.written is not None)
        needed.add_metric([row.language], row.needs_rebuild)
        if row.verification:
            differences.add_metric([row.language], row.verification.differences)
            stories.add_metric([row.language], row.verification.stories)
    yield from (rebuilding, needed, differences, stories)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
