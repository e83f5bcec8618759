"""Story files as partners send them, and what the newsroom holds before and after one was imported."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import TestCase
from wagtail.models import Page, Revision

from articles.credits.models import Agency, Correspondent, Credit, Organisation, Place, Service
from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.pages.section import SectionPage
from articles.syndication.importing import Imported, import_file
from articles.syndication.problems import FileRefused
from media.models import CaptionTrack, Picture, PublicUse, Video, VideoSource
from newsroom.demo.content_files import IMAGES
from newsroom.languages import LANGUAGES
from tests.factories import picture_bytes

Item = dict[str, Any]
URI = "urn:example:story:1"
VIDEO_FILE = IMAGES / "caspian.mp4"
"""A real video of twelve seconds."""
KEPT = (
    Page,
    ArticlePage,
    SectionPage,
    HomePage,
    Revision,
    Credit,
    Correspondent,
    Service,
    Agency,
    Organisation,
    Place,
    Picture,
    Video,
    VideoSource,
    CaptionTrack,
    PublicUse,
)


def story_item(code: str = "en", *, headline: str = "A story", body: str = "", **changes: Any) -> Item:
    """The least item that makes a story, with these properties added or replaced."""
    item: Item = {
        "uri": URI,
        "type": "text",
        "version": "1",
        "language": LANGUAGES[code].tag if code in LANGUAGES else code,
        "headlines": [{"role": "main", "value": headline}],
    }
    if body:
        item["bodies"] = [{"contentType": "text/html", "value": body}]
    return item | changes


def translation_item(code: str, uri: str, source: str = URI, **changes: Any) -> Item:
    """The same for a story that was translated from another."""
    return story_item(code, uri=uri, altIds=[{"role": "translation-of", "value": source}], **changes)


def picture_association(name: str = "lead", href: str = "picture.jpg", **changes: Any) -> Item:
    """A picture beside the file."""
    association: Item = {"name": name, "uri": f"urn:example:picture:{name}", "type": "picture"}
    if href:
        association["renditions"] = [{"name": "original", "href": href}]
    return association | changes


def video_association(*renditions: Item, name: str = "watch", **changes: Any) -> Item:
    """A video with these renditions."""
    association: Item = {
        "name": name,
        "uri": f"urn:example:video:{name}",
        "type": "video",
        "headlines": [{"role": "main", "value": "The shore"}],
        "renditions": list(renditions),
    }
    return association | changes


def source_entry(role: str, name: str, *, organisation: str = "", place: str = "", uri: str = "") -> Item:
    """One entry of infoSources."""
    contacts: list[Item] = []
    if organisation:
        contacts.append({"role": "organisation", "value": organisation})
    if place:
        contacts.append({"role": "office", "address": {"locality": place}})
    entry: Item = {"role": role, "name": name}
    return entry | ({"uri": uri} if uri else {}) | ({"contactInfo": contacts} if contacts else {})


def write_items(folder: Path, *items: Item, name: str = "stories.json") -> Path:
    """A file of these items; one item stands alone."""
    document = items[0] if len(items) == 1 else {"items": list(items)}
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def put_picture(folder: Path, name: str = "picture.jpg", **look: Any) -> Path:
    """A small picture beside the file."""
    path = folder / name
    path.write_bytes(picture_bytes(**look))
    return path


def bring_in(path: Path, **options: Any) -> Imported:
    """Imports the file, and lets the public files follow."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return import_file(path, **options)


def imported_story(folder: Path, item: Item, **options: Any) -> ArticlePage:
    """The story that an item becomes; without publication, its newest draft."""
    import_file(write_items(folder, item), **options)
    story = ArticlePage.objects.get(uri=item["uri"])
    return story if story.live else story.get_latest_revision_as_object()


def stored_files() -> dict[str, str]:
    """Every file in both storages, with the digest of its content."""
    found = {}
    for folder, _, names in os.walk(settings.FILES):
        for name in names:
            path = Path(folder, name)
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            found[str(path.relative_to(settings.FILES))] = digest
    return found


def everything_kept() -> dict[str, Any]:
    """All rows that an import could touch, and all files."""
    rows = {model.__name__: list(model._default_manager.order_by("pk").values()) for model in KEPT}
    return rows | {"files": stored_files()}


def refusal_of(path: Path, **options: Any) -> str:
    """What is said of a file that is refused, which leaves everything as it was."""
    before = everything_kept()
    with pytest.raises(FileRefused) as refused:
        bring_in(path, **options)
    assert everything_kept() == before
    message = str(refused.value)
    assert all(line.startswith(str(path)) for line in message.splitlines())
    assert len(message) < 20_000
    return message
