"""A story as a ninjs item says it, in plain values: no database, no files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

USABLE, WITHHELD, CANCELED = "usable", "withheld", "canceled"


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture beside the file; `href` is empty where only a known picture is referred to."""

    uri: str
    href: str
    caption: str = ""
    alt: str = ""
    credit: str = ""
    copyright_notice: str = ""
    path: str = ""
    """Where in the item it stands, for messages."""


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A file of a video."""

    href: str
    content_type: str
    path: str


@dataclass(frozen=True, slots=True)
class VideoItem:
    """A video: perhaps with poster and sources, perhaps only announced."""

    uri: str
    title: str
    caption: str = ""
    poster: PictureItem | None = None
    sources: tuple[SourceItem, ...] = ()
    duration: int | None = None
    """Seconds."""
    path: str = ""


@dataclass(frozen=True, slots=True)
class PartyItem:
    """Somebody who is credited; `role` is correspondent, service or agency."""

    role: str
    name: str
    uri: str = ""
    organisation: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A block of the body: its type in `articles.pages.blocks`, and its value with associations still by name."""

    type: str
    value: object


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A story in one language."""

    uri: str
    version: int
    language: str
    headline: str
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    first_created: datetime | None = None
    version_created: datetime | None = None
    embargo_until: datetime | None = None
    breaking_until: datetime | None = None
    status: str = USABLE
    section: str = ""
    section_title: str = ""
    body: tuple[BodyPart, ...] = ()
    associations: dict[str, PictureItem | VideoItem] = field(default_factory=dict)
    credits: tuple[PartyItem, ...] = ()
    translation_of: str = ""
    digest: str = ""
    """SHA-256 of the whole item, to tell the same content from other content."""
