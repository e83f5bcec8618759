"""Another system, and a database that several connections share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections

from newsroom.outbox.models import Destination, Message
from tests.newsroom.outbox.systems import System, at_once, system


@pytest.fixture
def elsewhere() -> Iterator[System]:
    with system() as made:
        yield made


@pytest.fixture
def shared_database(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Threads of `at_once` meet in the outbox as processes do: in a file on SQLite, in what is committed elsewhere."""
    is_file = connection.vendor == "sqlite"
    if is_file:
        monkeypatch.setitem(connections.settings["default"], "NAME", str(tmp_path / "outbox.sqlite3"))
        at_once(_make_tables)
    yield
    if not is_file:
        at_once(_empty_tables)


def _make_tables() -> None:
    with connections["default"].schema_editor() as editor:
        editor.create_model(Message)
        editor.create_model(Destination)


def _empty_tables() -> None:
    Message.objects.all().delete()
    Destination.objects.all().delete()
