"""Indexes of tests on a real server: made with the real settings, filled with the stories that a test names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import helpers

from articles.credits.models import Correspondent
from articles.credits.naming import with_parties
from articles.pages.article import ArticlePage
from search.analysis import analysis_settings
from search.client import client
from search.conflation.table import stems_of_text
from search.mapping import mapping
from search.names import alias_of
from search.plain_text import plain_text
from search.sounds import sounds_of_text


def make_index(code: str, **settings: Any) -> None:
    """An empty index of a language behind its alias."""
    client().indices.create(
        index=f"{alias_of(code)}-1",
        aliases={alias_of(code): {}},
        mappings=mapping(),
        settings={"analysis": analysis_settings(code), "number_of_replicas": 0, **settings},
    )


def fill(code: str, documents: Iterable[dict[str, Any]]) -> None:
    """Puts documents into a language's index, and makes them findable."""
    helpers.bulk(client(), _actions(code, documents))
    client().indices.refresh(index=alias_of(code))


def index_stories(*stories: ArticlePage) -> None:
    """Puts the documents of these stories into the indexes of their languages, which are made as needed."""
    for code in {story.language_code for story in stories}:
        if not client().indices.exists_alias(name=alias_of(code)):
            make_index(code)
        fill(code, [document_of(story) for story in stories if story.language_code == code])


def document_of(story: ArticlePage) -> dict[str, Any]:
    """What the index holds of a published story."""
    section = story.get_parent()
    parties = [credit.party for credit in with_parties(story.credits.all())]
    told = [party for party in parties if not getattr(party, "is_withheld", False)]
    people = [party for party in told if isinstance(party, Correspondent)]
    return {
        "live": story.live and story.killed_at is None,
        "embargo_until": story.embargo_until,
        "published_at": story.published_at,
        "updated_at": story.updated_at,
        "section": section.slug,
        "section_story": str(section.translation_key),
        "people": [person.key for person in people],
        "agencies": [party.key for party in told if party not in people],
        "places": [story.place.uri.rpartition(":")[2]] if story.place else [],
        "tags": list(story.tags.values_list("slug", flat=True)),
        "has_video": bool(story.videos()),
    } | words_of_document(
        story.language_code,
        page=story.pk,
        story=str(story.translation_key),
        headline=story.title,
        kicker=story.kicker,
        standfirst=story.standfirst,
        body=plain_text(json.dumps(story.body.get_prep_value())),
        names="\n".join(party.name_in(story.language_code) for party in told),
    )


def words_of_document(code: str, *, page: int, story: str, headline: str, **texts: str) -> dict[str, Any]:
    """The parts of a document that are words, with their stems and sounds."""
    lead = " ".join(texts.get(name, "") for name in ("kicker", "standfirst", "names"))
    return {
        "page": page,
        "story": story,
        "language": code,
        "headline": headline,
        **texts,
        "stems": {
            "headline": stems_of_text(code, headline),
            "lead": stems_of_text(code, lead),
            "text": stems_of_text(code, texts.get("body", "")),
        },
        "sounds": sounds_of_text(" ".join([headline, *texts.values()]), code),
    }


def _actions(code: str, documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield {"_index": alias_of(code), "_id": document["page"], "_source": document}
