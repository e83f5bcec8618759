"""The official image, where a Docker engine answers."""

from __future__ import annotations

import shutil
import subprocess

from tests.elasticsearch.process import free_ports
from tests.elasticsearch.serving import Missing, wait_until_ready

IMAGES = ("docker.elastic.co/elasticsearch/elasticsearch:8.19.21", "elasticsearch:8.19.21")
SECONDS_TO_ANSWER = 5
SECONDS_TO_PULL = 600
SETTINGS = {
    "discovery.type": "single-node",
    "xpack.security.enabled": "false",
    "cluster.routing.allocation.disk.threshold_enabled": "false",
    "action.destructive_requires_name": "false",
    "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
}


def docker(*command: str, seconds: float = 60) -> str | None:
    """What `docker …` wrote; None where it failed, took too long or is not there."""
    program = shutil.which("docker")
    if not program:
        return None
    try:
        done = subprocess.run([program, *command], capture_output=True, text=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout.strip()


def is_to_be_had() -> bool:
    """Whether an engine answers (a command without one is common) that has the image or can fetch it."""
    return docker("info", seconds=SECONDS_TO_ANSWER) is not None and image() is not None


def image() -> str | None:
    """The name of the image that the engine has, or else could fetch."""
    for name in IMAGES:
        if docker("image", "inspect", name) is not None:
            return name
    return next((name for name in IMAGES if docker("pull", "--quiet", name, seconds=SECONDS_TO_PULL) is not None), None)


class ImageServer:
    """A server in a container that belongs to this process."""

    is_ours = True

    def __init__(self, port: int | None = None) -> None:
        settings = [word for name, value in SETTINGS.items() for word in ("--env", f"{name}={value}")]
        port = port or free_ports(1)[0]  # chosen here, since Docker would choose another one at the next start
        self.address = f"http://127.0.0.1:{port}"
        made = docker("create", "--publish", f"127.0.0.1:{port}:9200", *settings, image() or IMAGES[0])
        if not made:
            raise Missing("a container of Elasticsearch; Docker could not make one")
        self._container = made

    @property
    def runs(self) -> bool:
        """Whether it was started and not ended since."""
        return docker("inspect", "--format", "{{.State.Running}}", self._container) == "true"

    def start(self) -> None:
        """Starts it on its old data and port, and waits until it answers."""
        if docker("start", self._container) is None:
            raise Missing(f"a container of Elasticsearch that starts\n{self._last_words()}")
        try:
            wait_until_ready(self.address, alive=lambda: self.runs)
        except Missing as error:
            raise Missing(f"{error}\n{self._last_words()}") from error

    def kill(self) -> None:
        """Kills it as `kill -9` does."""
        if docker("kill", "--signal", "KILL", self._container) is None:
            raise RuntimeError("It does not run.")
        docker("wait", self._container)

    def stop(self) -> None:
        """Ends it and throws its data away."""
        docker("rm", "--force", "--volumes", self._container)

    def _last_words(self) -> str:
        return docker("logs", "--tail", "30", self._container) or ""
