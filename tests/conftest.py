"""What every test may use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache

from articles.legal import snapshot
from newsroom import catalogues


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


def skip_or_fail(what: str) -> None:
    """Skips the test by the name of what is missing; fails it where nothing may be skipped."""
    if os.environ.get("NOTHING_MAY_BE_SKIPPED"):
        pytest.fail(f"This machine must have {what}.")
    pytest.skip(f"this machine has no {what}")
