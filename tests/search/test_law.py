"""Tests that the index withholds exactly the stories that the database withholds."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.legal.reader import Reader, serving
from articles.legal.terms import Effect, Kind, ScopeKind
from articles.legal.values import Rule, Scope
from articles.pages.article import ArticlePage
from newsroom.regions.location import UNKNOWN, Location
from search.client import client
from search.documents import document
from search.filters import readable
from search.law import withheld
from search.names import alias_of
from tests.articles.legal.laws import GERMANY, RUSSIA_AND_CONTROLLED, WORLD, law, notice, rule
from tests.factories import make_story, make_translation
from tests.search.indexes import index_stories

pytestmark = pytest.mark.django_db

CODES = ("en", "ru")
PLACES = (UNKNOWN, Location("RU", None), Location("DE", None), Location("UA", "UA-43"))
quiet = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def make_stories() -> list[ArticlePage]:
    """Stories of two sections, with and without tags, in two languages."""
    first = make_story(section_slug="world")
    second = make_story(section_slug="culture")
    for story, tags in ((first, ["war", "sea"]), (second, ["sea"])):
        story.tags.add(*tags)
        story.save()
    return [first, second, make_story(section_slug="culture"), make_translation(first, "ru"), make_story("ru")]


def targets(stories: list[ArticlePage]) -> st.SearchStrategy[Scope]:
    """Scopes of every kind: about these stories, about nothing, and such as no page can have."""
    keys = [str(story.translation_key) for story in stories]
    sections = [str(story.get_parent().translation_key) for story in stories]
    odd = ["", "not a key", keys[0].upper(), keys[0].replace("-", "")]
    return st.one_of(
        st.just(Scope()),
        st.builds(Scope, st.just(ScopeKind.TAG), st.sampled_from(["war", "sea", "none", ""])),
        st.builds(Scope, st.just(ScopeKind.SECTION), st.sampled_from([*sections, *odd])),
        st.builds(Scope, st.just(ScopeKind.STORY), st.sampled_from([*keys, *odd])),
    )


def rules(stories: list[ArticlePage]) -> st.SearchStrategy[list[Rule]]:
    """A few rules, some of one notice, some of them exemptions."""
    one = st.builds(
        rule,
        st.integers(1, 10**6),
        notice=st.builds(notice, st.sampled_from(["a", "b"]), st.sampled_from([Kind.WITHHELD, Kind.WARNING])),
        area=st.sampled_from([WORLD, GERMANY, RUSSIA_AND_CONTROLLED]),
        scope=targets(stories),
        languages=st.sampled_from([frozenset(), frozenset({"en"}), frozenset({"ru"}), frozenset(CODES)]),
        effects=st.sampled_from([frozenset({Effect.SHOW}), frozenset(), frozenset({Effect.NOINDEX})]),
        applies_to_unknown=st.booleans(),
    )
    return st.lists(one, max_size=6)


def holds(clause: dict[str, Any], document: dict[str, Any]) -> bool:
    """What Elasticsearch makes of the clauses that the law is put in."""
    ((kind, value),) = clause.items()
    if kind == "bool":
        return all(holds(part, document) for part in value.get("filter", ())) and not any(
            holds(part, document) for part in value.get("must_not", ())
        )
    if kind == "term":
        ((field, wanted),) = value.items()
        there = document[field]
        return wanted in there if isinstance(there, list) else wanted == there
    return {"match_all": True, "match_none": False}[kind]


def test_documents_are_withheld_as_stories_are() -> None:
    stories = make_stories()
    documents = {story.pk: document(story) for story in stories}

    @settings(max_examples=150, **quiet)
    @given(rules(stories), st.sampled_from(PLACES))
    def check(made: list[Rule], place: Location) -> None:
        reader = Reader("en", place, rules=law(*made))
        with serving(reader):
            seen = set(ArticlePage.objects.visible().values_list("pk", flat=True))
        kept = {
            page
            for page, document in documents.items()
            if not any(holds(clause, document) for clause in withheld(reader, document["language"]))
        }
        assert kept == seen

    check()


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_the_server_withholds_as_the_database_does() -> None:
    stories = make_stories()
    index_stories(*stories)

    def found(code: str) -> set[int]:
        hits = client().search(index=alias_of(code), query=readable(code, timezone.now()), size=100)["hits"]["hits"]
        return {hit["_source"]["page"] for hit in hits}

    @settings(max_examples=40, **quiet)
    @given(rules(stories), st.sampled_from(PLACES))
    def check(made: list[Rule], place: Location) -> None:
        with serving(Reader("en", place, rules=law(*made))):
            seen = set(ArticlePage.objects.visible().values_list("pk", flat=True))
            assert set().union(*(found(code) for code in CODES)) == seen

    check()


def test_where_no_reader_asked_nothing_is_withheld() -> None:
    assert withheld(None, "en") == []
