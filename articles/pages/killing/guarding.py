"""Nothing of a killed story becomes visible by another way: a copy, an import, a schedule, a forgotten draft."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models.signals import pre_save

from articles.pages.article import ArticlePage
from articles.pages.killing.killing import in_force


def connect() -> None:
    """Connects the receiver; safe to repeat."""
    pre_save.connect(_about_to_be_saved, sender=ArticlePage, dispatch_uid="articles.killing")


def _about_to_be_saved(instance: ArticlePage, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    """A page that is new or live takes over that its story is killed."""
    concerns = instance.live or instance._state.adding
    if raw or not concerns or instance.killed_at is not None or (update_fields and "live" not in update_fields):
        return
    kill = in_force(instance)
    if kill is not None:
        instance.killed_at = kill.killed_at
