"""One translation as a document of XLIFF 1.2 or 2.0.

Codes carry no HTML: in 2.0 the tag stands beside them as original data for the eye, and is never read back.
"""

from __future__ import annotations

import re
from typing import Any

from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from articles.translation.files.inline import MAY_GO, Code, CodeKind, Flow, Tag
from articles.translation.files.values import Sent, SentStory, State, id_of
from newsroom.exchange.xliff import NAMESPACE_1, NAMESPACE_2, SPACE, child
from newsroom.languages import language

ITS = "http://www.w3.org/2005/11/its"
MACHINE_1, MACHINE_2 = "mt-suggestion", "newsroom:mt"
STATES_1 = {State.INITIAL: "needs-translation", State.TRANSLATED: "translated", State.REVIEWED: "signed-off"}
FORMATTING = {"b": "xlf:b", "strong": "xlf:b", "i": "xlf:i", "em": "xlf:i"}

_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EMPTY_1 = (
    f'<xliff version="1.2" xmlns="{NAMESPACE_1}" xmlns:its="{ITS}" its:version="2.0">'
    '<file original=""><body/></file></xliff>'
)
_EMPTY_2 = f'<xliff version="2.0" xmlns="{NAMESPACE_2}"><file id="empty"/></xliff>'


def write_1(story: SentStory) -> bytes:
    """An XLIFF 1.2 document."""
    store: Xliff1File[Any] = Xliff1File()
    store.parse(_EMPTY_1.encode())
    root = store.document.getroot()
    root.remove(root[0])
    languages = {"source-language": story.source_tag, "target-language": story.tag}
    file = child(root, "file", {"original": story.work, "datatype": "x-story", **languages})
    header = child(file, "header")
    for name, text in _notes(story).items():
        child(header, "note", {"from": name}).text = text
    body = child(file, "body")
    for unit in story.units:
        _unit_1(body, unit, language(story.code).direction)
    return bytes(store)


def write_2(story: SentStory) -> bytes:
    """An XLIFF 2.0 document, whose one target language has its direction."""
    store = Xliff2File()
    store.parse(_EMPTY_2.encode())
    root = store.document.getroot()
    root.attrib.update({"srcLang": story.source_tag, "trgLang": story.tag})
    root.remove(root[0])
    directions = {"srcDir": language(story.source_code).direction, "trgDir": language(story.code).direction}
    file = child(root, "file", {"id": "story", "original": story.work, **directions})
    notes = child(file, "notes")
    for name, text in _notes(story).items():
        child(notes, "note", {"category": name}).text = text
    for unit in story.units:
        _unit_2(file, unit)
    return bytes(store)


def _notes(story: SentStory) -> dict[str, str]:
    return {
        "headline": _allowed(story.headline),
        "translation": str(story.translation),
        "source-revision": str(story.source_revision or ""),
        "revision": str(story.revision or ""),
    }


def _unit_notes(unit: Sent) -> dict[str, str]:
    longest = {"longest": str(unit.longest)} if unit.longest else {}
    return {"digest": unit.digest, "kind": unit.note, **longest}


def _unit_1(body: Any, unit: Sent, direction: str) -> None:
    limit = {"maxwidth": str(unit.longest), "size-unit": "char"} if unit.longest else {}
    attributes = {"id": id_of(unit.key), "resname": unit.key, SPACE: "preserve", "approved": "no", **limit}
    element = child(body, "trans-unit", attributes)
    _fill_1(child(element, "source"), unit.source, unit.tags)
    if unit.target:
        qualifier = {"state-qualifier": MACHINE_1} if unit.is_machine else {}
        target = {"state": STATES_1[unit.state], f"{{{ITS}}}dir": direction, **qualifier}
        _fill_1(child(element, "target", target), unit.target, unit.tags)
    for name, text in _unit_notes(unit).items():
        child(element, "note", {"from": name}).text = text


def _unit_2(file: Any, unit: Sent) -> None:
    element = child(file, "unit", {"id": id_of(unit.key), "name": unit.key, SPACE: "preserve"})
    notes = child(element, "notes")
    for name, text in _unit_notes(unit).items():
        child(notes, "note", {"category": name}).text = text
    if unit.tags:
        data = child(element, "originalData")
        for number, tag in unit.tags.items():
            child(data, "data", {"id": f"d{number}"}).text = _allowed(tag.html)
    machine = {"subState": MACHINE_2} if unit.is_machine else {}
    segment = child(element, "segment", {"state": unit.state.value, **machine})
    _fill_2(child(segment, "source"), unit.source, unit.tags)
    if unit.target:
        _fill_2(child(segment, "target"), unit.target, unit.tags)


def _fill_1(element: Any, flow: Flow, tags: dict[str, Tag]) -> None:
    def made(parent: Any, code: Code) -> Any:
        name = "x" if code.kind is CodeKind.ALONE else "g"
        return child(parent, name, {"id": code.id, "ctype": f"x-html-{tags[code.id].name}"})

    _fill(element, flow, made)


def _fill_2(element: Any, flow: Flow, tags: dict[str, Tag]) -> None:
    def made(parent: Any, code: Code) -> Any:
        tag, data = tags[code.id], f"d{code.id}"
        rights = {"canCopy": "no", "canDelete": "yes" if tag.name in MAY_GO else "no"}
        if code.kind is CodeKind.ALONE:
            return child(parent, "ph", {"id": code.id, "dataRef": data, "disp": f"<{tag.name}>", **rights})
        kind = {"type": "fmt", "subType": FORMATTING[tag.name]} if tag.name in FORMATTING else {}
        kind = {"type": "link"} if tag.name == "a" else kind
        return child(
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
    return _NOT_IN_XML.sub("", text)
