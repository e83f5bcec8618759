"""Keys of messages to the search, `<language>:<page>`: a story that is gone still tells which index it was in."""

from __future__ import annotations

import re

from newsroom.languages import known

DESTINATION = "search"
"""The name of the search in the outbox."""
_KEY = re.compile(r"([a-z-]{2,10}):([1-9][0-9]{0,17})")


class KeyIsForeign(ValueError):
    """No story has this key."""


def key_of(code: str, page: int) -> str:
    """The key of a story of a language."""
    return f"{code}:{page}"


def story_of(key: str) -> tuple[str, int]:
    """The language and the page's number. Raises KeyIsForeign."""
    match = _KEY.fullmatch(key)
    if match is None or not known(match[1]):
        raise KeyIsForeign(f"{key[:40]!a} is no language and number of a page.")
    return match[1], int(match[2])
