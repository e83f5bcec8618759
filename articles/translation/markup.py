"""Rich text reduced to what a reader can tell apart."""

from __future__ import annotations

import unicodedata
from html import escape, unescape
from html.parser import HTMLParser

SAME = {"strong": "b", "em": "i"}
TOLD = ("href", "linktype", "id")
"""Attributes that make a difference to readers."""
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
