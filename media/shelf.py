"""The pictures and videos of one page, fetched at once: a fixed number of queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch

from media.models import CaptionTrack, Picture, PublishedRendition, Video, VideoSource
from media.sizes import FORMATS, Size, sizes_for


@dataclass(frozen=True, slots=True)
class Copy:
    """One file that a browser may choose."""

    url: str
    width: int
    height: int


@dataclass
class Shelf:
    """What a page shows. In a preview, private cuts stand in for the public copies that do not exist yet."""

    pictures: Collection[int]
    videos: Collection[int] = ()
    is_preview: bool = False
    _private: dict[tuple[int, str], dict[str, list[Copy]]] = field(default_factory=dict)

    @cached_property
    def _published(self) -> dict[tuple[int, str], dict[str, list[Copy]]]:
        wanted = {*self.pictures, *(video.poster_id for video in self._videos.values() if video.poster_id)}
        found: dict[tuple[int, str], dict[str, list[Copy]]] = defaultdict(lambda: defaultdict(list))
        for row in PublishedRendition.objects.filter(picture__in=wanted):
            found[row.picture_id, row.shape][row.format].append(Copy(row.file.url, row.width, row.height))
        return found

    @cached_property
    def _videos(self) -> dict[int, Video]:
        if not self.videos:
            return {}
        related = (
            Prefetch("sources", VideoSource.objects.order_by("sort_order")),
            Prefetch("tracks", CaptionTrack.objects.order_by("sort_order")),
        )
        return Video.objects.select_related("poster").prefetch_related(*related).in_bulk(set(self.videos))

    def video(self, key: int) -> Video | None:
        """The video with its poster, sources and tracks."""
        return self._videos.get(key)

    def copies(self, picture: Picture, shape: str) -> dict[str, list[Copy]]:
        """The files of a picture in a shape by format, best format first, widths ascending; empty if it has none."""
        if self.is_preview:
            return self._cut_privately(picture, shape)
        found = self._published.get((picture.pk, shape), {})
        return {name: found[name] for name in FORMATS if name in found}

    def _cut_privately(self, picture: Picture, shape: str) -> dict[str, list[Copy]]:
        key = (picture.pk, shape)
        if key not in self._private:
            sizes = [
                size
                for size in sizes_for(picture.width, picture.height)
                if size.shape == shape and "jpeg" in size.formats
            ]
            self._private[key] = {"jpeg": [_private_copy(picture, size) for size in sizes]}
        return self._private[key]


def _private_copy(picture: Picture, size: Size) -> Copy:
    rendition = picture.get_rendition(size.spec("jpeg"))
    return Copy(rendition.url, rendition.width, rendition.height)
