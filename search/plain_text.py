"""The words of a story's body as it is stored, without making its blocks."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_TAG = re.compile(r"<[^>]*>")
_SILENT = frozenset({"id", "type", "alt", "address"})
"""Parts of a block that hold no words of the story."""


def plain_text(body: str) -> str:
    """The text of a body in JSON, a line for each part; empty for what is no JSON."""
    try:
        blocks = json.loads(body or "[]")
    except ValueError:
        return ""
    return "\n".join(filter(None, (html.unescape(_TAG.sub(" ", text)).strip() for text in _strings(blocks))))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _SILENT:
                yield from _strings(part)
