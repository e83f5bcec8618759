"""The three places for files in one S3-compatible bucket (extra `production`)."""

from __future__ import annotations

from typing import Any

from storages.backends.s3 import S3Storage

from media.parts import Part
from media.storage import PrivateAddresses, PublishedAddresses


class PrivateBucket(PrivateAddresses, S3Storage):
    """Objects without public access, read by the program alone."""

    default_acl = "private"
    file_overwrite = False


class _ReadersBucket(PublishedAddresses, S3Storage):
    """Objects for readers, written at just the address that is wanted."""

    file_overwrite = True
    querystring_auth = False

    def part(self, name: str, start: int, length: int) -> Part:
        """So many bytes of an object, fetched while they are read. Raises FileNotFoundError."""
        file: Any = self.open(name)
        if length == 0:
            return Part(file, 0)
        return Part(file.obj.get(Range=f"bytes={start}-{start + length - 1}")["Body"], length)


class PublicBucket(_ReadersBucket):
    """Objects that a content network may fetch straight from the bucket."""

    default_acl = "public-read"


class GuardedBucket(_ReadersBucket):
    """Objects without public access; readers get them from `media.serving.published_file`."""

    default_acl = "private"
