"""JSON files from outside, read strictly: what two readers could understand differently is refused."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from articles.syndication.problems import FileRefused, Problem

LARGEST = 20 * 1024 * 1024
"""Bytes of one file."""


def read_document(path: Path) -> Any:
    """What the file says.

    Raises FileRefused for what cannot be read, is too large, or is no JSON in UTF-8 (RFC 8259: no NaN, no name twice).
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _refusal(path, f"is larger than {LARGEST // 1024 // 1024} MB")
        return json.loads(
            path.read_text(encoding="utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_finite,
            parse_float=_finite,
        )
    except FileRefused:
        raise
    except OSError as error:
        raise _refusal(path, error.strerror or "cannot be read") from error
    except RecursionError as error:
        raise _refusal(path, "is nested too deep") from error
    except ValueError as error:
        raise _refusal(path, f"is not JSON in UTF-8: {error}") from error


def _refusal(path: Path, message: str) -> FileRefused:
    return FileRefused(path, [Problem("", "", message)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} stands twice in one object")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is not a number")
    return number
