"""Tags that put pictures and video on a page."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language

from media.models import CaptionTrack, Picture, Video
from media.providers import provider_of
from media.shelf import Copy, Shelf
from newsroom.languages import Language, chain, language

register = template.Library()

SIZES = {
    "lead": "(min-width: 72rem) 50rem, (min-width: 64rem) calc(100vw - 24rem), 100vw",
    "column": "(min-width: 44rem) 42rem, 100vw",
    "half": "(min-width: 44rem) 21rem, (min-width: 35rem) 50vw, 100vw",
    "card": "(min-width: 60rem) 21rem, (min-width: 38rem) 46vw, 100vw",
    "small": "8rem",
}
"""How wide a picture stands on the page, for `sizes`: names of places, not of pictures."""


@register.inclusion_tag("media/picture.html", takes_context=True)
def picture(
    context: template.Context, image: Picture | None, alt: str = "", shape: str = "wide", place: str = "card"
) -> dict[str, Any]:
    """A responsive picture that reserves its space; nothing at all where the picture has no public copy."""
    shelf: Shelf | None = context.get("shelf")
    copies = shelf.copies(image, shape) if image and shelf else {}
    fallback = copies.get("jpeg", [])
    return {
        "sources": [(f"image/{name}", _srcset(found)) for name, found in copies.items() if name != "jpeg"],
        "fallback": fallback[-1] if fallback else None,
        "sizes": SIZES[place],
        "alt": alt,
        "eager": place == "lead",
    }


def _srcset(copies: list[Copy]) -> str:
    return ", ".join(f"{copy.url} {copy.width}w" for copy in copies)


@register.inclusion_tag("media/player.html", takes_context=True)
def player(context: template.Context, video: Video | None, title: str) -> dict[str, Any]:
    """The player of a video, or the words that no media source is available."""
    shelf: Shelf | None = context.get("shelf")
    full = shelf.video(video.pk) if shelf and video else None
    code = get_language() or "en"
    is_preview = bool(shelf and shelf.is_preview)
    tracks = list(full.tracks.all()) if full else []
    poster = shelf.copies(full.poster, "wide") if shelf and full and full.poster else {}
    return {
        "title": title,
        "video": full,
        "sources": _sources(full, is_preview) if full else [],
        "tracks": [(track, language(track.language)) for track in tracks if track.published_file],
        "transcript": _in_language(tracks, code),
        "poster": poster["jpeg"][-1] if poster.get("jpeg") else None,
        "hosted": provider_of(full.hosted_at) if full and full.hosted_at else None,
        "language_code": code,
    }


def _sources(video: Video, is_preview: bool) -> list[tuple[str, str]]:
    """Address and content type of each source that can be fetched."""
    found = []
    for source in video.sources.all():
        file = source.file if is_preview else source.published_file
        address = source.stream or (file.url if file else "")
        if address:
            found.append((address, source.content_type))
    return found


def _in_language(tracks: list[CaptionTrack], code: str) -> tuple[CaptionTrack, Language] | None:
    """The transcript in the page's language, or in the first of its fallbacks that has one."""
    written = {track.language: track for track in tracks if track.transcript}
    for candidate in (*chain(code), *written):
        if candidate in written:
            return written[candidate], language(candidate)
    return None
