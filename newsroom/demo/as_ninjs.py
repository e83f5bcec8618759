"""A demo story as ninjs items, so that it enters the newsroom by the door that every import uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from newsroom.demo.content_files import DemoStory, Table
from newsroom.languages import LANGUAGES

Item = dict[str, Any]


def items_of(story: DemoStory, desks: dict[str, Table], now: datetime) -> list[Item]:
    """An item per language; those that are not English say that they were translated from it."""
    return [_item(story, code, desks[code], now) for code in story.languages]


def party_uri(kind: str, key: str) -> str:
    """The identity of one of the cast."""
    return f"urn:newsroom:demo:{kind}:{key}"


def video_uri(story: DemoStory, name: str) -> str:
    """The identity of a story's video."""
    return f"{story.facts['uri']}:video:{name}"


def _item(story: DemoStory, code: str, desk: Table, now: datetime) -> Item:
    facts, text = story.facts, story.texts[code]
    item: Item = {
        "uri": facts["uri"] if code == "en" else f"{facts['uri']}:{code}",
        "type": "text",
        "version": "1",
        "language": LANGUAGES[code].tag,
        "pubStatus": "usable",
        "firstCreated": facts["published"],
        "versionCreated": facts["updated"],
        "headlines": [{"role": "main", "value": text["headline"]}, {"role": "kicker", "value": text["kicker"]}],
        "descriptions": [{"role": "summary", "value": text["standfirst"]}],
        "subjects": [{"uri": f"newsroom:section:{facts['section']}", "name": desk["sections"][facts["section"]]}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": text["body"]}],
        "associations": [*_pictures(story, text), *_videos(story, text)],
        "infoSources": [_source(credit, desk) for credit in facts.get("credits", [])],
    }
    if text.get("dateline"):
        item["located"] = text["dateline"]
    if code != "en":
        item["altIds"] = [{"role": "translation-of", "value": facts["uri"]}]
    if facts.get("breaking_hours"):
        item["urgency"] = 1
        item["expires"] = (now + timedelta(hours=facts["breaking_hours"])).isoformat(timespec="seconds")
    return item


def _pictures(story: DemoStory, text: Table) -> Iterator[Item]:
    for name, picture in story.facts.get("pictures", {}).items():
        words = text["pictures"][name]
        yield {
            "name": name,
            "uri": f"{story.facts['uri']}:picture:{name}",
            "type": "picture",
            "by": picture["by"],
            "descriptions": [{"role": "caption", "value": words["caption"]}, {"role": "alt", "value": words["alt"]}],
            "renditions": [{"name": "original", "href": picture["file"], "contentType": "image/jpeg"}],
        }


def _videos(story: DemoStory, text: Table) -> Iterator[Item]:
    for name, video in story.facts.get("video", {}).items():
        words = text["video"][name]
        renditions: list[Item] = []
        if "poster" in video:
            renditions.append({"name": "poster", "href": video["poster"], "contentType": "image/jpeg"})
        if "file" in video:
            renditions.append({"name": "web", "href": video["file"], "contentType": video["content_type"]})
        else:
            renditions.append({"name": "none", "duration": video["duration"]})
        yield {
            "name": name,
            "uri": video_uri(story, name),
            "type": "video",
            "headlines": [{"role": "main", "value": words["title"]}],
            "descriptions": [{"role": "caption", "value": words["caption"]}],
            "renditions": renditions,
        }


def _source(credit: Table, desk: Table) -> Item:
    if "agency" in credit:
        key = credit["agency"]
        return {"role": "agency", "name": desk["agencies"][key], "uri": party_uri("agency", key)}
    if "service" in credit:
        key = credit["service"]
        return {"role": "service", "name": desk["services"][key], "uri": party_uri("service", key)}
    key = credit["person"]
    contacts: list[Item] = [{"role": "organisation", "value": desk["organisations"]["meridian"]}]
    if "place" in credit:
        contacts.append({"role": "office", "address": {"locality": desk["places"][credit["place"]]["name"]}})
    return {
        "role": "correspondent",
        "name": desk["people"][key],
        "uri": party_uri("person", key),
        "contactInfo": contacts,
    }
