"""Texts as the editor's fields take and send them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from draftjs_exporter.error import ExporterException
from wagtail import blocks

from articles.translation.limits import block_of, is_rich
from articles.translation.markup import words_of_markup
from articles.translation.units import Unit
from newsroom.text import clean_line

LONGEST = 100_000
"""Characters of one text as it is sent."""


def state_of(kind: str, text: str) -> str:
    """The text as the editor of rich text holds it, JSON; empty for a kind that is no rich text."""
    block = _rich_block(kind)
    return str(block.field.widget.format_value(text)) if block else ""


def words_for(kind: str, text: str) -> str:
    """The text to read and to copy."""
    return words_of_markup(text) if is_rich(kind) else text


def texts_sent(sent: str, units: Mapping[str, Unit]) -> dict[str, str]:
    """The texts of an open form that are texts of this version, from JSON; what makes no sense is passed over."""
    try:
        values = json.loads(sent)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    found = {}
    for key in values.keys() & units.keys():
        text = _text_of(units[key].kind, values[key])
        if text is not None:
            found[key] = text
    return found


def _text_of(kind: str, value: object) -> str | None:
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    block = _rich_block(kind)
    if block is None:
        return clean_line(value)
    try:
        return str(block.field.widget.value_from_datadict({"text": value}, {}, "text"))
    except (ExporterException, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return None  # no state of an editor


def _rich_block(kind: str) -> blocks.RichTextBlock | None:
    block = block_of(kind) if is_rich(kind) else None
    return block if isinstance(block, blocks.RichTextBlock) else None
