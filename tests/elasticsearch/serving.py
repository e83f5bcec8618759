"""A server for as long as a block lasts: the one that is given, the official image, or the distribution."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from typing import Protocol

from tests.elasticsearch.asking import ask, without_password

PATIENCE = 120
"""Seconds that a server may take to start."""
SHARED = "TEST_ELASTICSEARCH_URL"
"""The variable by which processes of one run are told of the server that they share."""


class Missing(Exception):
    """There is no server to be had; the text names what is missing."""


class Server(Protocol):
    """An Elasticsearch that runs."""

    address: str
    """Where it answers, without a slash at the end."""
    is_ours: bool
    """Whether it may be killed and started again."""

    @property
    def runs(self) -> bool:
        """Whether it was started and not ended since."""

    def kill(self) -> None:
        """Kills it as `kill -9` does; nothing is written that was not."""

    def start(self) -> None:
        """Starts it on its old data and port, and waits until it answers."""

    def stop(self) -> None:
        """Ends it in peace; after that nothing of it runs."""


class GivenServer:
    """The server at ELASTICSEARCH_URL, which belongs to somebody else and is neither killed nor stopped."""

    is_ours = False
    runs = True

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    def kill(self) -> None:
        """Refuses."""
        raise Missing(f"an Elasticsearch that may be killed; the one at {shown(self.address)} is given")

    def start(self) -> None:
        """Waits a moment until it answers."""
        wait_until_ready(self.address, patience=10)

    def stop(self) -> None:
        """Leaves it alone."""


@contextmanager
def server(port: int | None = None) -> Iterator[Server]:
    """A running server, on a port of its choice unless one is wanted; `Missing` where there is none to be had."""
    found = choose(port)
    try:
        found.start()
        yield found
    finally:
        found.stop()


def choose(port: int | None = None) -> Server:
    """The server of the first source that this machine has; it is not started yet."""
    from tests.elasticsearch import distribution, image

    given = os.environ.get("ELASTICSEARCH_URL")
    if given:
        return GivenServer(given)
    if image.is_to_be_had():
        return image.ImageServer(port)
    return distribution.prepared(port)


def wait_until_ready(address: str, *, patience: float = PATIENCE, alive: Callable[[], bool] = lambda: True) -> None:
    """Waits until a server answers and can store; `Missing` says why not when it dies or time is over."""
    end = time.monotonic() + patience
    problem = "it did not answer"
    while time.monotonic() < end and alive():
        try:
            health = ask(address, "GET", "/_cluster/health?wait_for_status=yellow&timeout=5s", seconds=10)
            if isinstance(health, dict) and health.get("timed_out") is False:
                return
            problem = f"what answers there is no Elasticsearch, or not ready: {str(health)[:200]}"
        except (OSError, HTTPException, ValueError) as error:
            problem = str(getattr(error, "reason", error))
        time.sleep(0.2)
    where = f"an Elasticsearch at {shown(address)}"
    raise Missing(f"{where}: {problem if alive() else 'it ended while it was being started'}")


def shown(address: str) -> str:
    """An address as it may be written down, without a password."""
    try:
        return without_password(address)
    except ValueError:
        return address
