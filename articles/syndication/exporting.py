"""A story as a ninjs 3.1 item, and the files that go with it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils.translation import override, pgettext

from articles.credits.models import Correspondent, Credit
from articles.pages.article import ArticlePage
from articles.syndication.body_html import html_of
from articles.syndication.items import CANCELED, USABLE, WITHHELD
from media.models import Picture, Video
from newsroom.languages import language

Item = dict[str, Any]
FILES = "files"
"""The folder beside an exported file in which its pictures and videos lie."""


class Export:
    """One story: its item, and the stored files that the item refers to, by reference."""

    def __init__(self, story: ArticlePage) -> None:
        self.story = story
        self.files: dict[str, File] = {}
        self._associations: list[Item] = []
        self.item = self._item()

    def _item(self) -> Item:
        story, row = self.story, language(self.story.language_code)
        headlines = [{"role": "main", "value": story.title}]
        if story.kicker:
            headlines.append({"role": "kicker", "value": story.kicker})
        if story.lead_picture:
            use = {"picture": story.lead_picture, "caption": story.lead_caption, "alt": story.lead_alt}
            self._associations.append(self._picture("lead", use))
        item: Item = {
            "uri": story.uri,
            "type": "text",
            "version": str(_version(story)),
            "language": row.tag,
            "pubStatus": _status(story),
            "headlines": headlines,
            "subjects": [_section(story)],
            "bodies": [{"role": "main", "contentType": "text/html", "value": html_of(story.body, self._name)}],
        }
        item |= _moments(story)
        if story.standfirst:
            item["descriptions"] = [{"role": "summary", "value": story.standfirst}]
        if story.dateline:
            item["located"] = story.dateline
        if self._associations:
            item["associations"] = self._associations
        if sources := [_source(credit, story.language_code) for credit in story.credits.all()]:
            item["infoSources"] = sources
        if story.translated_from:
            item["altIds"] = [{"role": "translation-of", "value": story.translated_from.uri}]
        return item

    def _name(self, use: Any) -> str:
        """Adds the association of a picture's or video's use, and gives its name."""
        name = f"{'picture' if 'picture' in use else 'video'}-{len(self._associations)}"
        self._associations.append(self._picture(name, use) if "picture" in use else self._video(name, use))
        return name

    def _picture(self, name: str, use: Any) -> Item:
        picture: Picture = use["picture"]
        words = [{"role": role, "value": use[role]} for role in ("caption", "alt") if use[role]]
        made: Item = {"name": name, "uri": picture.uri, "type": "picture"}
        if picture.credit:
            made["by"] = picture.credit
        if picture.copyright_notice:
            made["copyrightNotice"] = picture.copyright_notice
        if words:
            made["descriptions"] = words
        return made | {"renditions": [{"name": "original", "href": self._keep(picture.file)}]}

    def _video(self, name: str, use: Any) -> Item:
        video: Video = use["video"]
        renditions: list[Item] = []
        if video.poster:
            renditions.append({"name": "poster", "href": self._keep(video.poster.file)})
        for number, source in enumerate(video.sources.exclude(file="").order_by("sort_order")):
            rendition = {"name": f"source-{number}", "href": self._keep(source.file)}
            if source.content_type:
                rendition["contentType"] = source.content_type
            renditions.append(rendition)
        if video.duration is not None:
            renditions.append({"name": "none", "duration": video.duration})
        made: Item = {"name": name, "uri": video.uri, "type": "video"}
        made["headlines"] = [{"role": "main", "value": use["title"]}]
        if use["caption"]:
            made["descriptions"] = [{"role": "caption", "value": use["caption"]}]
        return made | ({"renditions": renditions} if renditions else {})

    def _keep(self, file: File) -> str:
        """The reference under which the stored file will lie beside the exported one."""
        reference = f"{FILES}/{Path(str(file.name)).name}"
        self.files[reference] = file
        return reference


def export_story(story: ArticlePage) -> Item:
    """The story as a ninjs item; a withheld name leaves in its neutral form, without identity."""
    return Export(story).item


def _version(story: ArticlePage) -> int:
    """The version that was imported, the next one once the story was edited here, the revision for our own."""
    if story.import_version is None:
        return story.live_revision_id or story.latest_revision_id or 1
    return story.import_version + (story.latest_revision_id != story.import_revision)


def _status(story: ArticlePage) -> str:
    if story.killed_at:
        return CANCELED
    return USABLE if story.live else WITHHELD


def _section(story: ArticlePage) -> Item:
    parent = story.get_parent()
    return {"uri": f"newsroom:section:{parent.slug}", "name": parent.title}


def _moments(story: ArticlePage) -> Item:
    moments = {
        "firstCreated": story.published_at,
        "versionCreated": story.updated_at,
        "embargoedUntil": story.embargo_until,
        "expires": story.breaking_until,
    }
    said: Item = {name: _stamp(moment) for name, moment in moments.items() if moment}
    return said | {"urgency": 1} if story.breaking_until else said


def _stamp(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


def _source(credit: Credit, code: str) -> Item:
    party = credit.party
    role = type(party).__name__.lower()
    if not isinstance(party, Correspondent):
        return {"role": role, "name": party.name_in(code), "uri": party.uri}
    contacts: list[Item] = []
    if party.organisation:
        contacts.append({"role": "organisation", "value": party.organisation.name_in(code)})
    if party.is_withheld:
        with override(code):
            source: Item = {"role": role, "name": pgettext("credit line", "a correspondent")}
    else:
        source = {"role": role, "name": party.name_in(code), "uri": party.uri}
        if credit.place:
            contacts.append({"role": "office", "address": {"locality": credit.place.name_in(code)}})
    return source | ({"contactInfo": contacts} if contacts else {})
