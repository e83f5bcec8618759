"""Small databases of addresses for tests, on ranges that nobody can have (RFC 5737, RFC 3849)."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import time_machine
from mmdb_writer import MMDBWriter
from netaddr import IPSet

SIMFEROPOL, MOSCOW, NOWHERE = "192.0.2.7", "198.51.100.7", "203.0.113.7"
SEVASTOPOL = "2001:db8::7"


def record(country: str, *parts: str, registered: str) -> dict[str, Any]:
    """An entry in MaxMind's form, registered in another country than the one where it is."""
    return {
        "country": {"iso_code": country},
        "registered_country": {"iso_code": registered},
        "subdivisions": [{"iso_code": part} for part in parts],
    }


ENTRIES: dict[str, Any] = {
    "192.0.2.0/24": record("UA", "43", registered="RU"),
    "198.51.100.0/24": record("RU", "MOW", registered="UA"),
    "2001:db8::/32": record("UA", "40", "43", registered="RU"),
}


def write_database(path: Path, entries: dict[str, Any] | None = None, *, days_old: float = 0, version: int = 6) -> str:
    """The path of a database, put there in one step as an updater does it."""
    writer = MMDBWriter(ip_version=version, ipv4_compatible=version == 6, database_type="Test-City")
    for network, entry in (ENTRIES if entries is None else entries).items():
        writer.insert_network(IPSet([network]), entry)
    fresh = path.with_suffix(".new")
    with time_machine.travel(datetime.now(UTC) - timedelta(days=days_old)):
        writer.to_db_file(str(fresh))
    os.replace(fresh, path)
    return str(path)
