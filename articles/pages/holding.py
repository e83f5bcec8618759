"""Holding stories until a transaction ends."""

from __future__ import annotations

from collections.abc import Iterable

from articles.pages.article import ArticlePage


def hold_stories(keys: Iterable[int]) -> None:
    """Locks their rows by path, as killing does, so that of two transactions neither waits for the other for ever."""
    list(ArticlePage.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("path").only("pk"))
