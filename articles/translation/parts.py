"""The parts of a story that a translation follows: its lines, its credits and the blocks of its body.

Parts are read from a revision's content, so a version can be compared without making a page of it. Block ids survive
Wagtail's copy for translation, so a part has the same key in the source and in what was made from it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.translation.markup import plain_markup

Content = Mapping[str, Any]
"""What `Revision.content` and `Page.serializable_data` give."""

REFERENCES = ("lead_picture", "place")
"""Fields that refer to something that all languages share."""
CREDITS = "credits"
PARTIES = ("correspondent", "place", "service", "agency")
BLOCK = "block:"
SHOWN = ("kicker", "title", "standfirst", "lead_picture", "lead_caption", "lead_alt", "dateline", "place")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of one version of a story."""

    key: str
    """The name of a field, `credits`, or `block:` and the block's id."""
    kind: str
    """The name of the field, or the type of the block (`paragraph`, `picture`, …)."""
    value: Any
    """JSON."""

    @property
    def is_block(self) -> bool:
        """Whether it stands in the body, and so has a place there."""
        return self.key.startswith(BLOCK)

    @property
    def digest(self) -> str:
        """The same for values that readers cannot tell apart."""
        told = json.dumps(_comparable(self.value), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:24]


def parts_of(content: Content) -> dict[str, Part]:
    """Every part by its key: fields in the order of the form, then blocks in theirs, then the credits.

    An empty line is a part too, so that writing and emptying one are changes. Blocks without an id are passed over:
    Wagtail gives every block an id when it is saved.
    """
    parts = [Part(name, name, content.get(name) if name in REFERENCES else content.get(name) or "") for name in SHOWN]
    parts += [Part(BLOCK + block["id"], block["type"], block["value"]) for block in blocks_of(content)]
    credited = sorted(content.get(CREDITS) or (), key=lambda row: row.get("sort_order") or 0)
    parts.append(Part(CREDITS, CREDITS, [{name: row.get(name) for name in PARTIES} for row in credited]))
    return {part.key: part for part in parts}


def blocks_of(content: Content) -> list[dict[str, Any]]:
    """The raw blocks of the body that have an id, in order."""
    body = content.get("body") or "[]"
    raw = json.loads(body) if isinstance(body, str) else body
    return [block for block in raw if isinstance(block, dict) and block.get("id")]


def order_of(content: Content) -> list[str]:
    """The keys of the body's blocks in their order."""
    return list(dict.fromkeys(BLOCK + block["id"] for block in blocks_of(content)))


def _comparable(value: Any) -> Any:
    """A value with its markup as it reads: an editor's form writes the same text in other ways."""
    if isinstance(value, str):
        return plain_markup(value)
    if isinstance(value, Mapping):
        return {name: _comparable(inner) for name, inner in value.items() if name != "id"}
    if isinstance(value, list):
        return [_comparable(inner) for inner in value]
    return value
