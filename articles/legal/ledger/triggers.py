"""The triggers with which the database itself refuses every change of the ledger but its growth.

They are made by a migration. A later migration that alters one of the two tables drops them before and makes them again
after, because SQLite alters a table by building it anew. Both databases raise an IntegrityError.

Whoever owns the tables can lift them, so in production the program's role does not own them (see the README).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import NotSupportedError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

LOCK = int.from_bytes(b"ledger")
"""The number of PostgreSQL's advisory lock that whoever appends holds until the end of the transaction."""

ENTRIES, CONTENTS = "articles_ledgerentry", "articles_keptcontent"
NOT_NEXT = "The ledger only grows: this id is not the next one."
NOT_LINKED = "The ledger only grows: this is not the hash of the entry before."
REFUSED = "The ledger only grows: nothing in it is changed or deleted."
KEPT = "Kept content is never replaced or deleted; it is emptied by an order that the ledger holds."


class LedgerIsSealed(RuntimeError):
    """Here nobody lifts the triggers."""


ON_SQLITE = {
    (ENTRIES, "entry_insert"): f"""BEFORE INSERT ON {ENTRIES} BEGIN
        SELECT RAISE(ABORT, '{NOT_NEXT}')
            WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM {ENTRIES});
        SELECT RAISE(ABORT, '{NOT_LINKED}')
            WHERE NEW.previous_hash IS NOT COALESCE((SELECT hash FROM {ENTRIES} ORDER BY id DESC LIMIT 1), '');
        END""",
    (ENTRIES, "entry_update"): f"BEFORE UPDATE ON {ENTRIES} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    (ENTRIES, "entry_delete"): f"BEFORE DELETE ON {ENTRIES} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    # INSERT OR REPLACE takes the old row away without asking a trigger of deletion; this one is asked before.
    (CONTENTS, "content_insert"): f"""BEFORE INSERT ON {CONTENTS} BEGIN
        SELECT RAISE(ABORT, '{KEPT}')
            WHERE EXISTS (SELECT 1 FROM {CONTENTS} WHERE hash = NEW.hash OR rowid = NEW.rowid);
        END""",
    (CONTENTS, "content_update"): f"""BEFORE UPDATE ON {CONTENTS} BEGIN
        SELECT RAISE(ABORT, '{KEPT}') WHERE NEW.hash IS NOT OLD.hash OR NEW.rowid IS NOT OLD.rowid
            OR NEW.content_type IS NOT OLD.content_type OR NEW.kept_at IS NOT OLD.kept_at
            OR LENGTH(NEW.content) IS NOT 0 OR NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL
            OR NOT EXISTS (SELECT 1 FROM {ENTRIES} WHERE kind = 'content.erased' AND content_hash = OLD.hash);
        END""",
    (CONTENTS, "content_delete"): f"BEFORE DELETE ON {CONTENTS} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END",
}

# The functions name the tables with their schema, so that no other table of that name comes before them.
FUNCTIONS_ON_POSTGRESQL = {
    "newsroom_entry_insert": f"""
        DECLARE last_id bigint; last_hash text;
        BEGIN
            PERFORM pg_advisory_xact_lock({LOCK});
            EXECUTE format('SELECT id, hash FROM %I.%I ORDER BY id DESC LIMIT 1', TG_TABLE_SCHEMA, TG_TABLE_NAME)
                INTO last_id, last_hash;
            IF NEW.id IS DISTINCT FROM COALESCE(last_id, 0) + 1 THEN
                RAISE EXCEPTION '{NOT_NEXT}' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            IF NEW.previous_hash IS DISTINCT FROM COALESCE(last_hash, '') THEN
                RAISE EXCEPTION '{NOT_LINKED}' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END""",
    "newsroom_entry_refuse": f"""
        BEGIN
            RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
        END""",
    "newsroom_content_update": f"""
        DECLARE is_ordered boolean;
        BEGIN
            EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.{ENTRIES} WHERE kind = $1 AND content_hash = $2)',
                TG_TABLE_SCHEMA) INTO is_ordered USING 'content.erased', OLD.hash;
            IF NOT is_ordered OR NEW.hash IS DISTINCT FROM OLD.hash
                OR NEW.content_type IS DISTINCT FROM OLD.content_type OR NEW.kept_at IS DISTINCT FROM OLD.kept_at
                OR length(NEW.content) <> 0 OR NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL
            THEN
                RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END""",
    "newsroom_content_refuse": f"""
        BEGIN
            RAISE EXCEPTION '{KEPT}' USING ERRCODE = 'integrity_constraint_violation';
        END""",
}
ON_POSTGRESQL = {
    (ENTRIES, "entry_insert"): "BEFORE INSERT {on} FOR EACH ROW EXECUTE FUNCTION newsroom_entry_insert()",
    (ENTRIES, "entry_update"): "BEFORE UPDATE {on} FOR EACH ROW EXECUTE FUNCTION newsroom_entry_refuse()",
    (ENTRIES, "entry_delete"): "BEFORE DELETE {on} FOR EACH ROW EXECUTE FUNCTION newsroom_entry_refuse()",
    (ENTRIES, "entry_truncate"): "BEFORE TRUNCATE {on} FOR EACH STATEMENT EXECUTE FUNCTION newsroom_entry_refuse()",
    (CONTENTS, "content_update"): "BEFORE UPDATE {on} FOR EACH ROW EXECUTE FUNCTION newsroom_content_update()",
    (CONTENTS, "content_delete"): "BEFORE DELETE {on} FOR EACH ROW EXECUTE FUNCTION newsroom_content_refuse()",
    (
        CONTENTS,
        "content_truncate",
    ): "BEFORE TRUNCATE {on} FOR EACH STATEMENT EXECUTE FUNCTION newsroom_content_refuse()",
}


def create(database: BaseDatabaseWrapper = connection) -> None:
    """Makes the triggers; raises NotSupportedError on a database other than SQLite and PostgreSQL."""
    statements = []
    if database.vendor == "sqlite":
        statements += [f"CREATE TRIGGER {name} {rest}" for (_, name), rest in ON_SQLITE.items()]
    elif database.vendor == "postgresql":
        statements += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body${body}; $body$"
            for name, body in FUNCTIONS_ON_POSTGRESQL.items()
        ]
        statements += [
            f"CREATE TRIGGER {name} {rest.format(on=f'ON {table}')}" for (table, name), rest in ON_POSTGRESQL.items()
        ]
    else:
        raise NotSupportedError(f"The ledger has no triggers for {database.vendor}.")
    _run(database, statements)


def drop(database: BaseDatabaseWrapper = connection) -> None:
    """Takes the triggers away, and what they call."""
    if database.vendor == "sqlite":
        _run(database, [f"DROP TRIGGER IF EXISTS {name}" for _, name in ON_SQLITE])
    else:
        _run(database, [f"DROP TRIGGER IF EXISTS {name} ON {table}" for table, name in ON_POSTGRESQL])
        _run(database, [f"DROP FUNCTION IF EXISTS {name}()" for name in FUNCTIONS_ON_POSTGRESQL])


def missing() -> list[str]:
    """Names of the triggers that are not there or are switched off."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            wanted = ON_SQLITE
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            wanted = ON_POSTGRESQL
            cursor.execute(
                "SELECT tgname FROM pg_trigger"
                " WHERE tgenabled IN ('O', 'A') AND tgrelid IN (to_regclass(%s), to_regclass(%s))",
                [ENTRIES, CONTENTS],
            )
        there = {name for (name,) in cursor.fetchall()}
    return [name for _, name in wanted if name not in there]


@contextmanager
def lifted() -> Iterator[None]:
    """Lifts the triggers: for `flush`, and for tests that tamper. Raises LedgerIsSealed in production."""
    if settings.LEDGER_IS_SEALED:
        raise LedgerIsSealed("The triggers of the ledger are not lifted here.")
    were_there = not missing()
    drop()
    try:
        yield
    finally:
        if were_there:
            create()


def _run(database: BaseDatabaseWrapper, statements: list[str]) -> None:
    with database.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
