"""Serves in the foreground on ES_PORT until Ctrl-C: `make elasticsearch`."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from tests.elasticsearch.serving import Missing, server


def interrupt(number: int, frame: FrameType | None) -> None:
    """Ends the program as Ctrl-C does."""
    raise KeyboardInterrupt


def main() -> int:
    """The exit code: 0 after it was stopped, 1 where there is no server to be had."""
    port = os.environ.get("ES_PORT", "9200")
    if not port.isdecimal() or not 0 < int(port) < 1 << 16:
        sys.stderr.write(f"ES_PORT is no port: {port}\n")
        return 1
    signal.signal(signal.SIGTERM, interrupt)
    try:
        with server(int(port)) as running:
            sys.stdout.write(f"Elasticsearch is at {running.address} (stop it with Ctrl-C)\n")
            sys.stdout.flush()
            while True:
                signal.pause()
    except Missing as error:
        sys.stderr.write(f"This machine has no Elasticsearch. Missing: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
