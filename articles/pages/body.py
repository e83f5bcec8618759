"""What a story's body refers to."""

from __future__ import annotations

from collections.abc import Iterator

from wagtail.blocks.stream_block import StreamValue

from media.models import Picture, Video


def pictures_in(body: StreamValue) -> Iterator[Picture]:
    """Every picture that the body shows, in order; one that was deleted is passed over."""
    for block in body:
        if block.block_type == "picture":
            uses = [block.value]
        elif block.block_type == "gallery":
            uses = list(block.value)
        else:
            continue
        yield from (use["picture"] for use in uses if use.get("picture"))


def videos_in(body: StreamValue) -> Iterator[Video]:
    """Every video that the body shows, in order."""
    for block in body:
        if block.block_type == "video" and block.value.get("video"):
            yield block.value["video"]
