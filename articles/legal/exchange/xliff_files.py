"""Texts as XLIFF for translators' programs: 1.2 holds every language in one document, 2.0 is a document per language.

The tags of a body are text to XLIFF, so that they return as they left. A file element says in notes which notice it is
of, and which versions of source and translation its words are.
"""

from __future__ import annotations

from typing import Any

from translate.storage.xliff import Xliff1File, Xliff1Unit
from translate.storage.xliff2 import Xliff2File

from articles.legal.exchange.rows import Row, State
from newsroom.exchange.xliff import NAMESPACE_1, NAMESPACE_2, SPACE, child

FIELDS = ("heading", "body", "link_label")

_EMPTY_1 = f'<xliff version="1.2" xmlns="{NAMESPACE_1}"><file original=""><body/></file></xliff>'
_EMPTY_2 = f'<xliff version="2.0" xmlns="{NAMESPACE_2}"><file id="empty"/></xliff>'


class Unit1(Xliff1Unit):
    """A unit of XLIFF 1.2; the library's own is of 1.1 when it is made."""

    namespace = NAMESPACE_1


def write_1(rows: list[Row]) -> bytes:
    """One XLIFF 1.2 document with a file element for each language but the source's."""
    store: Xliff1File[Any] = Xliff1File()
    store.parse(_EMPTY_1.encode())
    root = store.document.getroot()
    root.remove(root[0])
    for row in _to_translate(rows):
        file = child(
            root,
            "file",
            {"original": row.notice, "source-language": row.source_tag, "target-language": row.tag, "datatype": "html"},
        )
        header = child(file, "header")
        for name, text in _notes(row).items():
            child(header, "note", {"from": name}).text = text
        store.body = child(file, "body")
        for name, source, target in _fields(row):
            _add_unit_1(store, row, name, source, target)
    return bytes(store)


def write_2(row: Row) -> bytes:
    """An XLIFF 2.0 document, which can have one target language only."""
    store = Xliff2File()
    store.parse(_EMPTY_2.encode())
    root = store.document.getroot()
    root.attrib.update({"srcLang": row.source_tag, "trgLang": row.tag})
    root.remove(root[0])
    file = child(root, "file", {"id": row.language, "original": row.notice})
    notes = child(file, "notes")
    for name, text in _notes(row).items():
        child(notes, "note", {"category": name}).text = text
    store.body = file
    for name, source, target in _fields(row):
        _add_unit_2(store, row, name, source, target)
    return bytes(store)


def documents_2(rows: list[Row]) -> dict[str, bytes]:
    """XLIFF 2.0 documents by file name, one for each language but the source's."""
    return {f"{row.notice}.{row.language}.xlf": write_2(row) for row in _to_translate(rows)}


def _to_translate(rows: list[Row]) -> list[Row]:
    return [row for row in rows if not row.is_source]


def _fields(row: Row) -> list[tuple[str, str, str]]:
    """Name, source and target of each field that says something; programs lose units without words."""
    fields = [(name, getattr(row.source, name), getattr(row.words, name)) for name in FIELDS]
    return [(name, source, target) for name, source, target in fields if source or target]


def _notes(row: Row) -> dict[str, str]:
    return {
        "notice": row.notice,
        "source-digest": row.source_digest,
        "source-version": str(row.source_number),
        "version": str(row.number),
        "state": row.state.value,
    }


def _add_unit_1(store: Xliff1File[Any], row: Row, name: str, source: str, target: str) -> None:
    unit = Unit1(source)
    unit.setid(name)
    store.addunit(unit)
    if target:
        unit.settarget(target)
        unit.markapproved(False)  # setting a target approves it
        unit.target_dom.set("state", "translated" if row.state == State.CURRENT else "needs-review-translation")


def _add_unit_2(store: Xliff2File, row: Row, name: str, source: str, target: str) -> None:
    unit = store.UnitClass(source)
    unit.setid(name)
    store.addunit(unit)
    if target:
        unit.settarget(target)
    unit.xmlelement.set("state", "translated" if target and row.state == State.CURRENT else "initial")
    # The library writes it on the segment, where XLIFF 2.0 does not have it.
    del unit.xmlelement.attrib[SPACE]
    unit.getunitelement().attrib.update({"name": name, "canResegment": "no", SPACE: "preserve"})
