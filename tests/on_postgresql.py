"""Runs what of the suite asks a database on a PostgreSQL server of its own, which it starts and stops.

`python -m tests.on_postgresql [pytest arguments]`. The server is Debian's, on a free port of the loopback interface, in
a temporary folder; as root it is dropped to an ordinary user, since PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAME = "newsroom"
ORDINARY = "nobody"


def binaries() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, the newest where there are several."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    return folders[-1] if folders else None


@contextmanager
def server(tools: Path) -> Iterator[str]:
    """The address (DATABASE_URL) of a running server."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgresql-"))
    who: dict[str, Any] = {}
    if os.geteuid() == 0:
        account = pwd.getpwnam(ORDINARY)
        os.chown(folder, account.pw_uid, account.pw_gid)
        who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **who)

    try:
        run(str(tools / "initdb"), "-D", str(data), "-U", NAME, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run(str(tools / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        yield f"postgresql://{NAME}@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([str(tools / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], check=False, **who)
        shutil.rmtree(folder, ignore_errors=True)


def main(arguments: list[str]) -> int:
    """The exit code of the suite; 0 where there is no PostgreSQL, unless nothing may be skipped."""
    tools = binaries()
    if tools is None:
        sys.stdout.write("SKIPPED: the suite on PostgreSQL; this machine has no PostgreSQL server (initdb).\n")
        return 1 if os.environ.get("NOTHING_MAY_BE_SKIPPED") else 0
    with server(tools) as address:
        sys.stdout.write(f"The suite on PostgreSQL ({tools}):\n")
        sys.stdout.flush()
        wanted = ["-p", "tests.asking_database", "-m", "not browser and not edge and not elasticsearch"]
        command = [sys.executable, "-m", "pytest", *wanted, *arguments]
        return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
