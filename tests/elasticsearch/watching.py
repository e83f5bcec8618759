"""Runs a command until it ends, or until whoever started this is gone: then nobody holds the other end of the input.

`python watching.py USER GROUP COMMAND…`; numbers, or -1 to stay who one is. It works from any thread of the caller and
however the caller ends, which neither a handler of signals nor Linux's signal at the death of a parent does. It passes
Ctrl-C over, so that the caller can end what runs in peace.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from typing import Any

PEACE = 30
"""Seconds that the command has to end when it is asked to."""


def main(arguments: list[str]) -> int:
    """The exit code of the command."""
    user, group, command = int(arguments[0]), int(arguments[1]), arguments[2:]
    who: dict[str, Any] = {} if user < 0 else {"user": user, "group": group, "extra_groups": []}
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, **who) as running:
        threading.Thread(target=end_after_input, args=[running], daemon=True).start()
        return running.wait()


def end_after_input(running: subprocess.Popen[bytes]) -> None:
    """Ends a process when the input is closed: asks first, and kills it when it stays."""
    sys.stdin.buffer.read()
    running.terminate()
    try:
        running.wait(PEACE)
    except subprocess.TimeoutExpired:
        running.kill()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
