"""Parts of files: what of a file a request asks for (RFC 9110, section 14), and so many bytes of an open one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

CHUNK = 64 * 1024
ONE_RANGE = re.compile(r"bytes=[ \t]*(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})[ \t]*", re.ASCII | re.IGNORECASE)


class RangeIsNotThere(ValueError):
    """The request asks for bytes that the file does not have."""


class Readable(Protocol):
    """What is open and can be read."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""

    def close(self) -> None:
        """Lets it go."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some bytes of a file: the place of the first, and how many."""

    start: int
    length: int

    def of(self, size: int) -> str:
        """The value of Content-Range."""
        return f"bytes {self.start}-{self.start + self.length - 1}/{size}"


class Part:
    """So many bytes of an open file, from where it stands; the file is closed with it."""

    def __init__(self, file: Readable, length: int) -> None:
        self._file = file
        self._left = length

    def __iter__(self) -> Iterator[bytes]:
        while self._left > 0 and (chunk := self._file.read(min(CHUNK, self._left))):
            self._left -= len(chunk)
            yield chunk

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def span_of(header: str, size: int) -> Span | None:
    """What a Range header asks of a file of this size; None for the whole file.

    More than one range, another unit or what is no range may be answered with the whole (RFC 9110, 14.2). Raises
    RangeIsNotThere.
    """
    match = ONE_RANGE.fullmatch(header)
    if match is None or not (match["first"] or match["last"]):
        return None
    if not match["first"]:
        length = min(int(match["last"]), size)
        if length == 0:
            raise RangeIsNotThere
        return Span(size - length, length)
    first = int(match["first"])
    last = min(int(match["last"]), size - 1) if match["last"] else size - 1
    if match["last"] and int(match["last"]) < first:
        return None
    if first >= size:
        raise RangeIsNotThere
    return Span(first, last - first + 1)
