"""A breaker: after a failure Elasticsearch is left alone for some seconds, then one request tries it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

REST_SECONDS = 5.0
"""How long it is left alone after a failure, and how long a trial may stay without an answer."""


class Breaker:
    """One process's memory of whether a system answers; safe to share between threads."""

    def __init__(self, rest: float = REST_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._rest, self._clock = rest, clock
        self._rests_until: float | None = None
        self._lock = threading.Lock()

    def lets_through(self) -> bool:
        """Whether it may be asked now; while it rests, only one caller in each period may."""
        with self._lock:
            if self._rests_until is None:
                return True
            if self._clock() < self._rests_until:
                return False
            self._rests_until = self._clock() + self._rest  # this caller tries, the others wait for what it finds
            return True

    def failed(self) -> bool:
        """Notes a failure; says whether it is the first since all went well."""
        with self._lock:
            is_first = self._rests_until is None
            self._rests_until = self._clock() + self._rest
            return is_first

    def succeeded(self) -> None:
        """Notes that all went well."""
        with self._lock:
            self._rests_until = None
