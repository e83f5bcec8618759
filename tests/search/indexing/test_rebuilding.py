"""Tests of making an index anew, on a real server."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from articles.pages.article import ArticlePage
from newsroom.outbox.models import Message
from search.client import client
from search.indexing import indexes, rebuilding
from search.indexing.rebuilding import RebuildIsTaken, active, rebuild
from search.indexing.sending import SearchIsAway
from search.models import Rebuild
from search.names import alias_of, next_alias_of
from tests.factories import make_draft, make_story, make_translation, publish_page
from tests.search.indexing.indexed import (
    deliver_everything,
    documents_in,
    found_in,
    is_true_of,
    make_index,
    versions_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.usefixtures("search_index_settings")]


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 2)


def own_indexes() -> set[str]:
    return set(client().indices.get(index=f"{alias_of('*')}"))


def test_empty_server_gets_an_index_with_what_is_public() -> None:
    story, withdrawn = make_story(), make_story(title="Withdrawn")
    withdrawn.unpublish()
    make_draft(title="Draft")
    russian = make_translation(story, "ru")
    make_index("en", "ru")
    assert found_in("en") == {story.pk}
    assert set(documents_in("en")) == {story.pk, withdrawn.pk}
    assert found_in("ru") == {russian.pk}
    assert (
        client().indices.get(index=alias_of("en"))[indexes.found_under(alias_of("en"))[0]]["mappings"]["dynamic"]
        == "strict"
    )


def test_new_index_takes_the_place_of_the_old_one_and_nothing_is_left_over() -> None:
    make_story()
    make_index("en")
    (old,) = indexes.found_under(alias_of("en"))
    make_index("en")
    (new,) = indexes.found_under(alias_of("en"))
    assert new != old
    assert own_indexes() == {new}
    assert indexes.found_under(next_alias_of("en")) == []
    assert Rebuild.objects.get().finished_at is not None


def test_leftovers_of_a_neighbour_language_are_not_touched() -> None:
    make_index("uz-cyrl", "uz")
    make_index("uz")
    assert indexes.found_under(alias_of("uz-cyrl"))


@pytest.mark.usefixtures("small_batches")
def test_stopped_rebuild_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [make_story(title=f"Story {n}").pk for n in range(7)]
    steps = rebuild("en")
    for progress in steps:
        if progress.written >= 2:
            break
    steps.close()
    left = active("en")
    assert left is not None
    assert 0 < left.cursor < pages[-1]
    read: list[int] = []
    made = rebuilding.facts_of

    def noted(pages: list[int]) -> Any:
        read.extend(pages)
        return made(pages)

    monkeypatch.setattr(rebuilding, "facts_of", noted)
    make_index("en")
    assert Rebuild.objects.get().index == left.index
    assert min(read) > left.cursor
    assert found_in("en") == set(pages)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("why", ["restart", "settings", "index lost"])
def test_rebuild_begins_anew_when_it_must(why: str) -> None:
    pages = [make_story(title=f"Story {n}").pk for n in range(5)]
    steps = rebuild("en")
    next(step for step in steps if step.written)
    steps.close()
    left = active("en")
    assert left is not None
    if why == "settings":
        Rebuild.objects.update(fingerprint="other")
    if why == "index lost":
        client().indices.delete(index=left.index)
    for _ in rebuild("en", restart=why == "restart"):
        pass
    assert Rebuild.objects.get().index != left.index
    assert found_in("en") == set(pages)
    assert own_indexes() == {Rebuild.objects.get().index}


def test_two_do_not_fill_one_index() -> None:
    make_story()
    steps = rebuild("en")
    next(steps)
    with pytest.raises(RebuildIsTaken):
        next(rebuild("en"))
    steps.close()
    make_index("en")


def test_one_whose_lease_has_ended_finds_out() -> None:
    make_story()
    steps = rebuild("en")
    next(steps)
    Rebuild.objects.update(held_by="another", held_until=timezone.now())
    with pytest.raises(RebuildIsTaken):
        list(steps)
    make_index("en")


@pytest.mark.usefixtures("small_batches")
def test_what_happens_during_a_rebuild_is_in_the_new_index() -> None:
    """Every kind of change, to stories that the snapshot has passed, is about to read and will read later."""
    stories = [make_story(title=f"Story {n}") for n in range(9)]
    make_index("en")
    deliver_everything()
    new: list[ArticlePage] = []
    for step, _ in enumerate(rebuild("en")):
        if step >= 4:
            continue
        for story in (stories[step], stories[8 - step]):
            fresh = ArticlePage.objects.get(pk=story.pk)
            if step % 2:
                fresh.unpublish()
            else:
                fresh.title = f"Changed {step}"
                publish_page(fresh)
        new.append(make_story(title=f"New {step}"))
        deliver_everything()
    deliver_everything()
    assert is_true_of("en")
    assert {story.pk for story in new} <= found_in("en")
    assert len(documents_in("en")) == len(stories) + len(new)


@pytest.mark.usefixtures("small_batches")
def test_a_writer_who_stood_still_through_a_whole_rebuild_brings_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    from search.indexing import delivering
    from search.indexing.keys import key_of

    make_index("en")
    story, sent = make_story(), delivering.send

    def stands_still(writings: Any) -> Any:
        monkeypatch.setattr(delivering, "send", sent)
        ArticlePage.objects.get(pk=story.pk).unpublish()
        deliver_everything()
        make_index("en")
        return sent(writings)

    monkeypatch.setattr(delivering, "send", stands_still)
    delivering.deliver([Message(pk=1, key=key_of("en", story.pk))])
    assert found_in("en") == set()


@pytest.mark.usefixtures("small_batches")
def test_snapshot_that_stood_still_does_not_undo_what_was_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    make_index("en")
    story = make_story()
    deliver_everything()
    made = rebuilding._writings

    def overtaken(row: Rebuild, pages: list[int]) -> Any:
        writings = made(row, pages)
        ArticlePage.objects.get(pk=story.pk).unpublish()
        deliver_everything()
        return writings

    monkeypatch.setattr(rebuilding, "_writings", overtaken)
    make_index("en")
    assert found_in("en") == set()
    assert set(documents_in("en")) == {story.pk}


def test_settings_that_the_server_refuses_leave_no_rebuild_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "analysis_settings", lambda code: {"analyzer": {"text": {"type": "nonsense"}}})
    with pytest.raises(SearchIsAway, match="400"):
        list(rebuild("en"))
    assert not Rebuild.objects.exists()


def test_document_that_is_refused_is_counted_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad, unwritable = (make_story(title=title) for title in ("Good", "Bad", "Unwritable"))
    made = rebuilding.document_of
    spoilt = {bad.pk: {"surprise": 1}, unwritable.pk: {"kicker": "\ud800"}}
    monkeypatch.setattr(rebuilding, "document_of", lambda facts: made(facts) | spoilt.get(facts.page, {}))
    make_index("en")
    assert found_in("en") == {good.pk}
    assert Rebuild.objects.get().refused == 2


def test_versions_of_the_snapshot_are_numbers_of_readings() -> None:
    story = make_story()
    make_index("en")
    first = versions_in("en")[story.pk]
    make_index("en")
    assert versions_in("en")[story.pk] > first


def test_something_that_took_the_alias_s_name_gives_way() -> None:
    story = make_story()
    client().indices.create(index=alias_of("en"))
    make_index("en")
    assert found_in("en") == {story.pk}
