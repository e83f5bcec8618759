"""Reads ninjs 3.1 files (IPTC) into story items; every fault is named with file, item and path."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.dateparse import parse_datetime

from articles.syndication.bodies import BodyReader
from articles.syndication.documents import read_document
from articles.syndication.items import USABLE, PartyItem, PictureItem, SourceItem, StoryItem, VideoItem
from articles.syndication.problems import FileRefused, Findings, Problem
from articles.syndication.schema import errors_in
from newsroom.languages import by_tag
from newsroom.text import clean_line

SECTION = re.compile(r"newsroom:section:([a-z0-9]+(?:-[a-z0-9]+)*)", re.ASCII)
NO_TIME = timedelta(0)
BREAKS = timedelta(hours=6)
"""How long news is breaking when the item does not say."""
MOST_URGENT = 2
LONGEST_IDENTITY = 255
LONGEST_VIDEO = timedelta(days=7).total_seconds()
ROLES = ("correspondent", "service", "agency")

Item = Mapping[str, Any]


def read_file(path: Path) -> list[Item]:
    """The items of a file, each valid by the schema.

    Raises FileRefused with every fault that was found.
    """
    document = read_document(path)
    items = document.get("items", [document]) if isinstance(document, dict) else None
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        raise FileRefused(path, [Problem("", "", 'holds neither one item nor {"items": […]}')])
    if "items" in document and set(document) != {"items"}:
        raise FileRefused(path, [Problem("", "", "has other properties beside items")])
    try:
        problems = [
            Problem(name_of(item, number), where, message)
            for number, item in enumerate(items)
            for where, message in errors_in(item)
        ]
    except RecursionError as error:
        raise FileRefused(path, [Problem("", "", "is nested too deep")]) from error
    if problems:
        raise FileRefused(path, problems)
    return items


def name_of(item: Item, number: int) -> str:
    """How messages call an item: its number in the file, and its uri where it has a proper one."""
    uri = item.get("uri")
    return f"items[{number}] ({uri})" if isinstance(uri, str) and _is_identity(uri) else f"items[{number}]"


def read_item(item: Item, findings: Findings) -> StoryItem | None:
    """The story that a valid item tells, or None when `findings` has errors."""
    language = by_tag(item.get("language", ""))
    if language is None:
        findings.error("language", f"{item.get('language', '')!r} is not a language of this newsroom")
        return None
    story = StoryItem(
        uri=_identity(item["uri"], "uri", findings),
        version=_version(item, findings),
        language=language.code,
        headline=_by_role(item, "headlines", "main"),
        kicker=_by_role(item, "headlines", "kicker"),
        standfirst=_by_role(item, "descriptions", "summary"),
        dateline=clean_line(item.get("located", "")),
        first_created=_moment(item, "firstCreated", findings),
        version_created=_moment(item, "versionCreated", findings),
        embargo_until=_moment(item, "embargoedUntil", findings),
        breaking_until=_breaking_until(item, findings),
        status=item.get("pubStatus", USABLE),
        credits=tuple(_credits(item, findings)),
        translation_of=_origin(item, findings),
        digest=digest_of(item),
    )
    if not story.headline:
        findings.error("headlines", "an item needs a headline of role main")
    story = replace(story, **_section(item, findings), associations=_associations(item, findings))
    story = replace(story, body=_body(item, findings, set(story.associations)))
    return None if findings.errors else story


def digest_of(item: Item) -> str:
    """SHA-256 of the item, the same for the same content in any order of properties."""
    canonical = json.dumps(item, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def source_of(item: Item) -> str:
    """The uri of the story that the item was translated from, or nothing."""
    return next((a.get("value", "") for a in item.get("altIds", []) if a.get("role") == "translation-of"), "")


def _is_identity(uri: str) -> bool:
    return 0 < len(uri) <= LONGEST_IDENTITY and uri.isprintable() and " " not in uri


def _identity(uri: str, path: str, findings: Findings) -> str:
    """The uri; one that could not be stored, or that would tear a line of output, is an error."""
    if not _is_identity(uri):
        findings.error(path, f"{uri!r} is not a uri: one word of at most {LONGEST_IDENTITY} printable characters")
    return uri


def _origin(item: Item, findings: Findings) -> str:
    uri = source_of(item)
    return _identity(uri, "altIds", findings) if uri else ""


def _version(item: Item, findings: Findings) -> int:
    text = item.get("version", "1")
    if not re.fullmatch(r"[0-9]{1,15}", text, re.ASCII):
        findings.error("version", f"{text!r} is not a whole number")
        return 0
    return int(text)


def _by_role(item: Item, name: str, role: str) -> str:
    return next((clean_line(entry["value"]) for entry in item.get(name, []) if entry.get("role") == role), "")


def _moment(item: Item, name: str, findings: Findings, later: timedelta = NO_TIME) -> datetime | None:
    """An aware moment in UTC, or so much later: the schema has asserted its form (RFC 3339)."""
    moment = parse_datetime(item[name].upper()) if item.get(name) else None
    try:
        return moment.astimezone(UTC) + later if moment else None
    except OverflowError:
        findings.error(name, f"{item[name]!r} lies outside the calendar")
        return None


def _breaking_until(item: Item, findings: Findings) -> datetime | None:
    if item.get("urgency", 9) > MOST_URGENT:
        return None
    if item.get("expires"):
        return _moment(item, "expires", findings)
    return _moment(item, "versionCreated", findings, later=BREAKS)


def _section(item: Item, findings: Findings) -> dict[str, Any]:
    for number, subject in enumerate(item.get("subjects", [])):
        uri = subject.get("uri", "")
        match = SECTION.fullmatch(uri)
        if match:
            return {"section": match[1], "section_title": clean_line(subject.get("name", ""))}
        if uri.startswith("newsroom:section:"):
            findings.error(f"subjects[{number}].uri", f"{uri!r} is not the address of a section")
    return {}


def _body(item: Item, findings: Findings, known: set[str]) -> tuple[Any, ...]:
    for number, body in enumerate(item.get("bodies", [])):
        if body.get("contentType", "text/html") != "text/html":
            continue
        path = f"bodies[{number}].value"
        reader = BodyReader(findings, path)
        parts = reader.read(body["value"])
        for name in reader.associations:
            if name not in known:
                findings.error(path, f"there is no association named {name!r}")
        return parts
    return ()


def _credits(item: Item, findings: Findings) -> Iterable[PartyItem]:
    for number, source in enumerate(item.get("infoSources", [])):
        role, name = source.get("role", ""), clean_line(source.get("name", ""))
        if role not in ROLES:
            findings.warn(f"infoSources[{number}].role", f"{role!r} is not credited in the credit line")
            continue
        if not name:
            findings.error(f"infoSources[{number}].name", "a credit needs a name")
        contacts = {contact.get("role"): contact for contact in source.get("contactInfo", [])}
        office = contacts.get("office", {}).get("address", {})
        yield PartyItem(
            role=role,
            name=name,
            uri=_identity(source["uri"], f"infoSources[{number}].uri", findings) if source.get("uri") else "",
            organisation=clean_line(contacts.get("organisation", {}).get("value", "")),
            place=clean_line(office.get("locality", "")) if isinstance(office, dict) else "",
        )


def _associations(item: Item, findings: Findings) -> dict[str, PictureItem | VideoItem]:
    found: dict[str, PictureItem | VideoItem] = {}
    for number, association in enumerate(item.get("associations", [])):
        path, name = f"associations[{number}]", association["name"]
        _identity(association["uri"], f"{path}.uri", findings)
        if name in found or len(name.split()) != 1:
            findings.error(f"{path}.name", f"{name!r} is not one word that no other association has")
        elif association.get("type") == "picture":
            found[name] = _picture(association, path)
        elif association.get("type") == "video":
            found[name] = _video(association, path, findings)
        else:
            findings.error(f"{path}.type", f"{association.get('type')!r} is neither picture nor video")
    if isinstance(found.get("lead"), VideoItem):
        findings.error("associations", "the association named lead is not a picture")
    return found


def _picture(association: Item, path: str) -> PictureItem:
    with_file = [(n, r) for n, r in enumerate(association.get("renditions", [])) if r.get("href")]
    number, rendition = with_file[0] if with_file else (0, {})
    return PictureItem(
        uri=association["uri"],
        href=rendition.get("href", ""),
        caption=_by_role(association, "descriptions", "caption"),
        alt=_by_role(association, "descriptions", "alt"),
        credit=clean_line(association.get("by", "")),
        copyright_notice=clean_line(association.get("copyrightNotice", "")),
        path=f"{path}.renditions[{number}].href",
    )


def _video(association: Item, path: str, findings: Findings) -> VideoItem:
    poster, sources, durations = None, [], []
    for number, rendition in enumerate(association.get("renditions", [])):
        where, href = f"{path}.renditions[{number}].href", rendition.get("href", "")
        if rendition.get("duration") is not None:
            durations.append(_seconds(rendition["duration"], f"{path}.renditions[{number}].duration", findings))
        if rendition["name"] == "poster":
            poster = PictureItem(uri=f"{association['uri']}#poster", href=href, path=where)
        elif href:
            sources.append(SourceItem(href, rendition.get("contentType", ""), where))
    title = _by_role(association, "headlines", "main")
    if not title:
        findings.error(f"{path}.headlines", "a video needs a headline of role main")
    return VideoItem(
        uri=association["uri"],
        title=title,
        caption=_by_role(association, "descriptions", "caption"),
        poster=poster,
        sources=tuple(sources),
        duration=durations[0] if durations else None,
        path=path,
    )


def _seconds(duration: float, path: str, findings: Findings) -> int:
    if not 0 <= duration <= LONGEST_VIDEO:
        findings.error(path, f"{duration} is not the length of a video in seconds")
        return 0
    return round(duration)
