"""What a test of the search may use: the one server of the run, or one of its own that it may kill."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from search.client import client
from tests.elasticsearch.serving import SHARED, GivenServer, Missing, Server, server
from tests.elasticsearch.skipping import skip_or_fail


@pytest.fixture(scope="session")
def elasticsearch() -> Iterator[str]:
    """The address of a real server; all processes of `make test-elasticsearch` share it, each other run has its own."""
    shared = os.environ.get(SHARED)
    if shared:
        given = GivenServer(shared)
        given.start()
        yield given.address
    else:
        yield from (running.address for running in found_or_skipped())


@pytest.fixture
def search_index_settings(elasticsearch: str, settings: Any) -> Iterator[str]:
    """Points the search to the real server; gives what the names of the test's own indexes begin with."""
    yield from pointed_to(elasticsearch, settings)


@pytest.fixture(scope="module")
def mortal_server() -> Iterator[Server]:
    """A server that the tests of one module have alone, and may kill."""
    if os.environ.get("ELASTICSEARCH_URL"):
        skip_or_fail("Elasticsearch that may be killed: ELASTICSEARCH_URL gives one that may not")
    yield from found_or_skipped()


@pytest.fixture
def mortal_elasticsearch(mortal_server: Server, settings: Any) -> Iterator[Server]:
    """Points the search to a server that the test may kill and start again; the next test finds it running."""
    if not mortal_server.runs:
        mortal_server.start()
    for _ in pointed_to(mortal_server.address, settings):
        yield mortal_server
        if not mortal_server.runs:
            mortal_server.start()


def found_or_skipped() -> Iterator[Server]:
    """A running server; the test is skipped by the name of what is missing."""
    try:
        with server() as running:
            yield running
    except Missing as missing:
        skip_or_fail(f"Elasticsearch ({missing})")


def pointed_to(address: str, settings: Any) -> Iterator[str]:
    """The beginning of the names of indexes while the search asks a server; they are deleted afterwards."""
    settings.ELASTICSEARCH_URL = address
    settings.SEARCH_INDEX_PREFIX = prefix = f"test-{uuid4().hex[:12]}"
    client.cache_clear()
    try:
        yield prefix
        # By their names: a server as it is delivered refuses to delete by a pattern.
        names = ",".join(client().options(request_timeout=60).indices.get(index=f"{prefix}*"))
        if names:
            client().options(request_timeout=60).indices.delete(index=names)
    finally:
        client().close()
        client.cache_clear()
