"""All in the database of which a story's document is made, loaded for many stories in a fixed number of queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from articles.credits.models import Agency, Correspondent, Credit, Place, Service
from articles.pages.article import ArticlePage, StoryTag
from media.captions import words_of
from media.models import Video
from newsroom.languages import chain
from search.names import place_key
from search.texts import videos_in

COLUMNS = (
    "pk",
    "uri",
    "translation_key",
    "locale__language_code",
    "live",
    "killed_at",
    "embargo_until",
    "live_revision_id",
    "published_at",
    "updated_at",
    "title",
    "kicker",
    "standfirst",
    "dateline",
    "lead_caption",
    "place_id",
    "path",
)
Keyed = tuple[str, str]
"""A key by which stories are chosen, and the name beside it in the story's language."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who and what a story names, each with its key; nobody whose name is withheld."""

    people: tuple[Keyed, ...] = ()
    agencies: tuple[Keyed, ...] = ()
    places: tuple[Keyed, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """One story as it is published."""

    row: dict[str, Any]
    """The columns above."""
    body: list[dict[str, Any]]
    """Its raw blocks."""
    spoken: dict[int, str]
    """The words of the videos that it shows and that there are, by their keys."""
    section: str
    section_story: str
    parties: Parties
    tags: tuple[Keyed, ...]
    digest: str
    """Of all of this: two documents of one digest are equal."""

    @property
    def page(self) -> int:
        """The page's number."""
        return int(self.row["pk"])

    @property
    def language(self) -> str:
        """The code of the language that it is written in."""
        return str(self.row["locale__language_code"])

    @property
    def is_out(self) -> bool:
        """Whether readers may see it, once its embargo ends; see `articles.pages.visibility.visible_q`."""
        return self.row["live"] and self.row["killed_at"] is None


def facts_of(pages: Collection[int]) -> dict[int, Facts]:
    """What is true of each of these stories now, by its page's number; a story that is gone is not in it."""
    stories = ArticlePage.objects.filter(pk__in=pages).order_by()
    rows = list(stories.annotate(raw_body=Cast("body", TextField())).values(*COLUMNS, "raw_body"))
    bodies = {row["pk"]: row.pop("raw_body") for row in rows}
    blocks = {page: json.loads(body or "[]") for page, body in bodies.items()}
    sections, tags, parties = _sections(rows), _tags(pages), _parties(rows)
    tracks = _tracks({key for each in blocks.values() for key in videos_in(each)})
    found = {}
    for row in rows:
        page, code = row["pk"], row["locale__language_code"]
        # Wagtail changes the paths of neighbours when it moves a page, and no document with them.
        section, section_story = sections.get(row.pop("path")[: -Page.steplen], ("", ""))
        spoken = {key: _spoken(tracks[key], code) for key in videos_in(blocks[page]) if key in tracks}
        parts = (spoken, section, section_story, parties[page], tags.get(page, ()))
        found[page] = Facts(row, blocks[page], *parts, digest=_digest(bodies[page], row, *parts))
    return found


def _digest(body: str, *parts: object) -> str:
    """A hash over the body and over values whose `repr` is the same in every process."""
    whole = blake2b((body or "").encode("utf-8", "surrogatepass"), digest_size=16)
    whole.update(repr(parts).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def _sections(rows: Iterable[dict[str, Any]]) -> dict[str, Keyed]:
    """Slug and translation key of the section of each story, by the section's path."""
    paths = {row["path"][: -Page.steplen] for row in rows}
    found = Page.objects.filter(path__in=paths).order_by() if paths else Page.objects.none()
    return {path: (slug, str(key)) for path, slug, key in found.values_list("path", "slug", "translation_key")}


def _tags(pages: Collection[int]) -> dict[int, tuple[Keyed, ...]]:
    tags: defaultdict[int, list[Keyed]] = defaultdict(list)
    rows = StoryTag.objects.filter(content_object_id__in=pages).order_by("tag__slug")
    for page, slug, name in rows.values_list("content_object_id", "tag__slug", "tag__name"):
        tags[page].append((slug, name))
    return {page: tuple(named) for page, named in tags.items()}


def _parties(rows: Iterable[dict[str, Any]]) -> dict[int, Parties]:
    """Whom and which places each story names. A party is loaded once, however many stories name it."""
    codes = {row["pk"]: row["locale__language_code"] for row in rows}
    own_places = {row["pk"]: (row["place_id"], row["dateline"]) for row in rows}
    fields = ("story_id", "correspondent_id", "service_id", "agency_id", "place_id")
    found = Credit.objects.filter(story_id__in=codes).order_by("sort_order", "pk").values_list(*fields)
    credits: defaultdict[int, list[tuple[int | None, ...]]] = defaultdict(list)
    for story, *party in found:
        credits[story].append(tuple(party))
    wanted = [credit for each in credits.values() for credit in each]
    people = _named(Correspondent, (credit[0] for credit in wanted))
    services = _named(Service, (credit[1] for credit in wanted))
    agencies = _named(Agency, (credit[2] for credit in wanted))
    places = _named(Place, [*(credit[3] for credit in wanted), *(place for place, _ in own_places.values())])
    gathered = {}
    for page, code in codes.items():
        keys = list(zip(*credits[page], strict=True)) or [()] * 4
        named = [people.get(key or 0) for key in keys[0]]
        gathered[page] = Parties(
            people=_keyed([one for one in named if one and not one.is_withheld], code),
            agencies=_keyed([one for key in keys[1] if key and (one := services.get(key))], code)
            + _keyed([one for key in keys[2] if key and (one := agencies.get(key))], code),
            places=tuple(
                dict.fromkeys(
                    (place_key(place.uri), place.name_in(code))
                    for key in (own_places[page][0], *keys[3])
                    if key and (place := places.get(key))
                )
            ),
        )
    return gathered


def _named(model: Any, keys: Iterable[int | None]) -> dict[int, Any]:
    wanted = {key for key in keys if key}
    return model.objects.in_bulk(wanted) if wanted else {}


def _keyed(parties: Iterable[Any], code: str) -> tuple[Keyed, ...]:
    return tuple(dict.fromkeys((party.key, party.name_in(code)) for party in parties))


def _tracks(videos: set[int]) -> dict[int, dict[str, str]]:
    """What is said in each video that there is, by language: the transcript, or else the captions."""
    tracks: defaultdict[int, dict[str, str]] = defaultdict(dict)
    rows = Video.objects.filter(pk__in=videos).order_by() if videos else Video.objects.none()
    for video, code, transcript, captions in rows.values_list(
        "pk", "tracks__language", "tracks__transcript", "tracks__captions"
    ):
        tracks[video][code or ""] = transcript or words_of(captions or "")
    return tracks


def _spoken(tracks: dict[str, str], code: str) -> str:
    """What the story's page shows: the words in its language, or in the first of its fallbacks that has some."""
    return next((words for each in chain(code) if (words := tracks.get(each))), "")
