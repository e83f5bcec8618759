"""Ids of imported blocks: a block that comes again keeps its id, and a translation's block has that of its source.

A file has no ids. Blocks are told by their text first, then by their kind and place, so that a paragraph put in between
leaves the others what they were.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from articles.pages.blocks import BodyBlock

Raw = list[dict[str, Any]]


def settled(blocks: Raw, known: Raw, source: Raw) -> Raw:
    """The blocks with ids of what is known of the story, and else of what it was translated from, where they fit."""
    ids: list[str | None] = [None] * len(blocks)
    _take(ids, blocks, known, [_text(block) for block in blocks], [_text(block) for block in known])
    _take_kinds(ids, blocks, known)
    _take_kinds(ids, blocks, source)
    taken = {key for key in ids if key}
    named = []
    for block, key in zip(blocks, ids, strict=True):
        own = key or _free(block["id"], taken)
        taken.add(own)
        named.append({**block, "id": own})
    return [_with_item_ids(block, [*known, *source]) for block in named]


def raw_of(body: Any) -> Raw:
    """The raw blocks of a body."""
    return list(BodyBlock().get_prep_value(body)) if body else []


def _take_kinds(ids: list[str | None], blocks: Raw, others: Raw) -> None:
    """Pairs what is left by kind, in order."""
    _take(ids, blocks, others, [block["type"] for block in blocks], [block["type"] for block in others])


def _take(ids: list[str | None], blocks: Raw, others: Raw, own: Sequence[str], theirs: Sequence[str]) -> None:
    """Gives blocks the ids of those that they are paired with, each once, in the order of both."""
    taken = {key for key in ids if key}
    left = [place for place, key in enumerate(ids) if key is None]
    free = [place for place, block in enumerate(others) if block["id"] not in taken]
    pairs = SequenceMatcher(None, [own[place] for place in left], [theirs[place] for place in free], autojunk=False)
    for start, other, length in pairs.get_matching_blocks():
        for step in range(length):
            ids[left[start + step]] = others[free[other + step]]["id"]


def _free(key: str, taken: set[str]) -> str:
    """The id itself, or one made of it that nothing has."""
    number, wanted = 0, key
    while wanted in taken:
        number += 1
        wanted = f"{key[:-4]}{number:04x}"
    return wanted


def _with_item_ids(block: dict[str, Any], others: Raw) -> dict[str, Any]:
    """A gallery's pictures have the ids of the same places in what it is paired with."""
    if block["type"] != "gallery":
        return block
    same = next((other for other in others if other["id"] == block["id"] and other["type"] == "gallery"), None)
    ids = [item["id"] for item in same["value"]] if same else []
    items = [
        {**item, "id": ids[place] if place < len(ids) else item["id"]} for place, item in enumerate(block["value"])
    ]
    return {**block, "value": items}


def _text(block: dict[str, Any]) -> str:
    return f"{block['type']} {json.dumps(block['value'], sort_keys=True, ensure_ascii=False, default=str)}"
