"""Tests of related stories from the index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from articles.legal.reader import Reader, serving
from articles.legal.terms import Kind, ScopeKind
from articles.legal.values import Scope
from articles.pages.article import ArticlePage
from articles.pages.related import related_to
from newsroom.outbox.models import Message
from search import asking
from search.client import client
from search.related import related
from tests.articles.legal.laws import WORLD, law, notice, rule
from tests.factories import make_story, make_translation
from tests.search.indexes import index_stories

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.usefixtures("unhurried")]


def make_stories() -> tuple[ArticlePage, ArticlePage, ArticlePage]:
    story = make_story(title="Caspian harbour loses its water", section_slug="world")
    alike = make_story(title="Water of the Caspian recedes", section_slug="culture")
    other = make_story(title="Carpets are woven again", section_slug="world")
    index_stories(story, alike, other, make_translation(story, "ru", title="Caspian harbour water"))
    return story, alike, other


@pytest.mark.usefixtures("search_index_settings")
class TestRelated:
    def test_stories_that_share_words_are_related_and_the_story_is_not(self) -> None:
        story, alike, _ = make_stories()
        assert related(story, 4) == [alike]
        assert related_to(story) == [alike]

    def test_a_story_like_no_other_is_left_to_the_next_source(self) -> None:
        story, _, other = make_stories()
        assert related(other, 4) is None
        assert related_to(other) == [story]

    def test_what_readers_may_not_see_is_not_related_though_it_is_remembered(self) -> None:
        story, alike, _ = make_stories()
        order = rule(notice=notice("o", Kind.WITHHELD), area=WORLD,
                     scope=Scope(ScopeKind.STORY, str(alike.translation_key)))  # fmt: skip
        assert related(story, 4) == [alike]
        with serving(Reader("en", rules=law(order))):
            assert related(story, 4) is None
        cache.clear()
        with serving(Reader("en", rules=law(order))):
            assert related(story, 4) is None
        assert related(story, 4) == [alike]

    def test_a_killed_story_is_not_related_before_the_worker_comes(self) -> None:
        story, alike, _ = make_stories()
        ArticlePage.objects.filter(pk=alike.pk).update(killed_at=timezone.now())
        Message.objects.create(destination="search", key=f"en:{alike.pk}")
        assert related(story, 4) is None

    def test_few_queries_are_made(self, django_assert_num_queries: Callable[..., Any]) -> None:
        story, alike, _ = make_stories()
        Message.objects.create(destination="search", key=f"en:{alike.pk}")
        with django_assert_num_queries(1):
            assert related(story, 4) == [alike]

    def test_the_answer_is_remembered(
        self, django_assert_num_queries: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        story, alike, _ = make_stories()
        related(story, 4)
        monkeypatch.setattr(asking.Asker, "LIMIT", 0)
        with django_assert_num_queries(1):
            assert related(story, 4) == [alike]


def test_without_a_server_the_next_source_answers(settings: Any) -> None:
    story = make_story()
    assert related(story, 4) is None
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    client.cache_clear()
    assert related(story, 4) is None
    client.cache_clear()
