"""Tests of what the database itself refuses, typed as statements."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from articles.legal.ledger import triggers
from articles.legal.ledger.appending import append
from articles.legal.ledger.canonical import digest
from articles.legal.ledger.erasing import erase_content
from articles.legal.ledger.triggers import CONTENTS, ENTRIES, LedgerIsSealed
from articles.legal.models import KeptContent, LedgerEntry
from tests.ledger import found, run, write

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
COLUMNS = "id, at, kind, subject, data, content_hash, previous_hash, hash"
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="a statement of SQLite")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a statement of PostgreSQL")


def _rows() -> list[tuple[Any, ...]]:
    return [*LedgerEntry.objects.values_list(), *KeptContent.objects.values_list("hash", "content_type", "erased_at")]


def _refused(statement: str, parameters: list[Any] | None = None) -> None:
    """The statement fails, and everything is as before."""
    before = _rows()
    with pytest.raises(IntegrityError, match="ledger"):
        run(statement, parameters)
    assert _rows() == before
    assert found() == []


def _insert(key: object, previous: str, *, verb: str = "INSERT") -> tuple[str, list[Any]]:
    values = [key, NOON, "rule.changed", "legal.rule:9", "{}", "", previous, "f" * 64]
    return f"{verb} INTO {ENTRIES} ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", values


@pytest.mark.parametrize("column", ["id", "subject", "hash", "staff_id", "data"])
def test_update_of_an_entry_is_refused(column: str) -> None:
    write()
    _refused(f"UPDATE {ENTRIES} SET {column} = {column}")


def test_deletion_of_an_entry_is_refused() -> None:
    write()
    _refused(f"DELETE FROM {ENTRIES}")


def test_the_orm_is_refused_as_well() -> None:
    entry = write()
    entry.kind = "other.kind"
    for change in (entry.save, entry.delete, LedgerEntry.objects.all().delete):
        with pytest.raises(IntegrityError, match="ledger"), transaction.atomic():
            change()
    assert LedgerEntry.objects.get().kind == "rule.changed"


@pytest.mark.parametrize("key", [-1, 0, 1, 2, 4, 2**62])
def test_an_id_that_is_not_the_next_one_is_refused(key: int) -> None:
    write()
    last = write()
    _refused(*_insert(key, last.hash))


@pytest.mark.parametrize("previous", ["", "0" * 64])
def test_a_wrong_previous_hash_is_refused(previous: str) -> None:
    write()
    write()
    _refused(*_insert(3, previous))


def test_the_hash_of_an_earlier_entry_is_a_wrong_previous_hash() -> None:
    first = write()
    write()
    _refused(*_insert(3, first.hash))


def test_first_entry_with_a_previous_hash_is_refused() -> None:
    _refused(*_insert(1, "0" * 64))


@on_sqlite
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT OR FAIL"])
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_replacing_an_entry_is_refused(verb: str, recursive: str) -> None:
    first = write()
    last = write()
    run(f"PRAGMA recursive_triggers = {recursive}")
    try:
        for key, previous in ((1, ""), (2, first.hash), (2, last.hash), (None, last.hash)):
            _refused(*_insert(key, previous, verb=verb))
    finally:
        run("PRAGMA recursive_triggers = OFF")


@on_sqlite
def test_update_or_replace_is_refused() -> None:
    write()
    write()
    _refused(f"UPDATE OR REPLACE {ENTRIES} SET id = 1 WHERE id = 2")


@on_sqlite
def test_insertion_that_turns_into_an_update_is_refused_on_sqlite() -> None:
    write()
    statement, values = _insert(1, "")
    _refused(f"{statement} ON CONFLICT (id) DO UPDATE SET kind = 'other.kind'", values)


@on_postgresql
def test_insertion_that_turns_into_an_update_is_refused_on_postgresql() -> None:
    first = write()
    statement, values = _insert(2, first.hash)
    values[0] = 1
    _refused(f"{statement} ON CONFLICT (id) DO UPDATE SET kind = 'other.kind'", values)


@on_postgresql
@pytest.mark.parametrize("table", [ENTRIES, CONTENTS, f"{ENTRIES}, {CONTENTS}"])
def test_truncation_is_refused(table: str) -> None:
    write(content=b"Words.")
    _refused(f"TRUNCATE {table} CASCADE")


@on_postgresql
def test_another_table_of_the_same_name_deceives_no_trigger() -> None:
    write()
    run(f"CREATE TEMPORARY TABLE {ENTRIES} (id bigint, hash text, kind text, content_hash text)")
    with pytest.raises(IntegrityError, match="ledger"):
        run(*(part if n else part.replace(ENTRIES, f"public.{ENTRIES}", 1) for n, part in enumerate(_insert(1, ""))))


@on_postgresql
def test_role_that_does_not_own_the_tables_appends_and_can_lift_nothing() -> None:
    """The production part of the README, in short."""
    run("CREATE ROLE newsroom_program")
    run(f"GRANT SELECT, INSERT ON {ENTRIES} TO newsroom_program")
    run(f"GRANT SELECT, INSERT, UPDATE ON {CONTENTS} TO newsroom_program")
    run("SET LOCAL ROLE newsroom_program")
    entry = append("rule.changed", subject="legal.rule:1", content=b"Words.")
    erase_content(entry.content_hash, by=1, order="2026/1")
    for statement in (
        f"ALTER TABLE {ENTRIES} DISABLE TRIGGER ALL",
        f"DROP TRIGGER entry_update ON {ENTRIES}",
        f"UPDATE {ENTRIES} SET kind = 'a.b'",
        f"DELETE FROM {ENTRIES}",
        f"TRUNCATE {ENTRIES}",
        f"DROP TABLE {ENTRIES}",
        "SET session_replication_role = replica",
        f"DELETE FROM {CONTENTS}",
    ):
        with pytest.raises(ProgrammingError, match=r"owner|permission denied"):
            run(statement)
    run("RESET ROLE")
    assert [kind for kind, _ in found()] == ["erased by order"]


def test_kept_content_is_neither_changed_nor_deleted() -> None:
    entry = write(content=b"Words.")
    for statement, parameters in (
        (f"DELETE FROM {CONTENTS}", None),
        (f"UPDATE {CONTENTS} SET content = %s", [b"Other words."]),
        (f"UPDATE {CONTENTS} SET content = %s", [b""]),
        (f"UPDATE {CONTENTS} SET hash = %s", [digest(b"Other words.")]),
        (f"UPDATE {CONTENTS} SET erased_at = %s", [NOON]),
        (f"UPDATE {CONTENTS} SET content_type = 'text/html'", None),
    ):
        _refused(statement, parameters)
    assert entry.content_hash == KeptContent.objects.get().hash


def test_kept_content_is_not_emptied_without_an_entry_about_the_order() -> None:
    write(content=b"Words.")
    _refused(f"UPDATE {CONTENTS} SET content = %s, erased_at = %s", [b"", NOON])


def test_erased_content_does_not_come_back() -> None:
    entry = write(content=b"Words.")
    erase_content(entry.content_hash, by=1, order="2026/1")
    for statement, parameters in (
        (f"UPDATE {CONTENTS} SET content = %s, erased_at = NULL", [b"Words."]),
        (f"UPDATE {CONTENTS} SET content = %s", [b"Words."]),
        (f"UPDATE {CONTENTS} SET erased_at = %s", [NOON]),
    ):
        with pytest.raises(IntegrityError, match="ledger"):
            run(statement, parameters)


@on_sqlite
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE"])
def test_replacing_kept_content_is_refused(verb: str) -> None:
    entry = write(content=b"Words.")
    columns = "rowid, hash, content, content_type, kept_at"
    for row, key in ((None, entry.content_hash), (1, digest(b"Other words."))):
        _refused(f"{verb} INTO {CONTENTS} ({columns}) VALUES (%s, %s, %s, '', %s)", [row, key, b"Other words.", NOON])


def test_triggers_are_there_and_a_lifted_one_is_named() -> None:
    assert triggers.missing() == []
    with triggers.lifted():
        assert "entry_update" in triggers.missing()
        assert [kind for kind, _ in found()] == ["triggers missing"]
    assert triggers.missing() == []


@on_postgresql
def test_trigger_that_is_switched_off_is_named() -> None:
    run(f"ALTER TABLE {ENTRIES} DISABLE TRIGGER entry_delete")
    assert triggers.missing() == ["entry_delete"]


def test_triggers_come_back_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), triggers.lifted():
        raise ZeroDivisionError
    assert triggers.missing() == []


def test_in_production_nobody_lifts_them(settings: Any) -> None:
    settings.LEDGER_IS_SEALED = True
    with pytest.raises(LedgerIsSealed), triggers.lifted():
        pass
    with pytest.raises(CommandError, match="not flushed"):
        call_command("flush", interactive=False)
    assert triggers.missing() == []


@pytest.mark.django_db(transaction=True)
def test_flush_empties_the_ledger_and_leaves_the_triggers() -> None:
    write(content=b"Words.")
    call_command("flush", interactive=False, verbosity=0)
    assert not LedgerEntry.objects.exists()
    assert not KeptContent.objects.exists()
    assert triggers.missing() == []
    assert write().id == 1


@pytest.mark.django_db(transaction=True)
def test_migration_goes_back_and_forth() -> None:
    write()
    MigrationExecutor(connection).migrate([("articles", "0001_stories")])
    try:
        with pytest.raises(DatabaseError):
            LedgerEntry.objects.count()
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())
    assert triggers.missing() == []
    assert write().id == 1
