"""The kinds of file in which translations leave: one document, or an archive of a document for each language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.translation.files.values import SentStory
from articles.translation.files.writing import write_1, write_2
from newsroom.exchange.archives import pack

FORMATS: dict[str, tuple[str, Callable[[SentStory], bytes]]] = {
    "2.0": ("XLIFF 2", write_2),
    "1.2": ("XLIFF 1.2", write_1),
}
"""Names as translators' programs say them."""


@dataclass(frozen=True, slots=True)
class File:
    """What is downloaded."""

    name: str
    content_type: str
    content: bytes


def file_of(stories: list[SentStory], name: str) -> File:
    """The file of one translation or of several, in this format."""
    write = FORMATS[name][1]
    documents = {f"story-{story.story}.{story.code}.xlf": write(story) for story in stories}
    if len(documents) == 1:
        [(title, content)] = documents.items()
        return File(title, "application/x-xliff+xml", content)
    return File(f"story-{stories[0].source}.zip", "application/zip", pack(documents))
