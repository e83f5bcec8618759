"""A newsroom served by a process of its own from a temporary folder, with development's settings."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
OURS = (
    "SITE_URL",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "MEDIA_STORAGE_URL",
    "REDIS_URL",
    "EMAIL_URL",
    "EVIDENCE_SIGNING_KEY",
    "GEO_SOURCE",
    "GEO_SHARED_SECRET",
    "CDN_PURGE_URL",
    "CDN_PURGE_TOKEN",
)
"""Variables of the machine that must not lead the process to a real newsroom."""
PATIENCE = 60


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class Place:
    """Where a newsroom lives: its folder (VAR), its port, and what else its environment says."""

    folder: Path
    port: int
    variables: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def in_folder(cls, folder: Path, **variables: str) -> Place:
        """A place with a port that nobody uses."""
        return cls(folder, free_port(), variables)

    @property
    def log(self) -> Path:
        """What the server says, a line for each request among it."""
        return self.folder / "server.log"

    @property
    def address(self) -> str:
        """The address of the site, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The variables of every process that works on it."""
        kept = {name: value for name, value in os.environ.items() if name not in OURS}
        own = {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings.development",
            "VAR": str(self.folder),
            "PORT": str(self.port),
            "LOG_LEVEL": "WARNING",
        }
        return kept | own | dict(self.variables)

    def run(self, *arguments: str) -> str:
        """What a Python command wrote; its complaints are raised as RuntimeError."""
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr}")
        return done.stdout


@contextmanager
def served(place: Place) -> Iterator[str]:
    """The address of the running site.

    Raises RuntimeError when the server does not answer within a minute.
    """
    log = place.log
    command = [sys.executable, "manage.py", "runserver", "--noreload", "--skip-checks", f"127.0.0.1:{place.port}"]
    with (
        log.open("w") as output,
        subprocess.Popen(command, cwd=ROOT, env=place.environment, stdout=output, stderr=output) as server,
    ):
        try:
            _wait_for(f"{place.address}/healthz", server, log)
            yield place.address
        finally:
            server.terminate()


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(PATIENCE * 5):
        if server.poll() is not None:
            break
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except URLError:
            time.sleep(0.2)
    raise RuntimeError(f"The server does not answer:\n{log.read_text()}")
