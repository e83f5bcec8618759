"""What a page is about, for rooms that know pages only as pages; the room of pages tells, in `AppConfig.ready()`."""

from __future__ import annotations

from collections.abc import Callable

from wagtail.models import Page

from articles.legal.surfaces import surfaces
from articles.legal.terms import ScopeKind
from articles.legal.values import NO_STORY, Subject

Describe = Callable[[Page, frozenset[ScopeKind]], Subject]


def _about_nothing(page: Page, kinds: frozenset[ScopeKind]) -> Subject:
    return NO_STORY


_describe: Describe = _about_nothing


def register(describe: Describe) -> None:
    """Makes this function the one that knows what pages are about."""
    global _describe  # noqa: PLW0603 one function for the process, like every registry
    _describe = describe


def subject_of(page: Page, kinds: frozenset[ScopeKind]) -> Subject:
    """What a page is about, as far as rules of these kinds ask for it."""
    return _describe(page, kinds)


def surface_of(label: str) -> str:
    """The surface that pages of a model stand for, by the model's label in any case; `page` for one that none names."""
    for surface in surfaces():
        if label.lower() in {route.lower() for route in surface.routes}:
            return surface.name
    return "page"
