"""Runs the tests that need a real Elasticsearch, on one server that all their processes share.

`python -m tests.elasticsearch.suite [pytest arguments]`. The database is a PostgreSQL of its own where the machine has
one, since two real workers at once are among the tests; else SQLite.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack

import pytest

from tests import on_postgresql
from tests.elasticsearch.serving import SHARED, Missing, server, shown


def main(arguments: list[str]) -> int:
    """The exit code of the tests; 0 where there is no Elasticsearch, unless nothing may be skipped."""
    environment, database = dict(os.environ), "SQLite"
    with ExitStack() as stack:
        try:
            running = stack.enter_context(server())
        except Missing as missing:
            sys.stdout.write(f"SKIPPED: the tests on Elasticsearch; this machine lacks {missing}\n")
            return 1 if os.environ.get("NOTHING_MAY_BE_SKIPPED") else 0
        environment[SHARED] = running.address
        tools = on_postgresql.binaries()
        if tools:
            database = f"PostgreSQL ({tools})"
            environment["DATABASE_URL"] = stack.enter_context(on_postgresql.server(tools))
        sys.stdout.write(f"The tests on Elasticsearch ({shown(running.address)}) and {database}:\n")
        sys.stdout.flush()
        command = [sys.executable, "-m", "pytest", "-m", "elasticsearch", *arguments]
        code = subprocess.run(command, check=False, env=environment).returncode
    return 0 if code == pytest.ExitCode.NO_TESTS_COLLECTED and named_tests(arguments) else code


def named_tests(arguments: list[str]) -> bool:
    """Whether some tests of all were named, among which none may be of ours."""
    return any(argument.startswith("tests") for argument in arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
