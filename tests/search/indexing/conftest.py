"""What tests of the indexing may use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search.client import client
from search.indexing import condition


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """No test meets the server, or its condition, that another one asked."""
    condition.forget()
    yield
    condition.forget()
    client.cache_clear()
