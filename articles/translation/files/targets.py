"""Targets of XLIFF as words and codes. Of a code only its number and which end it is are read.

What a file says that a code stands for is never used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from articles.translation.files.inline import Code, CodeKind, Flow, joined
from newsroom.exchange.xliff import local

READ_THROUGH = frozenset({"mrk", ""})
"""Marks that programs put around words, comments and instructions."""
PASSED_OVER = frozenset({"sm", "em"})
_ENDS = {"bx": CodeKind.OPEN, "sc": CodeKind.OPEN, "ex": CodeKind.CLOSE, "ec": CodeKind.CLOSE}


class CodeIsUnknown(ValueError):
    """A target holds an element that never left."""


def flow_of(elements: Iterable[Any]) -> tuple[Flow, str]:
    """The words and codes of targets one behind the other, and what is wrong with them."""
    try:
        return joined(item for element in elements for item in _inside(element)), ""
    except CodeIsUnknown as error:
        return (), _("The code “{name}” never left with the file.").format(name=str(error)[:30])


def has_words(element: Any) -> bool:
    """Whether there is an element and it says something."""
    return element is not None and bool("".join(element.itertext()).strip())


def has_gap(source: Any, target: Any) -> bool:
    """Whether a segment of 1.2 has words in the source and none in the target, of which other parts are translated."""
    if source is None or not has_words(target):
        return False
    translated = {mark.get("mid"): mark for mark in target.iter() if local(mark) == "mrk"}
    segments = [mark for mark in source.iter() if local(mark) == "mrk" and mark.get("mtype") == "seg"]
    return bool(translated) and any(
        has_words(mark) and not has_words(translated.get(mark.get("mid"))) for mark in segments
    )


def _inside(element: Any) -> Iterator[str | Code]:
    if local(element):
        yield element.text or ""
    for child in element:
        yield from _item(child)
        yield child.tail or ""


def _item(child: Any) -> Iterator[str | Code]:
    name, number = local(child), child.get("id") or ""
    if name in READ_THROUGH:
        yield from _inside(child)
    elif name in {"g", "pc"}:
        yield Code(CodeKind.OPEN, number)
        yield from _inside(child)
        yield Code(CodeKind.CLOSE, number)
    elif name in {"x", "ph"} and not (child.text or len(child)):
        yield Code(CodeKind.ALONE, number)
    elif name in _ENDS:
        yield Code(_ENDS[name], child.get("startRef") or child.get("rid") or number)
    elif name not in PASSED_OVER:
        raise CodeIsUnknown(name)
