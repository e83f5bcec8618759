"""Tests of the surfaces: none where readers meet what we publish is left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page, get_page_models

from articles.legal.notices import notices_for
from articles.legal.surfaces import SurfaceIsTaken, UnknownSurface, register, surfaces
from articles.legal.values import NO_STORY
from newsroom.regions.location import UNKNOWN
from tests.articles.legal.laws import NOON, law

NO_SURFACE = {
    "alive": "says that the process lives",
    "ready": "says that pages can be served",
    "metrics": "numbers for those who watch the program, behind a token",
    "private_file": "for staff",
    "wagtail_serve": "hands over to the page, whose model names its surface",
    "evidence_key": "the key of evidence, in letters and digits alone",
    "counsel": "one page in confidence, with the notices of the reader that its link names",
    "legal_keys": "the map of notice keys, behind the edge's secret",
}
"""Addresses outside the admin that show no reader anything that we publish, with the reason."""
STAFF = ("admin/", "documents/")


def _addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every address outside the admin, with the name of its pattern or view."""
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if path.startswith(STAFF):
            continue
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns, path)
        else:
            yield path, pattern.name or getattr(pattern.callback, "__name__", "")


def _routes() -> set[str]:
    return {route for surface in surfaces() for route in surface.routes}


def test_every_address_of_readers_has_a_surface() -> None:
    names = {name for _, name in _addresses(get_resolver().url_patterns)}
    assert (
        names - _routes() - set(NO_SURFACE) - {"wagtailcore_login", "wagtailcore_authenticate_with_password"} == set()
    )


def test_every_kind_of_page_has_a_surface() -> None:
    kinds = {model._meta.label for model in get_page_models() if model is not Page}
    assert kinds - _routes() == set()


def test_every_error_page_has_a_surface() -> None:
    assert {"400", "403", "404", "500"} <= _routes()


def test_routes_belong_to_one_surface_each() -> None:
    named = [route for surface in surfaces() for route in surface.routes]
    assert len(named) == len(set(named))


def test_a_surface_that_nobody_registered_gets_no_answer() -> None:
    with pytest.raises(UnknownSurface):
        notices_for(NO_STORY, "en", UNKNOWN, "billboard", NOON, rules=law())


def test_a_surface_cannot_be_taken_twice() -> None:
    with pytest.raises(SurfaceIsTaken):
        register("page", "Another", routes=("another",))
