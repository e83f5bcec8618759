"""A translation that is made of an uncorrected version has its mistakes too."""

from __future__ import annotations

from typing import Any

from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import take_over
from articles.pages.origin import made_from


def connect() -> None:
    """Connects the receiver; safe to repeat."""
    made_from.connect(_made_from, sender=ArticlePage, dispatch_uid="articles.corrections")


def _made_from(instance: ArticlePage, source: ArticlePage, again: bool, **kwargs: Any) -> None:
    if not again:
        take_over(instance, source)
