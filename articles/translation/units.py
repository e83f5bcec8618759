"""The texts of a story that are translated, each with a name by which it is found again.

Names: `title` for a field; `block:<id>` for a block that is a text; `block:<id>/speaker` for a text inside one;
`block:<id>/<item id>/caption` for one inside a list. What they are is read from the body's own definition, so a new
kind of block needs nothing here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from articles.pages.article import LINES
from articles.pages.blocks import BodyBlock, TextBlock
from articles.translation.markup import words_of_markup
from articles.translation.parts import BLOCK, Content, Part, blocks_of
from media.blocks import LineBlock

BODY = BodyBlock()


class UnitIsUnknown(KeyError):
    """The story has no text of this name."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of one version of a story."""

    key: str
    part: str
    """The key of the part that it belongs to."""
    kind: str
    """What it is: the name of a field, or the block's type and the name inside it (`quote.speaker`)."""
    text: str
    is_rich: bool
    """Whether the text is HTML of the body's own few tags."""

    @property
    def words(self) -> str:
        """The text without markup."""
        return words_of_markup(self.text) if self.is_rich else " ".join(self.text.split())


def units_of(content: Content) -> dict[str, Unit]:
    """Every text of the version by its name, empty ones too, in the order in which they are read."""
    found = [Unit(name, name, name, content.get(name) or "", False) for name in LINES]
    for raw in blocks_of(content):
        found += _of_block(BLOCK + raw["id"], raw["type"], raw["value"])
    return {unit.key: unit for unit in found}


def units_of_part(part: Part) -> list[Unit]:
    """The texts of one part: none of a reference or the credits."""
    if part.is_block:
        return list(_of_block(part.key, part.kind, part.value))
    return [Unit(part.key, part.key, part.key, part.value or "", False)] if part.key in LINES else []


def with_texts(content: Content, texts: Mapping[str, str]) -> dict[str, Any]:
    """A version with these texts in place of its own; the given one is left as it is. Raises UnitIsUnknown."""
    changed = deepcopy(dict(content))
    known = units_of(content)
    blocks_by_key = {BLOCK + raw["id"]: deepcopy(raw) for raw in blocks_of(content)}
    for key, text in texts.items():
        if key not in known:
            raise UnitIsUnknown(key)
        if key in LINES:
            changed[key] = text
            continue
        part, *way = key.split("/")
        blocks_by_key[part]["value"] = _put(blocks_by_key[part]["value"], way, text)
    changed["body"] = json.dumps(list(blocks_by_key.values()), ensure_ascii=False)
    return changed


def word_count(content: Content) -> int:
    """How many words a translator has before them, runs between spaces counted."""
    return sum(len(unit.words.split()) for unit in units_of(content).values())


def _of_block(key: str, kind: str, value: Any) -> Iterator[Unit]:
    definition = BODY.child_blocks.get(kind)
    if definition is not None:
        yield from _inside(definition, value, key, key, kind)


def _inside(definition: blocks.Block, value: Any, key: str, part: str, kind: str) -> Iterator[Unit]:
    """The texts inside a value of this block."""
    if isinstance(definition, TextBlock | LineBlock):
        yield Unit(key, part, kind, value or "", isinstance(definition, TextBlock))
    elif isinstance(definition, blocks.StructBlock):
        for name, child in definition.child_blocks.items():
            yield from _inside(child, (value or {}).get(name), f"{key}/{name}", part, f"{kind}.{name}")
    elif isinstance(definition, blocks.ListBlock):
        for item in value or ():
            if isinstance(item, dict) and item.get("id"):
                yield from _inside(definition.child_block, item.get("value"), f"{key}/{item['id']}", part, kind)


def _put(value: Any, way: list[str], text: str) -> Any:
    if not way:
        return text
    if isinstance(value, list):
        return [
            {**item, "value": _put(item["value"], way[1:], text)} if item.get("id") == way[0] else item
            for item in value
        ]
    return {**value, way[0]: _put(value.get(way[0]), way[1:], text)}
