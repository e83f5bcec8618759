"""How long a text of a story may be, by what it is."""

from __future__ import annotations

import sys
from functools import cache

from wagtail import blocks

from articles.pages.article import LINES, ArticlePage
from articles.translation.units import BODY


@cache
def longest(kind: str) -> int:
    """The most characters that the field or block of this kind takes."""
    if kind in LINES:
        return ArticlePage._meta.get_field(kind).max_length or sys.maxsize
    block = block_of(kind)
    found = getattr(block.field, "max_length", None) if isinstance(block, blocks.FieldBlock) else None
    return found or sys.maxsize


def is_rich(kind: str) -> bool:
    """Whether texts of this kind are HTML."""
    return kind not in LINES and isinstance(block_of(kind), blocks.RichTextBlock)


def block_of(kind: str) -> blocks.Block | None:
    """The block of the body that holds texts of this kind; None for a field of the story."""
    name, *way = kind.split(".")
    block = BODY.child_blocks.get(name)
    for step in way:
        while isinstance(block, blocks.ListBlock):
            block = block.child_block
        block = block.child_blocks.get(step) if isinstance(block, blocks.StructBlock) else None
    return block
