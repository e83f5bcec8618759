"""Rich text reduced to what a reader can tell apart."""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape
from html.parser import HTMLParser

SAME = {"strong": "b", "em": "i"}
TOLD = ("href", "linktype", "id")
"""Attributes that make a difference to readers."""
LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
ADDRESS = re.compile(r'\b(?:href|linktype|id)="([^"]*)"')
WORDLESS = {"br", "hr"}


def plain_markup(text: str) -> str:
    """The text in one spelling: NFC, single spaces, one name for each tag, no attributes of the editor's own."""
    if "<" not in text and "&" not in text:
        return _spaced(text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _spaced("".join(reader.written))


def words_of_markup(text: str) -> str:
    """The words alone, with a space where a paragraph or point ends."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _spaced(unescape("".join(reader.words)))


def marked_links(text: str) -> str:
    """The text with the address of each link behind its words, for a comparison that people read."""
    return LINK.sub(lambda found: f"{found.group(2)} [{' '.join(ADDRESS.findall(found.group(1)))}]", text)


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = "".join(f' {name}="{escape(value or "")}"' for name, value in sorted(attrs) if name in TOLD)
        self.written.append(f"<{SAME.get(tag, tag)}{told}>")
        if tag in WORDLESS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{SAME.get(tag, tag)}>")
        if tag in {"p", "li"}:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data))
        self.words.append(escape(data))
