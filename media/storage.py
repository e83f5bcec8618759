"""Two places for files: private (originals, everything unpublished) and public (copies that readers may fetch)."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.urls import reverse
from django.utils.deconstruct import deconstructible


class PrivateAddresses:
    """Gives files the address of `media.views.private_file`, which asks who is looking."""

    def url(self, name: str | None) -> str:
        """The address for people who are logged in and may see the file."""
        return reverse("private_file", args=[name])


@deconstructible(path="media.storage.PrivateFolder")
class PrivateFolder(PrivateAddresses, FileSystemStorage):
    """A folder that no server hands out."""


@deconstructible(path="media.storage.PublicFolder")
class PublicFolder(FileSystemStorage):
    """A folder served at MEDIA_URL."""

    def __init__(self, location: str | None = None) -> None:
        super().__init__(location=location, base_url=settings.MEDIA_URL)


def public_storage() -> Storage:
    """Where published copies lie."""
    return storages["public"]
