"""The body of a story as the HTML that ninjs files carry, with pictures and videos by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from django.utils.html import escape
from wagtail.blocks.stream_block import StreamValue
from wagtail.rich_text import expand_db_html

TAGS = {"b": "strong", "i": "em"}

Namer = Callable[[object], str]
"""Gives the association's name for the value of a picture or video block."""


def html_of(body: StreamValue, name: Namer) -> str:
    """The body's HTML; what `articles.syndication.bodies` reads becomes the same blocks again."""
    return "\n".join(_block(block.block_type, block.value, name) for block in body)


def _block(kind: str, value: Any, name: Namer) -> str:  # noqa: PLR0911 one line for each kind of block
    if kind in ("paragraph", "list"):
        return _rich(value)
    if kind == "heading":
        return f"<h2>{escape(value)}</h2>"
    if kind == "quote":
        cite = f' cite="{escape(value["speaker"])}"' if value["speaker"] else ""
        return f"<blockquote{cite}>{_rich(value['text'])}</blockquote>"
    if kind == "fact_box":
        return f"<aside><h2>{escape(value['heading'])}</h2>{_rich(value['text'])}</aside>"
    if kind == "embed":
        return f'<figure data-embed="{escape(value["address"])}"></figure>'
    if kind == "gallery":
        names = " ".join(name(use) for use in value)
        return f'<figure data-association="{names}"></figure>'
    return f'<figure data-association="{name(value)}"></figure>'


def _rich(value: object) -> str:
    """Rich text with the tags and without the editor's own attributes."""
    soup = BeautifulSoup(expand_db_html(str(getattr(value, "source", value))), "html.parser")
    for tag in soup.find_all(True):
        tag.name = TAGS.get(tag.name, tag.name)
        tag.attrs = {key: text for key, text in tag.attrs.items() if key == "href"}
    return re.sub(r"\n+", "", soup.decode(formatter="html5"))
