"""Three places for files: private, public and guarded.

Private are originals and everything unpublished; public are copies for readers, which any server may hand out; guarded
are copies that the program alone hands out, because it must first ask who wants them.
"""

from __future__ import annotations

from typing import Any, Protocol

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.urls import reverse
from django.utils.deconstruct import deconstructible
from django.utils.encoding import filepath_to_uri

from media.parts import Part


class PrivateAddresses:
    """Gives files the address of `media.views.private_file`, which asks who is looking."""

    def url(self, name: str | None) -> str:
        """The address for people who are logged in and may see the file."""
        return reverse("private_file", args=[name])


class PublishedAddresses:
    """Gives files of readers one kind of address below MEDIA_URL, wherever they lie.

    An address that said that a file is guarded would tell everybody of an order that is a secret; and pages need not
    change when a file changes its place.
    """

    def url(self, name: str | None) -> str:
        """The address for readers."""
        return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"


class ReadInParts(Protocol):
    """A place whose files can be read from the middle."""

    def size(self, name: str) -> int:
        """How many bytes a file has. Raises FileNotFoundError."""

    def part(self, name: str, start: int, length: int) -> Part:
        """So many bytes of a file. Raises FileNotFoundError."""


@deconstructible(path="media.storage.PrivateFolder")
class PrivateFolder(PrivateAddresses, FileSystemStorage):
    """A folder that no server hands out."""


class _ReadersFolder(PublishedAddresses, FileSystemStorage):
    """A folder of files for readers."""

    def __init__(self, location: str | None = None) -> None:
        super().__init__(location=location, base_url=settings.MEDIA_URL)

    def part(self, name: str, start: int, length: int) -> Part:
        """So many bytes of a file. Raises FileNotFoundError."""
        file: Any = self.open(name)
        file.seek(start)
        return Part(file, length)


@deconstructible(path="media.storage.PublicFolder")
class PublicFolder(_ReadersFolder):
    """A folder that a web server may hand out at MEDIA_URL."""


@deconstructible(path="media.storage.GuardedFolder")
class GuardedFolder(_ReadersFolder):
    """A folder that no server hands out; readers get its files from `media.serving.published_file`."""


def public_storage() -> Storage:
    """Where published copies lie that everybody may have."""
    return storages["public"]


def guarded_storage() -> Storage:
    """Where published copies lie that the law may withhold from some reader."""
    return storages["guarded"]


def withdraw(name: str) -> None:
    """Takes a copy away, wherever it lies."""
    for place in (public_storage(), guarded_storage()):
        place.delete(name)
