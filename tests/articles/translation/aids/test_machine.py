"""Tests of asking the machine for texts, and of taking them as checked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from articles.pages.article import ArticlePage
from articles.translation.engines.interface import EngineIsAway
from articles.translation.engines.practice import Practice
from articles.translation.ways import Way, ways_in
from newsroom.users.models import User
from tests.articles.translation.aids.asked import ask, content_of, state, text_of
from tests.articles.translation.stories import make_source, record_of, translate, write

pytestmark = pytest.mark.django_db
SENTENCE = "[ru: Sentence number 0 stands here.]"


def told(client: Client, name: str, story: ArticlePage, **sent: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(client, name, record_of(story).pk, **sent).content)
    return found


class TestSuggest:
    def test_line_comes_as_words_and_rich_text_as_the_editors_state(
        self, client: Client, rita: User, story: ArticlePage
    ) -> None:
        before = story.latest_revision_id
        assert told(client, "translation_suggest", story, unit="title") == {"words": "[ru: The sea falls]", "state": ""}
        found = told(client, "translation_suggest", story, unit="block:b0")
        assert found["words"] == SENTENCE
        assert [block["text"] for block in json.loads(found["state"])["blocks"]] == [SENTENCE]
        assert ArticlePage.objects.get(pk=story.pk).latest_revision_id == before

    def test_what_is_saved_as_it_came_is_the_machines_and_what_is_edited_is_not(
        self, client: Client, rita: User, story: ArticlePage
    ) -> None:
        found = told(client, "translation_suggest", story, unit="title")["words"]
        write(story, title=found)
        assert ways_in(record_of(story), content_of(story))["title"] == Way.MACHINE
        write(story, title=found + "!")
        assert ways_in(record_of(story), content_of(story))["title"] == Way.HUMAN

    def test_story_in_the_other_script_needs_no_engine(
        self, client: Client, admin_client: Client, settings: Settings
    ) -> None:
        settings.TRANSLATION_ENGINE = None
        story = translate(translate(make_source(1), "sr"), "sr-latn")
        write(story.translated_from, title="Море пада")
        assert told(admin_client, "translation_suggest", story, unit="title")["words"] == "More pada"

    @pytest.mark.parametrize("unit", ["", "kicker", "block:forged", "block:b0/../title", "credits", "x" * 10_000])
    def test_text_that_the_source_does_not_have_is_not_found(
        self, client: Client, rita: User, story: ArticlePage, unit: str
    ) -> None:
        assert ask(client, "translation_suggest", record_of(story).pk, unit=unit).status_code == 404
        assert record_of(story).ways == {}

    def test_without_an_engine_it_says_so(
        self, client: Client, rita: User, story: ArticlePage, settings: Settings
    ) -> None:
        settings.TRANSLATION_ENGINE = None
        for name in ("translation_suggest", "translation_fill"):
            answer = ask(client, name, record_of(story).pk, unit="title")
            assert answer.status_code == 409
            assert "does not translate between" in json.loads(answer.content)["message"]

    def test_engine_that_fails_says_so_and_leaves_no_trace(
        self, client: Client, rita: User, story: ArticlePage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*args: Any, **kwargs: Any) -> list[str | None]:
            raise EngineIsAway

        for answer in (fail, lambda self, texts, *args, **kwargs: [None for _text in texts]):
            monkeypatch.setattr(Practice, "translate", answer)
            assert told(client, "translation_suggest", story, unit="title")["message"]
        assert record_of(story).ways == {}


class TestFill:
    def test_everything_that_nobody_has_written_is_filled_and_counted(
        self,
        client: Client,
        rita: User,
        story: ArticlePage,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        address = reverse("translation_fill", args=[record_of(story).pk])
        write(story, title="Море")
        assert client.get(address).json() == {"machine": 0}
        with django_capture_on_commit_callbacks(execute=True):
            assert "translating" in told(client, "translation_fill", story)["message"]
        assert client.get(address).json() == {"machine": 2}
        assert text_of(story, "block:b0") == f"<p>{SENTENCE}</p>"
        assert text_of(story, "title") == "Море"

    def test_nothing_is_asked_where_everything_is_somebodys_work(
        self, client: Client, rita: User, story: ArticlePage
    ) -> None:
        write(story, [], title="Море")
        assert "nothing to fill" in told(client, "translation_fill", story)["message"]


class TestReview:
    def test_texts_of_the_open_form_are_checked_before_they_are_saved(
        self, client: Client, rita: User, story: ArticlePage
    ) -> None:
        for unit in ("title", "block:b0", "block:b1"):
            told(client, "translation_suggest", story, unit=unit)
        texts = {
            "title": "[ru: The sea falls]",
            "block:b0": state(SENTENCE),
            "block:b1": state("Written by hand."),
            "block:forged": "x",
        }
        sent = {"unit": ["title", "block:b0", "block:b1", "block:forged", "x" * 5000], "texts": json.dumps(texts)}
        assert told(client, "translation_review", story, **sent) == {"checked": ["title", "block:b0"]}
        write(story, title="[ru: The sea falls]")
        assert ways_in(record_of(story), content_of(story))["title"] == Way.REVIEWED

    def test_without_a_form_the_newest_version_counts(self, client: Client, rita: User, story: ArticlePage) -> None:
        write(story, title=told(client, "translation_suggest", story, unit="title")["words"])
        assert told(client, "translation_review", story, unit=["title"]) == {"checked": ["title"]}
