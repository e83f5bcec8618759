"""The files beside an imported file: found inside its folder and nowhere else, checked, stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage
from django.db import transaction

from articles.syndication.items import PictureItem, SourceItem, VideoItem
from articles.syndication.problems import Findings
from media.intake import PictureRefused, check_picture, picture_from_path
from media.models import Picture, Video, VideoSource
from media.models.videos import CONTENT_TYPES

LARGEST_VIDEO = 2 * 1024 * 1024 * 1024
"""Bytes."""


class Enclosures:
    """Pictures and videos that come with one file; `forget` takes stored files away again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._stored: list[str] = []

    def find(self, href: str, path: str, findings: Findings) -> Path | None:
        """The file that a relative reference names, inside the folder even after symlinks; None after an error."""
        if not _is_relative(href):
            findings.error(path, f"{href!r} is not a reference to a file beside this one")
            return None
        for name in dict.fromkeys((href, unquote(href))):
            try:
                found = (self.folder / name).resolve(strict=True)
            except (OSError, ValueError, RuntimeError):
                continue
            if not found.is_relative_to(self.folder):
                findings.error(path, f"{href!r} leads out of the file's folder")
                return None
            if found.is_file():
                return found
        findings.error(path, f"there is no file {href!r} beside this one")
        return None

    def picture(self, item: PictureItem, findings: Findings) -> Picture | None:
        """The picture of this uri, made or brought up to date; None after an error."""
        known = Picture.objects.filter(uri=item.uri).first()
        if not item.href:
            if known is None:
                findings.error(item.path, f"no picture has the uri {item.uri!r}, and no file is given")
            return known
        found = self.find(item.href, item.path, findings)
        if found is None:
            return None
        content = found.read_bytes()
        # SHA-1 is how Wagtail knows a picture's file; it protects nothing here.
        if known and known.get_file_hash() == hashlib.sha1(content, usedforsecurity=False).hexdigest():
            return known
        file = picture_from_path(found, content)
        try:
            check_picture(file)
        except PictureRefused as refusal:
            findings.error(item.path, f"{found.name}: {refusal}")
            return None
        picture, replaced = known or Picture(uri=item.uri), known.file.name if known else ""
        picture.title = picture.title or (item.caption or found.stem)[:255]
        picture.caption, picture.alt_text = picture.caption or item.caption, picture.alt_text or item.alt
        picture.credit, picture.copyright_notice = item.credit, item.copyright_notice
        picture.file = file
        picture._set_image_file_metadata()
        try:
            picture.full_clean(exclude=["file"])
        except ValidationError as error:
            findings.error(item.path, " ".join(error.messages))
            return None
        picture.save()
        self._stored.append(picture.file.name)
        if replaced:
            picture.renditions.all().delete()
            _delete_later(default_storage, replaced)
        return picture

    def video(self, item: VideoItem, findings: Findings) -> Video | None:
        """The video of this uri, made or brought up to date; None after an error."""
        poster = self.picture(item.poster, findings) if item.poster else None
        files = [(source, self.find(source.href, source.path, findings)) for source in item.sources]
        if findings.errors:
            return None
        video = Video.objects.filter(uri=item.uri).first() or Video(uri=item.uri, title=item.title)
        video.poster = poster or video.poster
        video.duration = item.duration if item.duration is not None else video.duration
        try:
            video.full_clean()
        except ValidationError as error:
            findings.error(item.path, " ".join(error.messages))
            return None
        video.save()
        replaced = list(video.sources.exclude(file=""))
        for source, found in files:
            known = next((known for known in replaced if found and _is_same_file(known.file, found)), None)
            if known:
                replaced.remove(known)
            elif found:
                self._add_source(video, source, found, findings)
        if files and not findings.errors:
            _take_away(replaced)
        return None if findings.errors else video

    def _add_source(self, video: Video, item: SourceItem, found: Path, findings: Findings) -> None:
        if found.stat().st_size > LARGEST_VIDEO:
            findings.error(item.path, f"{found.name} is larger than {LARGEST_VIDEO // 1024**3} GB")
            return
        extension = found.suffix.lower().lstrip(".")
        source = VideoSource(video=video, content_type=item.content_type or CONTENT_TYPES.get(extension, ""))
        source.file = ContentFile(found.read_bytes(), name=found.name)
        try:
            source.full_clean(exclude=["video"])
        except ValidationError as error:
            findings.error(item.path, f"{found.name}: {' '.join(error.messages)}")
            return
        source.save()
        self._stored.append(source.file.name)

    def forget(self) -> None:
        """Takes away every file that was stored: what referred to it was rolled back."""
        for name in self._stored:
            default_storage.delete(name)
        self._stored.clear()


def _is_relative(href: str) -> bool:
    """Whether it can be a reference to a file beside another."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return not (parts.scheme or parts.netloc or href.startswith(("/", "\\")) or "\x00" in href)


def _is_same_file(stored: File, found: Path) -> bool:
    if stored.size != found.stat().st_size:
        return False
    with stored.open("rb") as ours, found.open("rb") as theirs:
        return hashlib.file_digest(ours, "sha256").digest() == hashlib.file_digest(theirs, "sha256").digest()


def _take_away(sources: Iterable[VideoSource]) -> None:
    """Deletes sources of a video, and their files once that is certain."""
    for source in sources:
        if source.file:
            _delete_later(source.file.storage, str(source.file.name))
        source.delete()  # its published copy goes with it


def _delete_later(storage: Storage, name: str) -> None:
    transaction.on_commit(lambda: storage.delete(name))
