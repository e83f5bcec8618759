"""A returned file as text, so that a report can hand it, signed, to the deed that follows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from articles.translation.files.inline import Code, CodeKind, Flow
from articles.translation.files.reading import Returned, ReturnedStory


def packed(story: ReturnedStory) -> str:
    """The file as text."""
    units = [asdict(unit) | {"target": [_packed(item) for item in unit.target]} for unit in story.units]
    return json.dumps(asdict(story) | {"units": units}, ensure_ascii=False)


def unpacked(text: str) -> ReturnedStory:
    """What `packed` was given."""
    values: dict[str, Any] = json.loads(text)
    units = tuple(Returned(**unit | {"target": _flow(unit["target"])}) for unit in values["units"])
    return ReturnedStory(**values | {"units": units})


def _packed(item: str | Code) -> str | list[str]:
    return item if isinstance(item, str) else [item.kind.value, item.id]


def _flow(items: list[str | list[str]]) -> Flow:
    return tuple(item if isinstance(item, str) else Code(CodeKind(item[0]), item[1]) for item in items)
