"""What the words of a notice may hold: a short allow-list, refused rather than silently changed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.utils.translation import gettext as _

from newsroom.text import clean_text

ALLOWED = frozenset({"p", "br", "strong", "em", "ul", "ol", "li", "a"})
BLOCKS = frozenset({"p", "ul", "ol"})
LONGEST = 20_000
"""Characters."""


class WordingIsRefused(ValueError):
    """The words hold something that a notice may not hold; the message says what."""


def checked_line(text: str, longest: int = 200) -> str:
    """A heading or label as one line.

    Raises WordingIsRefused for hidden characters, more lines, or too many letters.
    """
    line = text.strip()
    if len(line) > longest:
        raise WordingIsRefused(
            _("“{start}…” is too long: at most {number} characters.").format(start=line[:30], number=longest)
        )
    if len(line.splitlines()) > 1 or clean_text(line) != line:
        raise WordingIsRefused(
            _("“{start}” has characters that do not show, or more than one line.").format(start=line[:30])
        )
    return line


def checked_body(html: str) -> str:
    """The text as canonical HTML. Raises WordingIsRefused for anything outside the allow-list; nothing is dropped."""
    if len(html) > LONGEST:
        raise WordingIsRefused(_("The text is too long: at most {number} characters.").format(number=LONGEST))
    _ensure_clean(html)
    soup = BeautifulSoup(html.strip(), "html.parser")
    for problem in _problems(soup):
        raise WordingIsRefused(problem)
    if not soup.get_text().strip():
        raise WordingIsRefused(_("The text is empty."))
    canonical = soup.decode(formatter="minimal")
    _ensure_clean(canonical)  # again, because a reference such as &#8238; is a character only now
    return canonical


def _ensure_clean(html: str) -> None:
    if clean_text(html) != html:
        raise WordingIsRefused(_("The text has characters that do not show or that turn its direction."))


def _problems(soup: BeautifulSoup) -> Iterator[str]:
    for node in soup.descendants:
        if isinstance(node, Tag):
            if node.name not in ALLOWED:
                yield _("<{tag}> is not allowed in a notice.").format(tag=node.name)
            yield from _problems_of_attributes(node)
        elif isinstance(node, Comment) or type(node) is not NavigableString:
            yield _("Comments and declarations are not allowed in a notice.")
        elif node.parent is soup and str(node).strip():
            yield _("Every sentence stands in a paragraph or a list: put <p> around “{start}”.").format(
                start=str(node).strip()[:30]
            )
    for child in soup.find_all(recursive=False):
        if isinstance(child, Tag) and child.name not in BLOCKS:
            yield _("Every sentence stands in a paragraph or a list: put <p> around “{start}”.").format(
                start=child.get_text()[:30]
            )


def _problems_of_attributes(tag: Tag) -> Iterator[str]:
    extra = set(tag.attrs) - ({"href"} if tag.name == "a" else set())
    if extra:
        yield _("<{tag}> may not have “{attribute}”.").format(tag=tag.name, attribute=sorted(extra)[0])
    if tag.name == "a" and not _is_safe(str(tag.get("href", ""))):
        yield _("A link leads to https:// or to a page of ours that begins with /.")


def _is_safe(address: str) -> bool:
    if any(character.isspace() or character == "\\" for character in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(parts.hostname) and "@" not in parts.netloc
    return not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//")
