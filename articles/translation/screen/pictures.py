"""Small pictures of what parts of a source refer to, found in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.credits.models import Agency, Correspondent, Place, Service
from articles.translation.parts import CREDITS, Part
from media.models import Picture, Video

SIZE = "max-165x165"


class Thumbnails:
    """The pictures, videos, places and parties of some parts."""

    def __init__(self, parts: Iterable[Part]) -> None:
        parts = list(parts)
        pictures = {key for part in parts for key in _inside(part, "picture", "lead_picture")}
        videos = {key for part in parts for key in _inside(part, "video")}
        self._pictures = Picture.objects.prefetch_renditions(SIZE).in_bulk(pictures) if pictures else {}
        self._videos = Video.objects.in_bulk(videos) if videos else {}
        self._parties = {}
        for name, model in (("correspondent", Correspondent), ("service", Service), ("agency", Agency)):
            keys = {row[name] for part in parts if part.key == CREDITS for row in part.value if row[name]}
            self._parties[name] = model._default_manager.in_bulk(keys) if keys else {}
        places = {part.value for part in parts if part.key == "place" and part.value}
        self._places = Place.objects.in_bulk(places) if places else {}

    def of(self, part: Part) -> SafeString:
        """What the part refers to, as HTML."""
        if part.key == CREDITS:
            return format_html_join("", "<p>{}</p>", ((name,) for name in self._names(part.value)))
        if part.key == "place":
            place = self._places.get(part.value)
            return format_html("<p>{}</p>", place) if place else SafeString("")
        pictures = [self._pictures[key] for key in _inside(part, "picture", "lead_picture") if key in self._pictures]
        videos = [self._videos[key] for key in _inside(part, "video") if key in self._videos]
        return format_html(
            "{}{}",
            format_html_join("", "{}", ((self._image(picture),) for picture in pictures)),
            format_html_join("", "<p>▶ {}</p>", ((video.title,) for video in videos)),
        )

    def _image(self, picture: Picture) -> SafeString:
        try:
            made = picture.get_rendition(SIZE)
        except OSError:  # the file is lost or is no picture; the title still tells which one it was
            return format_html("<p>{}</p>", picture.title)
        return format_html(
            '<img src="{}" alt="{}" width="{}" height="{}">', made.url, picture.title, made.width, made.height
        )

    def _names(self, rows: list[dict[str, Any]]) -> Iterator[str]:
        for row in rows:
            for name, known in self._parties.items():
                if row[name] in known:
                    yield str(known[row[name]])


def _inside(part: Part, name: str, field: str = "") -> Iterator[int]:
    """The keys that a part holds under this name, wherever inside."""
    if part.key == field and part.value:
        yield part.value
    if part.is_block:
        yield from _search(part.value, name)


def _search(value: Any, name: str) -> Iterator[int]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, int):
                yield inner
            else:
                yield from _search(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _search(inner, name)
