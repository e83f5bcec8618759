"""Leaves of the suite what another database could answer otherwise: a plugin of pytest, for the run on PostgreSQL."""

from __future__ import annotations

import pytest
from django.test import TransactionTestCase

FIXTURES = frozenset({"db", "transactional_db"})
DECIDED_IN_PYTHON = ("tests/rights/test_matrix.py", "tests/rights/test_every_language.py")
"""Long tables of who may do what; SQLite's run has them, and the same doors are asked here by forged keys."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselects what asks no database: it ran already, and cannot come out otherwise."""
    kept = [item for item in items if _asks(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _asks(item)])
    items[:] = kept


def _asks(item: pytest.Item) -> bool:
    if item.nodeid.startswith(DECIDED_IN_PYTHON):
        return False
    of_django = isinstance(getattr(item, "cls", None), type) and issubclass(item.cls, TransactionTestCase)  # type: ignore[attr-defined]
    asked = FIXTURES & set(getattr(item, "fixturenames", ()))
    return bool(asked or of_django or item.get_closest_marker("django_db"))
