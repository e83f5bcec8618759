"""Translations as XLIFF: 1.2 holds several languages in one document, 2.0 is a document for each.

Codes carry no HTML: in 2.0 the tag stands beside them as original data for the eye, and is never read back.
"""

from __future__ import annotations

from typing import Any

from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from articles.translation.files.inline import MAY_GO, Code, CodeKind, Flow, Tag
from articles.translation.files.values import Sent, SentStory, State, id_of
from newsroom.languages import language

NAMESPACE_1 = "urn:oasis:names:tc:xliff:document:1.2"
NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"
ITS = "http://www.w3.org/2005/11/its"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MACHINE_1, MACHINE_2 = "mt-suggestion", "newsroom:mt"
STATES_1 = {State.INITIAL: "needs-translation", State.TRANSLATED: "translated", State.REVIEWED: "signed-off"}
FORMATTING = {"b": "pref:b", "strong": "pref:b", "i": "pref:i", "em": "pref:i"}

_EMPTY_1 = (
    f'<xliff version="1.2" xmlns="{NAMESPACE_1}" xmlns:its="{ITS}" its:version="2.0">'
    '<file original=""><body/></file></xliff>'
)
_EMPTY_2 = f'<xliff version="2.0" xmlns="{NAMESPACE_2}"><file id="empty"/></xliff>'


def write_1(stories: list[SentStory]) -> bytes:
    """One XLIFF 1.2 document with a file element for each."""
    store: Xliff1File[Any] = Xliff1File()
    store.parse(_EMPTY_1.encode())
    root = store.document.getroot()
    root.remove(root[0])
    for story in stories:
        languages = {"source-language": story.source_tag, "target-language": story.tag}
        file = _child(root, "file", {"original": story.work, "datatype": "x-story", **languages})
        header = _child(file, "header")
        for name, text in _notes(story).items():
            _child(header, "note", {"from": name}).text = text
        body = _child(file, "body")
        for unit in story.units:
            _unit_1(body, unit, language(story.code).direction)
    return bytes(store)


def write_2(story: SentStory) -> bytes:
    """An XLIFF 2.0 document, which can have one target language only."""
    store = Xliff2File()
    store.parse(_EMPTY_2.encode())
    root = store.document.getroot()
    root.attrib.update({"srcLang": story.source_tag, "trgLang": story.tag})
    root.remove(root[0])
    directions = {"srcDir": language(story.source_code).direction, "trgDir": language(story.code).direction}
    file = _child(root, "file", {"id": "story", "original": story.work, **directions})
    notes = _child(file, "notes")
    for name, text in _notes(story).items():
        _child(notes, "note", {"category": name}).text = text
    for unit in story.units:
        _unit_2(file, unit)
    return bytes(store)


def _notes(story: SentStory) -> dict[str, str]:
    return {
        "headline": story.headline,
        "source-revision": str(story.source_revision or ""),
        "revision": str(story.revision or ""),
    }


def _unit_notes(unit: Sent) -> dict[str, str]:
    longest = {"longest": str(unit.longest)} if unit.longest else {}
    return {"digest": unit.digest, "kind": unit.note, **longest}


def _unit_1(body: Any, unit: Sent, direction: str) -> None:
    limit = {"maxwidth": str(unit.longest), "size-unit": "char"} if unit.longest else {}
    attributes = {"id": id_of(unit.key), "resname": unit.key, SPACE: "preserve", "approved": "no", **limit}
    element = _child(body, "trans-unit", attributes)
    _fill_1(_child(element, "source"), unit.source, unit.tags)
    if unit.target:
        qualifier = {"state-qualifier": MACHINE_1} if unit.is_machine else {}
        target = {"state": STATES_1[unit.state], f"{{{ITS}}}dir": direction, **qualifier}
        _fill_1(_child(element, "target", target), unit.target, unit.tags)
    for name, text in _unit_notes(unit).items():
        _child(element, "note", {"from": name}).text = text


def _unit_2(file: Any, unit: Sent) -> None:
    element = _child(file, "unit", {"id": id_of(unit.key), "name": unit.key, SPACE: "preserve"})
    notes = _child(element, "notes")
    for name, text in _unit_notes(unit).items():
        _child(notes, "note", {"category": name}).text = text
    if unit.tags:
        data = _child(element, "originalData")
        for number, tag in unit.tags.items():
            _child(data, "data", {"id": f"d{number}"}).text = tag.html
    machine = {"subState": MACHINE_2} if unit.is_machine else {}
    segment = _child(element, "segment", {"state": unit.state.value, **machine})
    _fill_2(_child(segment, "source"), unit.source, unit.tags)
    if unit.target:
        _fill_2(_child(segment, "target"), unit.target, unit.tags)


def _fill_1(element: Any, flow: Flow, tags: dict[str, Tag]) -> None:
    def made(parent: Any, code: Code) -> Any:
        name = "x" if code.kind is CodeKind.ALONE else "g"
        return _child(parent, name, {"id": code.id, "ctype": f"x-html-{tags[code.id].name}"})

    _fill(element, flow, made)


def _fill_2(element: Any, flow: Flow, tags: dict[str, Tag]) -> None:
    def made(parent: Any, code: Code) -> Any:
        tag, data = tags[code.id], f"d{code.id}"
        rights = {"canCopy": "no", "canDelete": "yes" if tag.name in MAY_GO else "no"}
        if code.kind is CodeKind.ALONE:
            return _child(parent, "ph", {"id": code.id, "dataRef": data, "disp": f"<{tag.name}>", **rights})
        kind = {"type": "fmt", "subType": FORMATTING[tag.name]} if tag.name in FORMATTING else {}
        kind = {"type": "link"} if tag.name == "a" else kind
        return _child(
            parent, "pc", {"id": code.id, "dataRefStart": data, "dispStart": f"<{tag.name}>", **rights, **kind}
        )

    _fill(element, flow, made)


def _fill(element: Any, flow: Flow, made: Any) -> None:
    """Puts words and codes into an element."""
    inside = [element]
    for item in flow:
        here = inside[-1]
        if isinstance(item, str):
            if len(here):
                here[-1].tail = (here[-1].tail or "") + _allowed(item)
            else:
                here.text = (here.text or "") + _allowed(item)
        elif item.kind is CodeKind.CLOSE:
            inside.pop()
        else:
            child = made(here, item)
            if item.kind is CodeKind.OPEN:
                inside.append(child)


def _allowed(text: str) -> str:
    """Without the few characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")


def _child(parent: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    namespace = parent.tag.partition("}")[0]
    child = parent.makeelement(f"{namespace}}}{name}", attributes or {})
    parent.append(child)
    return child
