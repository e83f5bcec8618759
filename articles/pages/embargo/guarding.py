"""An embargo holds for languages that come later too, whoever makes them: a translator, a copy, an import."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_save
from django.utils import timezone

from articles.pages.article import ArticlePage


def connect() -> None:
    """Connects the receiver; safe to repeat."""
    pre_save.connect(_about_to_be_saved, sender=ArticlePage, dispatch_uid="articles.embargo")


def _about_to_be_saved(instance: ArticlePage, raw: bool, **kwargs: Any) -> None:
    """A new page of a story takes over the longest embargo that its other languages are under."""
    if raw or not instance._state.adding:
        return
    others = ArticlePage.objects.filter(translation_key=instance.translation_key, embargo_until__gt=timezone.now())
    longest = others.order_by("-embargo_until").values_list("embargo_until", flat=True).first()
    if longest is not None and (instance.embargo_until is None or instance.embargo_until < longest):
        instance.embargo_until = longest
