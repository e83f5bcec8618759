"""XLIFF 1.2 and 2.0 as it comes back: never trusted, any document type is refused before anything is resolved."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from articles.legal.exchange.rows import MOST_ROWS, FileIsRefused, Returned, Words
from articles.legal.exchange.xliff_files import FIELDS, NAMESPACE_1, NAMESPACE_2
from newsroom.languages import by_tag

MOST_ELEMENTS = 50_000
"""Of a whole document; 31 languages take about 500, and translators' programs add their own."""

_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_UNICODE = ("utf-8", "utf8", "us-ascii", "ascii")


def read(text: str, first: int = 1) -> list[Returned]:
    """A row for each file element, counted from `first`; raises FileIsRefused."""
    root = checked_root(text)
    namespace = root.tag.partition("}")[0].lstrip("{")
    store: Any = Xliff1File() if namespace == NAMESPACE_1 else Xliff2File()
    try:
        store.parse(text.encode())
    except (SyntaxError, ValueError, AssertionError) as error:
        raise FileIsRefused(_("The XLIFF cannot be read: {problem}.").format(problem=str(error)[:200])) from error
    files = list(store.document.getroot().iterchildren(f"{{{namespace}}}file"))
    units: dict[Any, list[Any]] = {file: [] for file in files}
    for unit in store.units:
        for file in unit.xmlelement.iterancestors(f"{{{namespace}}}file"):
            units.get(file, []).append(unit)
    return [_returned(place, file, units[file]) for place, file in enumerate(files, first)]


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
    files = len(root.findall(f"{root.tag.removesuffix('xliff')}file"))
    if not files:
        raise FileIsRefused(_("The XLIFF has no file element."))
    if files > MOST_ROWS:
        raise FileIsRefused(_("The file has more than {number} rows.").format(number=MOST_ROWS))
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise FileIsRefused(_("The XLIFF has more than {number} elements.").format(number=MOST_ELEMENTS))
    return root


def _returned(place: int, file: Any, units: list[Any]) -> Returned:
    notes = _notes(file)
    tag = file.get("target-language") or file.getparent().get("trgLang") or ""
    row = by_tag(tag)
    number = notes.get("version", "")
    texts = {_name(unit): unit.target or "" for unit in units}
    return Returned(
        place=place,
        notice=notes.get("notice") or file.get("original", ""),
        language=row.code if row else tag,
        source_digest=notes.get("source-digest", "").lower(),
        number=int(number) if re.fullmatch(r"[0-9]{1,9}", number) else None,
        words=Words(*(texts.get(name, "") for name in FIELDS)),
        problem=_problem(units),
    )


def _notes(file: Any) -> dict[str, str]:
    """The notes that left with the file element, by what they are about."""
    kept: dict[str, str] = {}
    for holder in file:
        if _local(holder) in ("header", "notes"):
            for note in holder:
                if _local(note) == "note":
                    kept[note.get("from") or note.get("category") or ""] = (note.text or "").strip()
    return kept


def _problem(units: list[Any]) -> str:
    names = [_name(unit) for unit in units]
    for name in FIELDS:
        if name not in names and name != "link_label":
            return _("The unit “{name}” is missing.").format(name=name)
        if names.count(name) > 1:
            return _("The unit “{name}” stands there twice, or is cut into segments: join them.").format(name=name)
    for unit in units:
        target = unit.target_dom
        if target is not None and any(_local(part) not in ("mrk", "") for part in target.iterdescendants()):
            return _("The target of “{name}” has XLIFF codes: write the tags as they stand in the source.").format(
                name=_name(unit)
            )
    return ""


def _name(unit: Any) -> str:
    """Which field a unit is of: what XLIFF 1.2 says on it, and 2.0 on the element around its segments."""
    holder = unit.getunitelement() if hasattr(unit, "getunitelement") else unit.xmlelement
    return str(holder.get("id") or "")


def _local(element: Any) -> str:
    """The name of an element without its namespace; nothing for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
