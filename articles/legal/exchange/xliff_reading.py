"""XLIFF 1.2 and 2.0 as it comes back: never trusted, any document type is refused before anything is resolved."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from articles.legal.exchange.rows import MOST_ROWS, Returned, Words
from articles.legal.exchange.xliff_files import FIELDS
from newsroom.exchange.refusing import FileIsRefused
from newsroom.exchange.xliff import NAMESPACE_1, checked_root, local, notes_of, number_in
from newsroom.languages import by_tag


def read(text: str, first: int = 1) -> list[Returned]:
    """A row for each file element, counted from `first`; raises FileIsRefused."""
    root = checked_root(text)
    files_found = sum(1 for element in root if local(element) == "file")
    if files_found > MOST_ROWS:
        raise FileIsRefused(_("The file has more than {number} rows.").format(number=MOST_ROWS))
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


def _returned(place: int, file: Any, units: list[Any]) -> Returned:
    notes = notes_of(file)
    tag = file.get("target-language") or file.getparent().get("trgLang") or ""
    row = by_tag(tag)
    texts = {_name(unit): unit.target or "" for unit in units}
    return Returned(
        place=place,
        notice=notes.get("notice") or file.get("original", ""),
        language=row.code if row else tag,
        source_digest=notes.get("source-digest", "").lower(),
        number=number_in(notes.get("version", "")),
        words=Words(*(texts.get(name, "") for name in FIELDS)),
        problem=_problem(units),
    )


def _problem(units: list[Any]) -> str:
    names = [_name(unit) for unit in units]
    for name in FIELDS:
        if name not in names and name != "link_label":
            return _("The unit “{name}” is missing.").format(name=name)
        if names.count(name) > 1:
            return _("The unit “{name}” stands there twice, or is cut into segments: join them.").format(name=name)
    for unit in units:
        target = unit.target_dom
        if target is not None and any(local(part) not in ("mrk", "") for part in target.iterdescendants()):
            return _("The target of “{name}” has XLIFF codes: write the tags as they stand in the source.").format(
                name=_name(unit)
            )
    return ""


def _name(unit: Any) -> str:
    """Which field a unit is of: what XLIFF 1.2 says on it, and 2.0 on the element around its segments."""
    holder = unit.getunitelement() if hasattr(unit, "getunitelement") else unit.xmlelement
    return str(holder.get("id") or "")
