"""Takes everything away: database and files."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.management import call_command
from django.db import connection


def reset() -> None:
    """Recreates the database, empty but for the migrations; empties both storages and forgets the ledger's heads."""
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        connection.close()
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
        connection.close()
    call_command("migrate", verbosity=0)
    for alias in ("default", "public"):
        _empty(storages[alias], "")
    shutil.rmtree(settings.LEDGER_HEADS, ignore_errors=True)


def _empty(storage: Storage, folder: str) -> None:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        storage.delete(f"{folder}/{name}" if folder else name)
    for name in folders:
        _empty(storage, f"{folder}/{name}" if folder else name)
