"""What may stand on a message: a key of one short line, and a payload of plain values that both databases can hold."""

from __future__ import annotations

import json
import re

from newsroom.outbox.models import LONGEST_KEY
from newsroom.text import clean_line

LARGEST_PAYLOAD = 64 * 1024
DEEPEST_PAYLOAD = 20
NUL_OR_SURROGATE = re.compile("[\x00\ud800-\udfff]")


class KeyIsRefused(ValueError):
    """A key is one line of 1 to 255 characters, with nothing in it that hides."""


class PayloadIsRefused(ValueError):
    """A payload is an object of plain JSON values, at most 64 KiB and 20 levels deep."""


def check_key(key: str) -> None:
    """Raises KeyIsRefused, with the reason, for a key that a row cannot hold or a person cannot read."""
    if not isinstance(key, str):
        raise KeyIsRefused(f"A key is text, not {type(key).__name__}.")
    if not key:
        raise KeyIsRefused("The key is empty.")
    if len(key) > LONGEST_KEY:
        raise KeyIsRefused(f"The key has {len(key)} characters; {LONGEST_KEY} are allowed: {key[:40]}…")
    if clean_line(key) != key:
        raise KeyIsRefused(f"The key has control characters, line breaks or space at its ends: {key[:40]!a}")


def check_payload(payload: object) -> None:
    """Raises PayloadIsRefused, with the reason, for what would not come back from the database as it was."""
    if not isinstance(payload, dict):
        raise PayloadIsRefused(f"The payload is an object, not {type(payload).__name__}.")
    _check_values(payload)
    try:
        size = len(json.dumps(payload, allow_nan=False).encode())
    except ValueError as error:  # not a number, infinite, or a whole number too long to be written
        raise PayloadIsRefused(f"The payload holds a number that JSON has not: {error}") from error
    if size > LARGEST_PAYLOAD:
        raise PayloadIsRefused(f"The payload has {size} bytes; {LARGEST_PAYLOAD} are allowed.")


def _check_values(payload: object) -> None:
    """Looks at every value without recursion: the depth is the sender's, and may be hostile."""
    rest = [(payload, 1)]
    while rest:
        value, depth = rest.pop()
        if depth > DEEPEST_PAYLOAD:
            raise PayloadIsRefused(f"The payload is more than {DEEPEST_PAYLOAD} levels deep.")
        if isinstance(value, dict):
            rest += [(part, depth + 1) for part in value.values()]
            for name in value:
                if not isinstance(name, str):
                    raise PayloadIsRefused(f"Names in the payload are text, not {type(name).__name__}.")
                _check_text(name)
        elif isinstance(value, list):
            rest += [(part, depth + 1) for part in value]
        elif isinstance(value, str):
            _check_text(value)
        elif not (value is None or isinstance(value, bool | int | float)):
            raise PayloadIsRefused(f"The payload holds a {type(value).__name__}, which JSON has not.")


def _check_text(text: str) -> None:
    if NUL_OR_SURROGATE.search(text):
        raise PayloadIsRefused("The payload holds a NUL or half of a character.")
