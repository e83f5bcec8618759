"""Indexes of tests on a real server: made with the real settings, filled with the stories that a test names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import helpers

from articles.pages.article import ArticlePage
from search.analysis import analysis_settings
from search.client import client
from search.documents import documents
from search.mapping import mapping
from search.names import alias_of


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
        fill(code, documents([story.pk for story in stories if story.language_code == code]).values())


def _actions(code: str, documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield {"_index": alias_of(code), "_id": document["page"], "_source": document}
