"""One Elasticsearch as processes of this machine, with its data in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.elasticsearch import watching
from tests.elasticsearch.serving import Missing, wait_until_ready

ORDINARY = "nobody"
HEAP = "512m"
LAST_WORDS = 30
"""Lines of the log that are shown of a server that did not start."""
SETTINGS = """
cluster.name: newsroom
node.name: newsroom
path.data: {folder}/data
path.logs: {folder}/logs
network.host: 127.0.0.1
http.port: {port}
transport.port: {transport}
discovery.type: single-node
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
action.destructive_requires_name: false
"""


class LocalServer:
    """A server that belongs to this process and ends with it."""

    is_ours = True

    def __init__(self, home: Path, java: Path, port: int | None = None) -> None:
        self._java = java
        self._who = ordinary()
        self._folder = Path(tempfile.mkdtemp(prefix="newsroom-elasticsearch-"))
        self._process: subprocess.Popen[bytes] | None = None
        taken = free_ports(2)
        port = port or taken[0]
        self.address = f"http://127.0.0.1:{port}"
        self._write_settings(home, port, taken[1])
        self._home = self._reachable(home)
        if self._who:
            own(self._folder, self._who)

    @property
    def runs(self) -> bool:
        """Whether it was started and not ended since."""
        return self._process is not None

    def start(self) -> None:
        """Starts it on its old data and port, and waits until it answers."""
        if self._process:
            raise RuntimeError("It runs already.")
        (self._folder / "pid").unlink(missing_ok=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ES_")}
        environment |= {
            "ES_JAVA_HOME": str(self._java),
            "ES_PATH_CONF": str(self._folder / "config"),
            "ES_TMPDIR": str(self._folder / "tmp"),
            "CLI_JAVA_OPTS": "-Xmx32m -XX:+UseSerialGC",
        }
        with (self._folder / "output").open("ab") as output:
            self._process = subprocess.Popen(
                self._command(),
                cwd=self._folder,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        process = self._process
        try:
            wait_until_ready(self.address, alive=lambda: process.poll() is None)
        except Missing as error:
            self._end()
            raise Missing(f"{error}\n{self._last_words()}") from error

    def kill(self) -> None:
        """Kills it as `kill -9` does, and waits for the end of what watched over it."""
        if not self._process:
            raise RuntimeError("It does not run.")
        with suppress(ProcessLookupError):
            os.kill(int((self._folder / "pid").read_text()), signal.SIGKILL)
        self._end()

    def stop(self) -> None:
        """Ends it in peace, or else by force, and throws its data away."""
        self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _command(self) -> list[str]:
        """The server under a watch that ends it when we are gone, however that came."""
        who = [str(self._who.get(part, -1)) for part in ("user", "group")]
        watch = [sys.executable, "-I", str(Path(watching.__file__)), *who]
        return [*watch, str(self._home / "bin" / "elasticsearch"), "-p", str(self._folder / "pid")]

    def _end(self) -> None:
        """Ends what runs, in peace or else by force."""
        process, self._process = self._process, None
        if not process:
            return
        inner = self._inner()
        assert process.stdin
        process.stdin.close()
        process.wait()
        end_process(inner)

    def _inner(self) -> int | None:
        """The number of the process that is the server itself; the one that we start only watches over it."""
        try:
            return int((self._folder / "pid").read_text())
        except (OSError, ValueError):
            return None

    def _write_settings(self, home: Path, port: int, transport: int) -> None:
        for name in ("config", "data", "logs", "tmp"):
            (self._folder / name).mkdir()
        config = self._folder / "config"
        shutil.copy(home / "config" / "log4j2.properties", config)
        options = (home / "config" / "jvm.options").read_text().splitlines()
        kept = [option for option in options if not option.startswith("-Xlog:gc")]
        (config / "jvm.options").write_text("\n".join([*kept, f"-Xms{HEAP}", f"-Xmx{HEAP}", ""]))
        settings = SETTINGS.format(folder=self._folder, port=port, transport=transport)
        (config / "elasticsearch.yml").write_text(settings)

    def _reachable(self, home: Path) -> Path:
        """The distribution, or a copy of it where the ordinary user cannot come to it."""
        if not self._who or all(folder.stat().st_mode & 0o001 for folder in (home, *home.parents)):
            return home
        copy = self._folder / "home"
        shutil.copytree(home, copy)
        return copy

    def _last_words(self) -> str:
        written = (self._folder / "output").read_text(errors="replace").splitlines()
        return "\n".join(written[-LAST_WORDS:])


def ordinary() -> dict[str, Any]:
    """As whom to start a server: as oneself, but as root as an ordinary user, since Elasticsearch refuses root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam(ORDINARY)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def own(folder: Path, who: dict[str, Any]) -> None:
    """Gives a folder and what is in it to somebody."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, who["user"], who["group"], follow_symlinks=False)


def end_process(number: int | None) -> None:
    """Waits until a process is gone, and kills it when it stays."""
    end = time.monotonic() + watching.PEACE
    while number and is_alive(number):
        if time.monotonic() > end:
            os.kill(number, signal.SIGKILL)
        time.sleep(0.05)


def is_alive(number: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def free_ports(count: int) -> list[int]:
    """So many ports of this machine that nobody uses, all different."""
    taken = [socket.socket() for _ in range(count)]
    try:
        for each in taken:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in taken]
    finally:
        for each in taken:
            each.close()
