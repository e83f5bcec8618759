"""A MaxMind database of addresses: read whole into memory, opened again when its file changes, never an error.

In memory, because a file that is overwritten in place under a memory map kills the process. Only `country` (where the
reader is) is asked; `registered_country` tells where a provider registered the address, which in Crimea is another.
"""

from __future__ import annotations

import os
import threading
import time
from functools import cache
from typing import Any

import maxminddb

from newsroom.regions import vocabulary
from newsroom.regions.addresses import IPAddress
from newsroom.regions.location import UNKNOWN, Location

STALE_AFTER = 60 * 24 * 3600
"""Seconds after its build when a database no longer says where addresses are."""


class Database:
    """The database at a path, as it is at the moment of each question."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._reader: maxminddb.Reader | None = None

    @property
    def is_usable(self) -> bool:
        """Whether it is there, whole as far as we have met it, and fresh."""
        return self._fresh_reader() is not None

    def locate(self, address: IPAddress) -> Location:
        """Where an address is; unknown while the database is not usable."""
        reader = self._fresh_reader()
        if reader is None or (address.version == 6 and reader.metadata().ip_version == 4):  # noqa: PLR2004 of the protocol
            return UNKNOWN
        try:
            return _location(reader.get(address))
        except Exception:  # noqa: BLE001 a broken file fails in many ways, none of which may reach a page
            self._reader = None
            return UNKNOWN

    def _fresh_reader(self) -> maxminddb.Reader | None:
        reader = self._current_reader()
        if reader is None or time.time() - reader.metadata().build_epoch > STALE_AFTER:
            return None
        return reader

    def _current_reader(self) -> maxminddb.Reader | None:
        """The reader of the file that lies there now; a file that was found broken is not tried again."""
        try:
            status = os.stat(self._path)
        except (OSError, ValueError):
            self._stamp = self._reader = None
            return None
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        if stamp != self._stamp:
            with self._lock:
                if stamp != self._stamp:
                    self._reader, self._stamp = _open(self._path), stamp
        return self._reader


@cache
def database(path: str) -> Database:
    """The one database of this process at a path."""
    return Database(path)


def _open(path: str) -> maxminddb.Reader | None:
    """A reader whose metadata can be believed in its types, or None."""
    try:
        reader = maxminddb.open_database(path, maxminddb.MODE_MEMORY)
        about = reader.metadata()
        return reader if isinstance(about.build_epoch, int) and about.ip_version in (4, 6) else None
    except Exception:  # noqa: BLE001 a broken file fails in many ways, none of which may reach a page
        return None


def _location(record: Any) -> Location:
    """The location of a record in MaxMind's form; unknown for anything else."""
    country = _code(record, "country")
    if not vocabulary.is_country(country):
        return UNKNOWN
    parts = record.get("subdivisions")
    code = f"{country}-{_code({'part': parts[0]}, 'part')}" if isinstance(parts, list) and parts else ""
    return Location(country, code if vocabulary.is_subdivision(code) else None)


def _code(record: Any, name: str) -> str:
    value = record.get(name) if isinstance(record, dict) else None
    code = value.get("iso_code") if isinstance(value, dict) else None
    return code if isinstance(code, str) else ""
