"""Workers as processes of their own, on the database and the server of a test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

WORKS = """
import os, signal, time, django
from django.conf import settings
settings.ELASTICSEARCH_URL, settings.SEARCH_INDEX_PREFIX = os.environ["ADDRESS"], os.environ["PREFIX"]
django.setup()
from newsroom.outbox import backoff, draining, leases
leases.LONGEST_REST = backoff.LONGEST_REST / 60  # a minute of patience would be a minute of test
if os.environ["DIES"]:
    draining.settle = lambda *args, **options: os.kill(os.getpid(), signal.SIGKILL)
while not os.path.exists(os.environ["END"]):
    draining.drain()
    time.sleep(0.05)
"""
"""Delivers until there is a file; or sends one batch and dies before it can note that."""

LAST = 8000
"""Characters of the workers' log that a failure shows."""


def start_worker(folder: Path, address: str, *, dies: bool = False) -> subprocess.Popen[bytes]:
    """A process that delivers until the file `end` lies in the folder."""
    database = connection.settings_dict
    where = f"postgresql://{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    with (folder / "workers.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-c", WORKS],
            cwd=settings.BASE_DIR,
            stdout=log,
            stderr=log,
            env={
                **os.environ,
                "DATABASE_URL": where,
                "DJANGO_SETTINGS_MODULE": "newsroom.settings.test",
                "TMPDIR": str(folder),
                "ADDRESS": address,
                "PREFIX": settings.SEARCH_INDEX_PREFIX,
                "END": str(folder / "end"),
                "DIES": "yes" if dies else "",
            },
        )


@contextmanager
def workers(folder: Path, address: str, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """So many workers, told to stop at the end; one that will not is killed."""
    started = [start_worker(folder, address) for _ in range(count)]
    try:
        yield started
    finally:
        (folder / "end").touch()
        for each in started:
            try:
                each.wait(60)
            except subprocess.TimeoutExpired:
                each.kill()
                each.wait()
        sys.stdout.write((folder / "workers.log").read_text()[-LAST:])  # shown where the test fails
