"""Tests of what readers meet at the address of a killed story."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from articles.pages.killing.killing import kill_story, revive_story
from newsroom.languages import LANGUAGES
from tests.factories import make_story, make_translation

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>\u202e & more"


def test_readers_are_told_in_their_own_language_if_the_editor_wants_it(client: Client) -> None:
    story = make_story()
    others = [make_translation(story, code) for code in LANGUAGES if code != "en"]
    kill_story(story, by=None, reason="secret reason", tells_readers=True, notes={"fa": HOSTILE, "xx": "none"})
    for page in (story, *others):
        answer = client.get(page.url_path)
        text = answer.content.decode()
        assert answer.status_code == 410
        assert answer["X-Robots-Tag"] == "noindex"
        assert page.title not in text.replace("A story was", "")
        assert "secret reason" not in text
        assert ("&lt;script&gt;" in text) is (page.language_code == "fa")
        assert "og:title" not in text
    revive_story(story, by=None, reason="It was right")
    assert client.get(story.url_path).status_code == 200


def test_without_a_note_the_address_looks_like_none(client: Client) -> None:
    story = make_story()
    kill_story(story, by=None, reason="r", notes={"en": "Unsaid"})
    answer = client.get(story.url_path)
    assert answer.status_code == 404
    assert "Unsaid" not in answer.content.decode()


def test_a_draft_and_a_story_under_embargo_are_never_told_of(client: Client) -> None:
    story = make_story()
    draft = make_translation(story, "ru", publish=False, live=False)
    held = make_translation(story, "fa", embargo_until=timezone.now() + timezone.timedelta(days=1))
    kill_story(story, by=None, reason="r", tells_readers=True)
    assert client.get(draft.url_path).status_code == 404
    assert client.get(held.url_path).status_code == 404
