"""What becomes of a test whose machine lacks something."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def skip_or_fail(what: str) -> NoReturn:
    """Skips the test by the name of what is missing; fails it where nothing may be skipped."""
    if os.environ.get("NOTHING_MAY_BE_SKIPPED"):
        pytest.fail(f"This machine must have {what}.")
    pytest.skip(f"this machine has no {what}")
