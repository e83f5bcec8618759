"""Answers of the site as a test client has them."""

from __future__ import annotations

from typing import Any


def read_whole(answer: Any) -> bytes:
    """All that an answer says, read as a client reads it.

    A streamed answer that a test closes instead of reading also closes the test's connection to PostgreSQL: only the
    end of the stream is where Django's test client keeps the connection.
    """
    return b"".join(answer) if answer.streaming else bytes(answer.content)
