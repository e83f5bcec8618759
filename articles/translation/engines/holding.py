"""Markup on its way to a machine and back: it gets tags without attributes, and gives back none that it did not get.

So no address leaves, and none that somebody put into an answer arrives.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from newsroom.text import clean_line, clean_text

KEPT = frozenset({"p", "b", "strong", "i", "em", "a", "ul", "ol", "li", "br"})
"""The tags of the body's own rich text."""
WORDLESS = frozenset({"br"})
SILENT = frozenset({"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "textarea", "title"})
"""Tags whose content nobody is to read."""
HOLD = "n"
"""The attribute that says which link it is."""


@dataclass(frozen=True, slots=True)
class Held:
    """A text as it is sent, and what was taken out of it."""

    text: str
    links: list[str]
    """The opening tag of each link as it stood."""
    tags: Counter[str] = field(default_factory=Counter)

    def restored(self, answer: str) -> str | None:
        """The answer as rich text of ours; None where it lacks a link or the frame of the text, or is empty."""
        reader = _Reader(self.links)
        reader.feed(answer)
        reader.close()
        made = clean_text(reader.finished())
        lacks_links = Counter(reader.met) != Counter(range(len(self.links)))
        if not reader.has_words or lacks_links or any(reader.tags[tag] != self.tags[tag] for tag in ("p", "li")):
            return None
        return made


def hold(text: str) -> Held:
    """Rich text with its links numbered and every attribute taken out."""
    reader = _Holder()
    reader.feed(text)
    reader.close()
    return Held("".join(reader.written), reader.links, reader.tags)


def plain(answer: str) -> str | None:
    """An answer of one line; None for an empty one."""
    return clean_line(answer) or None


class _Holder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag == "a":
            self.written.append(f'<a {HOLD}="{len(self.links)}">')
            self.links.append(self.get_starttag_text() or "<a>")
        else:
            self.written.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))


class _Reader(HTMLParser):
    """Takes what is ours out of an answer, well nested."""

    def __init__(self, links: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.links = links
        self.met: list[int] = []
        self.tags: Counter[str] = Counter()
        self.has_words = False
        self._written: list[str] = []
        self._open: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent.append(tag)
        if self._silent or tag not in KEPT:
            return
        if tag == "a":
            number = dict(attrs).get(HOLD) or ""
            if not re.fullmatch("[0-9]{1,4}", number) or int(number) >= len(self.links):
                return
            self.met.append(int(number))
            self._written.append(self.links[int(number)])
        else:
            self._written.append(f"<{tag}>" if tag not in WORDLESS else "<br/>")
        self.tags[tag] += 1
        if tag not in WORDLESS:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if tag in self._open:
            while True:
                last = self._open.pop()
                self._written.append(f"</{last}>")
                if last == tag:
                    break

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.has_words = self.has_words or bool(data.strip())
            self._written.append(escape(data, quote=False))

    def finished(self) -> str:
        """All of it, what is open closed."""
        return "".join(self._written) + "".join(f"</{tag}>" for tag in reversed(self._open))
