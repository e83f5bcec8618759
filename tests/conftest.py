"""What every test may use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache

from articles.legal import snapshot
from newsroom import catalogues
from tests.elasticsearch.fixtures import elasticsearch, mortal_elasticsearch, mortal_server, search_index_settings
from tests.elasticsearch.skipping import skip_or_fail

__all__ = ["elasticsearch", "mortal_elasticsearch", "mortal_server", "search_index_settings", "skip_or_fail"]


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the catalogues: a fresh clone has none, and without them every text is English."""
    if not hasattr(config, "workerinput"):
        catalogues.compile_all()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throws the files of the run away."""
    shutil.rmtree(settings.FILES, ignore_errors=True)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """No test meets what another one cached, nor rules that another one made."""
    cache.clear()
    snapshot.forget()
    yield
    cache.clear()
