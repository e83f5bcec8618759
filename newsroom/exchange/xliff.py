"""XLIFF documents 1.2 and 2.x as trees of elements: read without trust, written without HTML.

Any document type is refused before anything is resolved, so there are no entities and nothing outside is fetched.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from newsroom.exchange.refusing import FileIsRefused

NAMESPACE_1 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"
"""Of 2.0 and 2.1 alike."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MOST_ELEMENTS = 50_000
"""Of a whole document; 31 languages of a notice take about 500, a long story 4,000, and programs add their own."""
MOST_NESTED = 100

_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_UNICODE = ("utf-8", "utf8", "us-ascii", "ascii")
_NUMBER = re.compile(r"[0-9]{1,9}")


def checked_root(text: str) -> Element:
    """The root of a document that is safe to read further. Raises FileIsRefused."""
    declared = _DECLARED.match(text)
    if declared and declared.group(1).lower() not in _UNICODE:
        raise FileIsRefused(
            _("The file says that it is in {encoding}. Save it in UTF-8.").format(encoding=declared.group(1)[:30])
        )
    try:
        root: Element = fromstring(text.encode(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise FileIsRefused(_("The file has a document type or entities, which are never read.")) from error
    except (ParseError, ValueError) as error:
        raise FileIsRefused(_("The file is not well-formed XML: {problem}.").format(problem=str(error))) from error
    if root.tag not in (f"{{{NAMESPACE_1}}}xliff", f"{{{NAMESPACE_2}}}xliff"):
        raise FileIsRefused(_("The file is XML, but neither XLIFF 1.2 nor XLIFF 2.0."))
    if root.find(f"{root.tag.removesuffix('xliff')}file") is None:
        raise FileIsRefused(_("The XLIFF has no file element."))
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise FileIsRefused(_("The XLIFF has more than {number} elements.").format(number=MOST_ELEMENTS))
    if _is_deep(root):
        raise FileIsRefused(_("The elements of the file are nested too deep."))
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace; nothing for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(element: Any, name: str) -> Any:
    """The first child of this name, or None."""
    return next((child for child in element if local(child) == name), None)


def notes_of(element: Any) -> dict[str, str]:
    """The notes of a file or unit by what they are about, wherever the version has them."""
    holders = [element, *(child for child in element if local(child) in {"header", "notes"})]
    rows = [row for holder in holders for row in holder if local(row) == "note"]
    return {row.get("from") or row.get("category") or "": (row.text or "").strip() for row in rows}


def number_in(text: str) -> int | None:
    """The whole number that a note says, None for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else None


def child(parent: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    """A new last element inside another, in its namespace."""
    namespace = parent.tag.partition("}")[0]
    made = parent.makeelement(f"{namespace}}}{name}", attributes or {})
    parent.append(made)
    return made


def _is_deep(root: Element) -> bool:
    level = [root]
    for _depth in range(MOST_NESTED):
        level = [inner for element in level for inner in element]
        if not level:
            return False
    return True
