"""The text of a story's body, taken from the raw blocks as the database holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

_BREAK = re.compile(r"</?(?:p|li|ul|ol|br|hr|div|blockquote|h[1-6])\b[^>]*>")
PLAIN = 2
"""Tags of a paragraph in which nothing is set off."""
_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Texts:
    """What the body says, by the fields of a document."""

    body: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    videos: list[str] = field(default_factory=list)
    has_video: bool = False


def plain_text(markup: str) -> str:
    """Rich text without its tags; paragraphs and points stand on lines of their own."""
    if markup.count("<") == PLAIN and markup.startswith("<p>") and markup.endswith("</p>"):
        return unescape(markup[3:-4]).strip()  # most paragraphs; it is three times as fast
    lines = unescape(_TAG.sub("", _BREAK.sub("\n", markup))).split("\n")
    return "\n".join(line for part in lines if (line := part.strip()))


def videos_in(blocks: Iterable[Mapping[str, Any]]) -> Iterator[int]:
    """The keys of the videos that raw blocks show, in order."""
    for block in blocks:
        key = block["value"].get("video") if block["type"] == "video" else None
        if key:
            yield key


def texts_of(blocks: Iterable[Mapping[str, Any]], spoken: Mapping[int, str]) -> Texts:
    """The text of every raw block; `spoken` are the words of videos by key. An unknown block has none."""
    texts = Texts()
    for block in blocks:
        read = _READERS.get(block["type"])
        if read:
            read(texts, block["value"], spoken)
    return texts


def _rich(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    texts.body.append(plain_text(value))


def _line(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    texts.body.append(value)


def _quote(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    texts.body += [plain_text(value.get("text") or ""), value.get("speaker") or ""]


def _fact_box(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    texts.body += [value.get("heading") or "", plain_text(value.get("text") or "")]


def _captioned(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    texts.captions.append(value.get("caption") or "")


def _gallery(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    for item in value:
        _captioned(texts, item.get("value", item), spoken)


def _video(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    texts.videos += [value.get("title") or "", spoken.get(value.get("video") or 0, "")]
    texts.captions.append(value.get("caption") or "")
    texts.has_video = texts.has_video or value.get("video") in spoken


def _embed(texts: Texts, value: Any, spoken: Mapping[int, str]) -> None:
    """Whatever can be embedded is a video at one of the known providers."""
    _captioned(texts, value, spoken)
    texts.has_video = texts.has_video or bool(value.get("address"))


_READERS = {
    "paragraph": _rich,
    "heading": _line,
    "quote": _quote,
    "list": _rich,
    "fact_box": _fact_box,
    "picture": _captioned,
    "gallery": _gallery,
    "video": _video,
    "embed": _embed,
}
READ_BLOCKS = frozenset(_READERS)
"""Kinds of blocks whose text is found; a test holds them to the kinds that there are."""
