"""Files of a withheld story are withheld where it is, through every cache, and tell of it to nobody elsewhere."""

from __future__ import annotations

import itertools
import time

import pytest

from tests.edge.conftest import Site
from tests.edge.edges import Answer, Edge

pytestmark = pytest.mark.edge
NUMBERS = itertools.count()


def _fresh(address: str) -> str:
    """An address of the file that no cache knows yet."""
    return f"{address}?{next(NUMBERS)}"


def _told(answer: Answer) -> dict[str, str]:
    """What the answer says of itself, without the moment, and without a charset, which servers write as they like."""
    passing = {"date", "connection", "x-varnish", "transfer-encoding", "content-length"}
    return {
        name.lower(): value.partition(";")[0] for name, value in answer.headers.items() if name.lower() not in passing
    }


def test_files_of_a_withheld_story_are_withheld_there_and_look_the_same_elsewhere(site: Site, edge: Edge) -> None:
    address, story = site.staff("illustrate")
    before = edge.read(_fresh(address), "DE")
    assert edge.read(_fresh(address), "RU").status == before.status == 200
    site.staff("withhold_film", story)
    time.sleep(1.1)  # the rules of a process are at most so old
    path = _fresh(address)
    for _ in range(2):
        assert edge.read(path, "RU").status == 451
        elsewhere = edge.read(path, "DE")
        assert (elsewhere.status, elsewhere.text) == (200, before.text)
        assert _told(elsewhere) == _told(before)
    part = edge.read(_fresh(address), "DE", {"Range": "bytes=0-5"})
    assert (part.status, part.text) == (206, "WEBVTT")
    assert edge.read(_fresh(address), "RU", {"Range": "bytes=0-5"}).status == 451
    site.staff("withdraw")
    time.sleep(1.1)
    assert edge.read(_fresh(address), "RU").text == before.text
