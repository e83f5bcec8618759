"""The rules as this process knows them: asked for at most once a second, never older than two, never lost.

While the database does not answer, the last rules hold. A process that starts in such a moment takes those that
another one left on disk, so no outage makes a notice vanish.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from articles.legal import frozen
from articles.legal.decision import EMPTY, RuleSet
from articles.legal.models.version import RuleSetVersion
from articles.legal.reading import present_rules

logger = logging.getLogger(__name__)

ASK_AFTER = 1.0
"""Seconds after which the version is asked for again."""
NEVER = float("-inf")


class Snapshot:
    """One process's copy of the rules."""

    def __init__(self) -> None:
        self._rules: RuleSet | None = None
        self._asked = NEVER
        self._lock = threading.Lock()

    def current(self) -> RuleSet:
        """The rules; no query within a second of the last."""
        if self._rules is None or time.monotonic() - self._asked > ASK_AFTER:
            with self._lock:
                if self._rules is None or time.monotonic() - self._asked > ASK_AFTER:
                    self._ask()
        return self._rules or EMPTY

    def held(self) -> RuleSet:
        """The rules without a query: those known last, or those that were left on disk."""
        return self._rules if self._rules is not None else frozen.read(_path())

    def forget(self) -> None:
        """Asks anew at the next call; for the process that has just changed a rule, and for tests."""
        self._rules, self._asked = None, NEVER

    def _ask(self) -> None:
        self._asked = time.monotonic()
        try:
            if connection.needs_rollback:
                raise DatabaseError("the transaction has failed")
            version = RuleSetVersion.present()
            if self._rules is None or self._rules.version != version:
                self._rules = present_rules(version)
                if not connection.in_atomic_block:
                    frozen.write(self._rules, _path())
        except (DatabaseError, OSError):
            logger.exception("The rules of legal notices cannot be read; the last ones hold")
            if self._rules is None:
                self._rules = frozen.read(_path())


def _path() -> Path:
    return Path(settings.LEGAL_RULES_FILE)


_snapshot = Snapshot()
current = _snapshot.current
held = _snapshot.held
forget = _snapshot.forget
