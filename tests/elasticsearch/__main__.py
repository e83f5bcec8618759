"""Serves in the foreground on ES_PORT until Ctrl-C (`make elasticsearch`), or for as long as a given command runs.

`python -m tests.elasticsearch [COMMAND…]`. The command finds the address in TEST_ELASTICSEARCH_URL; where there is no
server to be had, it runs without.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from types import FrameType

from tests.elasticsearch.serving import SHARED, Missing, server


def interrupt(number: int, frame: FrameType | None) -> None:
    """Ends the program as Ctrl-C does."""
    raise KeyboardInterrupt


def serve() -> int:
    """The exit code: 0 after it was stopped, 1 where there is no server to be had."""
    port = os.environ.get("ES_PORT", "9200")
    if not port.isascii() or not port.isdecimal() or not 0 < int(port) < 1 << 16:
        sys.stderr.write(f"ES_PORT is no port: {port}\n")
        return 1
    try:
        with server(int(port)) as running:
            sys.stdout.write(f"Elasticsearch is at {running.address} (stop it with Ctrl-C)\n")
            sys.stdout.flush()
            while True:
                signal.pause()
    except Missing as error:
        sys.stderr.write(f"This machine lacks {error}\n")
        return 1


def serve_while(command: list[str]) -> int:
    """The exit code of a command that is run beside a server."""
    with ExitStack() as stack:
        environment = dict(os.environ)
        try:
            environment[SHARED] = stack.enter_context(server()).address
        except Missing as error:
            sys.stdout.write(f"SKIPPED: what needs Elasticsearch; this machine lacks {error}\n")
            sys.stdout.flush()
        return subprocess.run(command, check=False, env=environment).returncode


def main(arguments: list[str]) -> int:
    """The exit code."""
    signal.signal(signal.SIGTERM, interrupt)
    try:
        return serve_while(arguments) if arguments else serve()
    except KeyboardInterrupt:
        return 0 if not arguments else 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
