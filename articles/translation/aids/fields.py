"""Texts as the editor's fields take them."""

from __future__ import annotations

from wagtail import blocks

from articles.translation.limits import block_of, is_rich
from articles.translation.markup import words_of_markup


def state_of(kind: str, text: str) -> str:
    """The text as the editor of rich text holds it, JSON; empty for a kind that is no rich text."""
    block = block_of(kind) if is_rich(kind) else None
    if not isinstance(block, blocks.RichTextBlock):
        return ""
    return str(block.field.widget.format_value(text))


def words_for(kind: str, text: str) -> str:
    """The text to read and to copy."""
    return words_of_markup(text) if is_rich(kind) else text
