"""Names of indexes and aliases."""

from __future__ import annotations

from django.conf import settings


def alias_of(code: str) -> str:
    """The alias under which readers' queries and the worker find the index of a language."""
    return f"{settings.SEARCH_INDEX_PREFIX}-{code}"
