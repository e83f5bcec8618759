"""Names of indexes and aliases."""

from __future__ import annotations

from django.conf import settings


def alias_of(code: str) -> str:
    """The alias under which readers' queries and the worker find the index of a language."""
    return f"{settings.SEARCH_INDEX_PREFIX}-{code}"


def next_alias_of(code: str) -> str:
    """The alias of the index that a rebuild of the language is filling; there is none while no rebuild runs."""
    return f"{alias_of(code)}-next"


def place_key(uri: str) -> str:
    """The key of a place in documents, facets and addresses: the last part of its uri."""
    return uri.rpartition(":")[2]
