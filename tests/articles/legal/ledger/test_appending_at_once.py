"""Tests of many who append at the same time, on real connections."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, connections, transaction

from articles.legal.ledger.appending import append
from articles.legal.ledger.triggers import CONTENTS, ENTRIES, create
from articles.legal.models import KeptContent, LedgerEntry
from tests.ledger import found, write

WRITERS, EACH = 6, 8


def _at_once(work: Callable[[int], object]) -> list[object]:
    """What so many threads give that begin together, each on a connection of its own."""
    gate = Barrier(WRITERS, timeout=60)

    def one(number: int) -> object:
        try:
            gate.wait()
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(one, range(WRITERS)))


def _write_some(number: int) -> None:
    for turn in range(EACH):
        write(subject=f"legal.rule:{number}", content=f"words {turn}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL; the next test is of SQLite")
def test_writers_at_once_never_fork_the_chain_on_postgresql() -> None:
    _at_once(_write_some)
    assert LedgerEntry.objects.count() == WRITERS * EACH
    assert found() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL; SQLite has one writer at a time")
def test_statements_that_take_no_lock_never_fork_the_chain() -> None:
    """Somebody's own programs read which entry is the last, and all append after that one: one of them may."""
    last = write()

    def insert(number: int) -> bool:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    f"INSERT INTO {ENTRIES} (id, at, kind, subject, data, content_hash, previous_hash, hash)"
                    " VALUES (%s, now(), 'a.b', 'c', '', '', %s, %s)",
                    [last.id + 1, last.hash, f"{number:064}"],
                )
        except IntegrityError:
            return False
        return True

    assert sorted(_at_once(insert)) == [False] * (WRITERS - 1) + [True]  # type: ignore[type-var]
    assert LedgerEntry.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="of SQLite")
@pytest.mark.parametrize("mode", ["IMMEDIATE", "DEFERRED"])
def test_writers_at_once_never_fork_the_chain_in_a_file_of_sqlite(mode: str, tmp_path: Path) -> None:
    def work(number: int) -> None:
        _use_file(tmp_path / "ledger.sqlite3", mode)
        _write_some(number)

    def look() -> None:
        _use_file(tmp_path / "ledger.sqlite3", mode)
        results.extend([LedgerEntry.objects.count(), KeptContent.objects.count(), found()])
        connection.close()

    _make_file(tmp_path / "ledger.sqlite3")
    _at_once(work)
    results: list[object] = []
    thread = Thread(target=look)
    thread.start()
    thread.join()
    assert results == [WRITERS * EACH, EACH, []]


def _use_file(path: Path, mode: str) -> None:
    """Has this thread work on a database file of its own with the newsroom's settings for SQLite."""
    other = connections["default"].copy()
    other.settings_dict = {
        **other.settings_dict,
        "NAME": str(path),
        "OPTIONS": {**other.settings_dict["OPTIONS"], "transaction_mode": mode},
    }
    connections["default"] = other


def _make_file(path: Path) -> None:
    """A database of the ledger's two tables, as the migrations made them, and its triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name IN (%s, %s) AND type = 'table'", [ENTRIES, CONTENTS])
        statements = [statement for (statement,) in cursor.fetchall()]

    def make() -> None:
        _use_file(path, "IMMEDIATE")
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        create(connection)
        connection.close()

    thread = Thread(target=make)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
def test_turn_of_an_appender_ends_with_its_transaction() -> None:
    with transaction.atomic():
        append("rule.changed", subject="legal.rule:1")
    assert write().id == 2
