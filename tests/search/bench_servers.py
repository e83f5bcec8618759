"""A real server for a measurement, with indexes of its own that are deleted afterwards."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.test import override_settings

from search.client import client
from tests.elasticsearch import Missing, server
from tests.elasticsearch.serving import SHARED


def on_a_server(what: str, measure: Callable[[], None]) -> None:
    """Measures on the run's server, or on one that is started for it; says what is missing where there is none."""
    try:
        with _address() as address, override_settings(ELASTICSEARCH_URL=address, SEARCH_INDEX_PREFIX=_prefix()):
            client.cache_clear()
            try:
                measure()
            finally:
                _delete()
    except Missing as missing:
        sys.stdout.write(f"SKIPPED: {what}; this machine lacks {missing}\n")
    finally:
        client.cache_clear()


@contextmanager
def _address() -> Iterator[str]:
    shared = os.environ.get(SHARED)
    if shared:
        yield shared
    else:
        with server() as running:
            yield running.address


def _prefix() -> str:
    return f"bench-{uuid.uuid4().hex[:12]}"


def _delete() -> None:
    from django.conf import settings

    names = ",".join(client().indices.get(index=f"{settings.SEARCH_INDEX_PREFIX}*"))
    if names:
        client().indices.delete(index=names)
