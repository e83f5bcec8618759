"""Another system that tests deliver to, and databases that several workers share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import connections

from newsroom.outbox.handlers import Results, register, unregister
from newsroom.outbox.models import Message

Answer = TypeVar("Answer")


class System:
    """Takes messages and remembers them; refuses keys, fails, or does something meanwhile, as a test wants it."""

    def __init__(self) -> None:
        self.is_configured = True
        self.taken: list[tuple[str, Any]] = []
        self.batches: list[list[str]] = []
        self.refused: Results = {}
        self.failure: BaseException | None = None
        self.meanwhile: Callable[[Sequence[Message]], object] = lambda messages: None

    def __call__(self, messages: Sequence[Message]) -> Results:
        self.batches.append([message.key for message in messages])
        self.meanwhile(messages)
        if self.failure:
            raise self.failure
        self.taken += [(message.key, message.payload) for message in messages if message.key not in self.refused]
        return {message.key: self.refused[message.key] for message in messages if message.key in self.refused}


@contextmanager
def system(name: str = "elsewhere") -> Iterator[System]:
    """A destination of this name, for a while."""
    made = System()
    register(name, made, is_configured=lambda: made.is_configured)
    try:
        yield made
    finally:
        unregister(name)


def at_once(*deeds: Callable[[], Answer]) -> list[Answer]:
    """What the deeds give, each done in a thread and on a connection of its own."""

    def on_its_own(deed: Callable[[], Answer]) -> Answer:
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(on_its_own, deed) for deed in deeds]]
