"""The HTML of a ninjs body, read into blocks: a short list of tags, everything else plain text or refused."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment
from bs4.element import NavigableString, PageElement, Tag
from django.utils.html import escape

from articles.syndication.items import BodyPart
from articles.syndication.problems import Findings
from media.providers import provider_of
from newsroom.text import clean_line, clean_text

FORBIDDEN = frozenset({"script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "svg", "math"})
INLINE = {"strong": "b", "em": "i"}
SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 1_000_000
"""Characters of one body."""
DEEPEST = 50


class BodyReader:
    """Reads one body; what it finds wrong goes to `findings` under `path`."""

    def __init__(self, findings: Findings, path: str) -> None:
        self.findings = findings
        self.path = path
        self.associations: list[str] = []

    def read(self, html: str) -> tuple[BodyPart, ...]:
        """The blocks of the body, in order."""
        if len(html) > LONGEST:
            self.findings.error(self.path, f"is longer than {LONGEST:,} characters")
            return ()
        soup = BeautifulSoup(clean_text(html), "html.parser")
        if not self._is_harmless(soup):
            return ()
        return tuple(self._blocks(soup))

    def _is_harmless(self, soup: BeautifulSoup) -> bool:
        """Whether no tag or attribute could run anything; each that could is an error."""
        before = len(self.findings.errors)
        for tag in soup.find_all(True):
            if len(list(tag.parents)) > DEEPEST:
                self.findings.error(self.path, f"tags are nested more than {DEEPEST} deep")
                return False
            if tag.name in FORBIDDEN:
                self.findings.error(self.path, f"<{tag.name}> is not allowed")
            for name in tag.attrs:
                if name.lower().startswith("on"):
                    self.findings.error(self.path, f"the attribute {name} of <{tag.name}> is not allowed")
            if tag.name == "a":
                self._check_link(str(tag.get("href", "")))
        return len(self.findings.errors) == before

    def _check_link(self, href: str) -> None:
        """Refuses schemes that could run something; browsers ignore spaces and controls inside a scheme."""
        visible = "".join(character for character in href if character.isprintable() and not character.isspace())
        try:
            parts = urlsplit(visible)
        except ValueError:
            self.findings.error(self.path, f"the link {href!r} cannot be read")
            return
        is_ours = not parts.scheme and visible.startswith("/") and not visible.startswith(("//", "/\\"))
        if not is_ours and (parts.scheme.lower() not in SCHEMES or (parts.scheme != "mailto" and not parts.netloc)):
            self.findings.error(self.path, f"the link {href!r} is neither http, https, mailto nor of this site")

    def _blocks(self, parent: Tag) -> Iterator[BodyPart]:
        loose = ""
        for node in parent.children:
            if isinstance(node, Comment):
                continue
            if isinstance(node, NavigableString) or (isinstance(node, Tag) and node.name in (*INLINE, "a", "br")):
                loose += self._inline(node)
                continue
            if loose.strip():
                yield BodyPart("paragraph", f"<p>{loose.strip()}</p>")
            loose = ""
            if isinstance(node, Tag):
                yield from self._block(node)
        if loose.strip():
            yield BodyPart("paragraph", f"<p>{loose.strip()}</p>")

    def _block(self, tag: Tag) -> Iterator[BodyPart]:
        if tag.name == "p":
            text = self._inline_children(tag)
            if text:
                yield BodyPart("paragraph", f"<p>{text}</p>")
        elif tag.name == "h2":
            if heading := clean_line(tag.get_text()):
                yield BodyPart("heading", heading)
        elif tag.name in ("ul", "ol"):
            if points := self._list(tag):
                yield BodyPart("list", points)
        elif tag.name == "blockquote":
            speaker = clean_line(str(tag.get("cite", "")))
            yield BodyPart("quote", {"text": self._rich(tag), "speaker": speaker})
        elif tag.name == "aside":
            yield self._fact_box(tag)
        elif tag.name == "figure" and (tag.has_attr("data-association") or tag.has_attr("data-embed")):
            yield from self._figure(tag)
            yield from self._blocks(tag)
        else:
            self._dropped(tag)
            yield from self._blocks(tag)

    def _fact_box(self, tag: Tag) -> BodyPart:
        first = tag.find("h2")
        heading = clean_line(first.get_text()) if first else ""
        if first:
            first.extract()
        if not heading:
            self.findings.error(self.path, "a fact box (<aside>) begins with its heading in <h2>")
        return BodyPart("fact_box", {"heading": heading, "text": self._rich(tag)})

    def _figure(self, tag: Tag) -> Iterator[BodyPart]:
        address = str(tag.get("data-embed", ""))
        if address:
            if provider_of(address) is None:
                self.findings.error(self.path, f"{address!r} is not an address of an allowed provider")
            yield BodyPart("embed", {"address": address, "caption": ""})
            return
        names = str(tag.get("data-association", "")).split()
        if not names:
            self.findings.error(self.path, "a figure names no association")
        self.associations += names
        yield BodyPart("association", names)

    def _rich(self, tag: Tag) -> str:
        """Paragraphs and lists inside another block, as rich text."""
        parts = []
        for part in self._blocks(tag):
            if part.type in ("paragraph", "list"):
                parts.append(str(part.value))
            elif part.type == "heading":
                parts.append(f"<p>{escape(str(part.value))}</p>")
            else:
                self.findings.error(self.path, f"a {part.type.replace('_', ' ')} cannot stand inside <{tag.name}>")
        return "".join(parts)

    def _list(self, tag: Tag) -> str:
        """The points of a list, empty without any; what stands between them becomes a point as well."""
        points = []
        for node in tag.children:
            is_point = isinstance(node, Tag) and node.name == "li"
            point = self._inline_children(node) if is_point else self._inline(node).strip()  # type: ignore[arg-type]
            if point and isinstance(node, NavigableString):
                self.findings.warn(self.path, f"text between the points of <{tag.name}> becomes a point")
            points.append(point)
        text = "".join(f"<li>{point}</li>" for point in points if point)
        return f"<{tag.name}>{text}</{tag.name}>" if text else ""

    def _inline_children(self, tag: Tag) -> str:
        return "".join(self._inline(node) for node in tag.children).strip()

    def _inline(self, node: PageElement) -> str:  # noqa: PLR0911 one line for each kind of node
        if isinstance(node, Comment):
            return ""
        if isinstance(node, NavigableString):
            return escape(str(node))
        if not isinstance(node, Tag):
            return ""
        inner = "".join(self._inline(child) for child in node.children)
        if node.name in INLINE:
            return f"<{INLINE[node.name]}>{inner}</{INLINE[node.name]}>" if inner else ""
        if node.name == "a":
            return f'<a href="{escape(str(node.get("href", "")).strip())}">{inner}</a>'
        if node.name == "br":
            return "<br/>"
        self._dropped(node)
        return inner

    def _dropped(self, tag: Tag) -> None:
        self.findings.warn(self.path, f"<{tag.name}> is not used here; its text is kept")
