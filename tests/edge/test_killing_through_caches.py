"""A killed story leaves every language, list, feed, file and cached copy while a worker runs, within a minute."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.browser.serving import ROOT
from tests.edge.conftest import Site
from tests.edge.desk import SPREAD
from tests.edge.edges import Edge

pytestmark = pytest.mark.edge

PROMISED = 60.0
"""Seconds within which nothing of a killed story may be met, through any cache."""


@contextmanager
def worker(site: Site) -> Iterator[None]:
    """The worker of the newsroom, as it runs in production."""
    command = [sys.executable, "manage.py", "run_worker"]
    with subprocess.Popen(command, cwd=ROOT, env=site.place.environment) as process:
        try:
            yield
        finally:
            process.terminate()


def telling(edge: Edge, addresses: dict[str, str]) -> set[str]:
    """The addresses that still tell of the story; files that are still there tell of it too."""
    found = set()
    for name, address in addresses.items():
        is_file = name.startswith("file ")
        answer = edge.read(address, "DE", method="HEAD" if is_file else "GET")
        if answer.status == 200 and (is_file or f"/{SPREAD.lower()}/" in answer.text):
            found.add(name)
    return found


def test_a_killed_story_is_gone_everywhere_within_a_minute_and_its_revival_brings_it_back(
    site: Site, edges: dict[str, Edge]
) -> None:
    addresses = site.staff("spread")
    for edge in edges.values():
        edge.refresh()
        assert telling(edge, addresses) == set(addresses)
    with worker(site):
        site.staff("kill_spread")
        deadline = time.monotonic() + PROMISED
        left = {name: telling(edge, addresses) for name, edge in edges.items()}
        while any(left.values()) and time.monotonic() < deadline:
            time.sleep(0.5)
            left = {name: telling(edge, addresses) for name, edge in edges.items()}
        assert left == {name: set() for name in edges}
        site.staff("revive_spread")
        deadline = time.monotonic() + PROMISED
        back = {name: telling(edge, addresses) for name, edge in edges.items()}
        while any(each != set(addresses) for each in back.values()) and time.monotonic() < deadline:
            time.sleep(0.5)
            back = {name: telling(edge, addresses) for name, edge in edges.items()}
        assert back == {name: set(addresses) for name in edges}
