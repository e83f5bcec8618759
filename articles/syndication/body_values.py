"""From the parts of an imported body to the value of the story's body field, and what is wrong with that."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks.stream_block import StreamValue

from articles.pages.blocks import BodyBlock
from articles.syndication.items import BodyPart, PictureItem, StoryItem, VideoItem
from media.models import Picture, Video


def body_value(item: StoryItem, associated: dict[str, Picture | Video]) -> StreamValue:
    """The body with its pictures and videos in place; block ids follow from uri and position, so that they last."""
    raw = []
    for number, part in enumerate(item.body):
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{item.uri}#{number}"))
        if part.type == "association":
            raw += _placed(part, item, associated, key)
        else:
            raw.append({"type": part.type, "value": part.value, "id": key})
    return BodyBlock().to_python(raw)


def _placed(part: BodyPart, item: StoryItem, associated: dict[str, Picture | Video], key: str) -> list[dict[str, Any]]:
    """One picture, a gallery of several, and each video for itself."""
    names = [str(name) for name in part.value] if isinstance(part.value, list) else []
    uses = [(item.associations[name], associated[name]) for name in names if name in associated]
    pictures = [_picture_use(use, thing) for use, thing in uses if isinstance(use, PictureItem)]
    placed: list[dict[str, Any]] = []
    if len(pictures) == 1:
        placed.append({"type": "picture", "value": pictures[0], "id": key})
    elif pictures:
        items = [{"type": "item", "value": use, "id": f"{key[:-2]}{n:02}"} for n, use in enumerate(pictures)]
        placed.append({"type": "gallery", "value": items, "id": key})
    for use, thing in uses:
        if isinstance(use, VideoItem):
            value = {"video": thing.pk, "title": use.title, "caption": use.caption}
            placed.append({"type": "video", "value": value, "id": str(uuid.uuid5(uuid.UUID(key), str(thing.pk)))})
    return placed


def _picture_use(use: PictureItem, picture: Picture | Video) -> dict[str, Any]:
    return {"picture": picture.pk, "caption": use.caption, "alt": use.alt}


def faults_of(body: StreamValue) -> list[str]:
    """What the rules of the editor's form find wrong, block by block; a story may do without a body."""
    try:
        if body:
            body.stream_block.clean(body)
    except ValidationError as error:
        return [
            f"block {number + 1} ({body[number].block_type}): {words}"
            for number, inner in getattr(error, "block_errors", {}).items()
            for words in _words(inner)
        ] or error.messages
    return []


def _words(error: ValidationError) -> Iterator[str]:
    """The messages of a block, each after the name of the part that it concerns."""
    inner: dict[str | int, ValidationError] = getattr(error, "block_errors", {})
    for name, fault in inner.items():
        yield from (f"{name}: {words}" for words in _words(fault))
    own = getattr(error, "non_block_errors", None)
    yield from (str(words) for words in (error.messages if own is None else own))
