"""What tests of the search may use."""

from __future__ import annotations

import pytest

from search import asking, related, suggesting
from search.breaker import Breaker

SECONDS = 30.0


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives the server time, so that a busy machine fails no test; and no test meets the failures of another one."""
    monkeypatch.setattr(asking, "REQUEST_SECONDS", SECONDS)
    monkeypatch.setattr(related, "SECONDS", SECONDS)
    monkeypatch.setattr(suggesting, "SECONDS", SECONDS)
    monkeypatch.setattr(asking, "breaker", Breaker())
    monkeypatch.setattr(asking, "quick_breaker", Breaker())
    monkeypatch.setattr(asking, "_told", set())
