"""What a new version changes, for the eyes of an approver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from bs4 import BeautifulSoup
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

PIECES = re.compile(r"\s+|[^\s]+")


def changes(old: str, new: str) -> SafeString:
    """Both versions in one text, word by word: what goes in `<del>`, what comes in `<ins>`."""
    return format_html_join("", "{}", ((piece,) for piece in _pieces(PIECES.findall(old), PIECES.findall(new))))


def plain(body: str) -> str:
    """The words of a notice's text, with the addresses of its links, so that no change of an address hides."""
    soup = BeautifulSoup(body, "html.parser")
    for link in soup.find_all("a"):
        link.append(f" [{link.get('href', '')}]")
    for block in soup.find_all(["p", "li", "br"]):
        block.append("\n")
    return soup.get_text().strip()


def _pieces(old: list[str], new: list[str]) -> Iterator[SafeString]:
    for action, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if action == "equal":
            yield format_html("{}", "".join(new[c:d]))
            continue
        if a < b:
            yield format_html("<del>{}</del>", "".join(old[a:b]))
        if c < d:
            yield format_html("<ins>{}</ins>", "".join(new[c:d]))
