"""What the program is called, and identities for what comes without one."""

from __future__ import annotations

import uuid

VERSION = "0.1.0"
"""Of this program, as `pyproject.toml` has it."""


def new_uri() -> str:
    """An address of nothing but itself, that no other thing has (RFC 9562)."""
    return f"urn:uuid:{uuid.uuid4()}"
