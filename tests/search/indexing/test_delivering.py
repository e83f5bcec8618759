"""Tests of the outbox's handler, on a real server."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from articles.pages.article import ArticlePage
from newsroom.outbox.depth import parked, pending
from newsroom.outbox.draining import drain
from newsroom.outbox.handlers import DeliveryFailure, PermanentFailure
from newsroom.outbox.models import Message
from newsroom.outbox.writing import send
from search.client import client
from search.documents import document
from search.indexing import delivering
from search.indexing.delivering import deliver
from search.indexing.indexes import create, new_name
from search.indexing.keys import DESTINATION, key_of
from search.models import Rebuild
from search.names import alias_of, next_alias_of
from tests.factories import erase, make_draft, make_story, make_translation, publish_page
from tests.search.indexing.indexed import deliver_everything, documents_in, found_in, make_index, versions_in

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.usefixtures("search_index_settings")]


def messages(*keys: str) -> list[Message]:
    return [Message(pk=n, destination=DESTINATION, key=key) for n, key in enumerate(keys, 1)]


def test_published_story_is_found_and_withdrawn_story_is_not() -> None:
    make_index("en", "ru")
    story = make_story()
    translation = make_translation(story, "ru")
    deliver_everything()
    assert documents_in("en") == {story.pk: document(story)}
    assert found_in("ru") == {translation.pk}
    story.unpublish()
    deliver_everything()
    assert found_in("en") == set()
    assert documents_in("en")[story.pk] == {
        "page": story.pk, "story": str(story.translation_key), "language": "en", "live": False,
    }  # fmt: skip
    assert found_in("ru") == {translation.pk}


def test_deleted_story_leaves_a_tombstone() -> None:
    make_index("en")
    story = make_story()
    page = story.pk
    deliver_everything()
    erase(story)
    deliver_everything()
    assert documents_in("en")[page] == {"page": page, "language": "en", "live": False}


def test_messages_that_come_twice_and_late_change_nothing() -> None:
    make_index("en")
    story = make_story()
    first, second = (messages(key_of("en", story.pk)) for _ in range(2))
    assert deliver(first) == {}
    assert deliver(second) == {}
    assert documents_in("en") == {story.pk: document(story)}


def test_what_was_read_later_stays_whoever_writes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker reads a live story and stands still; the story is withdrawn, which another worker delivers."""
    make_index("en")
    story = make_story()
    key, sent = key_of("en", story.pk), delivering.send

    def stands_still(writings: Any) -> Any:
        monkeypatch.setattr(delivering, "send", sent)
        ArticlePage.objects.get(pk=story.pk).unpublish()
        assert deliver(messages(key)) == {}
        assert found_in("en") == set()
        return sent(writings)

    monkeypatch.setattr(delivering, "send", stands_still)
    assert deliver(messages(key)) == {}
    assert found_in("en") == set()


def test_change_between_two_readings_is_mended_by_its_own_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker with the lower number reads last: its news is refused, and its message still waits for another."""
    make_index("en")
    story = make_story(title="Before")
    key = key_of("en", story.pk)
    deliver_everything()
    drawn = delivering.draw

    def overtaken() -> int:
        number = drawn()
        monkeypatch.setattr(delivering, "draw", drawn)
        assert deliver(messages(key)) == {}  # a higher number, an earlier look
        changed = ArticlePage.objects.get(pk=story.pk)
        changed.title = "After"
        publish_page(changed)
        return number

    monkeypatch.setattr(delivering, "draw", overtaken)
    assert deliver(messages(key)) == {}
    assert documents_in("en")[story.pk]["headline"] == "Before"
    assert pending(DESTINATION).count == 1
    deliver_everything()
    assert documents_in("en")[story.pk]["headline"] == "After"


def test_a_foreign_key_and_a_refused_document_are_parked_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    make_index("en")
    good, bad = make_story(title="Good"), make_story(title="Bad")
    made = delivering.document_of
    monkeypatch.setattr(
        delivering, "document_of", lambda facts: made(facts) | ({"surprise": 1} if facts.page == bad.pk else {})
    )
    results = deliver(messages(key_of("en", good.pk), key_of("en", bad.pk), "nonsense"))
    assert set(results) == {key_of("en", bad.pk), "nonsense"}
    assert all(isinstance(why, PermanentFailure) for why in results.values())
    assert "strict_dynamic_mapping" in str(results[key_of("en", bad.pk)])
    assert found_in("en") == {good.pk}


def test_text_that_no_request_can_hold_is_parked(monkeypatch: pytest.MonkeyPatch) -> None:
    make_index("en")
    story = make_story()
    made = delivering.document_of
    monkeypatch.setattr(delivering, "document_of", lambda facts: made(facts) | {"kicker": "\ud800"})
    assert isinstance(deliver(messages(key_of("en", story.pk)))[key_of("en", story.pk)], PermanentFailure)


def test_a_language_without_an_index_waits_and_no_index_comes_by_itself() -> None:
    make_index("ru")
    story = make_story()
    russian = make_translation(story, "ru")
    drain()
    assert found_in("ru") == {russian.pk}
    assert list(Message.objects.values_list("key", flat=True)) == [key_of("en", story.pk)]
    assert not client().indices.exists(index=alias_of("en"))
    assert not parked(DESTINATION)


def test_elasticsearch_that_is_away_is_no_message_s_fault() -> None:
    story = make_story()
    client.cache_clear()
    with override_settings(ELASTICSEARCH_URL="http://127.0.0.1:1"), pytest.raises(DeliveryFailure, match="not answer"):
        deliver(messages(key_of("en", story.pk)))
    client.cache_clear()


def test_while_an_index_is_being_filled_both_get_the_document() -> None:
    make_index("en")
    name = new_name("en")
    Rebuild.objects.create(language="en", index=name, fingerprint="x")
    story = make_story()
    with pytest.raises(DeliveryFailure):  # the row is there, its index is not yet
        deliver(messages(key_of("en", story.pk)))
    create("en", name)
    assert deliver(messages(key_of("en", story.pk))) == {}
    client().indices.refresh(index=name)
    assert client().count(index=next_alias_of("en"))["count"] == 1
    assert found_in("en") == {story.pk}


def test_first_index_of_a_language_takes_documents_while_it_is_being_filled() -> None:
    name = new_name("en")
    Rebuild.objects.create(language="en", index=name, fingerprint="x")
    create("en", name)
    story = make_story()
    assert deliver(messages(key_of("en", story.pk))) == {}
    client().indices.refresh(index=name)
    assert client().count(index=name)["count"] == 1


def test_message_in_another_language_than_the_story_s_brings_nothing_back() -> None:
    make_index("en", "ru")
    story = make_story()
    assert deliver(messages(key_of("ru", story.pk))) == {}
    assert found_in("ru") == set()


def test_queries_do_not_grow_with_the_messages() -> None:
    make_index("en", "ru")
    pages = [make_story(title=f"Story {n}").pk for n in range(10)]
    Message.objects.all().delete()
    with CaptureQueriesContext(connection) as few:
        deliver(messages(key_of("en", pages[0])))
    with CaptureQueriesContext(connection) as many:
        deliver(messages(*(key_of("en", page) for page in pages)))
    assert len(few) == len(many) <= 12


def test_versions_grow_with_each_reading() -> None:
    make_index("en")
    story = make_story()
    deliver_everything()
    before = versions_in("en")[story.pk]
    send(DESTINATION, key_of("en", story.pk))
    deliver_everything()
    assert versions_in("en")[story.pk] > before


def test_draft_that_was_never_public_can_be_named() -> None:
    make_index("en")
    draft = make_draft()
    assert deliver(messages(key_of("en", draft.pk))) == {}
    assert found_in("en") == set()
