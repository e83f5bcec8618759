"""Tests of the worker's part of the search."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.languages import LANGUAGES
from search.client import client
from search.indexing import indexes, tending
from search.indexing.tending import Tending
from search.mapping import mapping
from search.models import Rebuild, Verification
from search.names import alias_of
from tests.factories import make_story
from tests.search.indexing.indexed import deliver_everything, found_in, make_index

pytestmark = pytest.mark.django_db
real = pytest.mark.elasticsearch


@pytest.fixture
def three_languages(search_index_settings: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tending, "LANGUAGES", {code: LANGUAGES[code] for code in ("en", "fa", "ru")})


def finish(tended: Tending) -> None:
    for _ in range(100):
        tended.work()


@real
@pytest.mark.usefixtures("three_languages")
def test_worker_makes_what_is_missing_and_goes_on_with_what_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story("ru")
    make_index("en")
    monkeypatch.setattr(tending, "SLICE", 0.0)
    tended = Tending()
    tended.look_around()
    finish(tended)
    monkeypatch.setattr(tending, "SLICE", 5.0)
    tended.look_around()
    finish(tended)
    assert found_in("ru") == {story.pk}
    assert Rebuild.objects.filter(finished_at__isnull=False).count() == 3
    made = set(Rebuild.objects.values_list("index", flat=True))
    tended.look_around()
    finish(tended)
    assert set(Rebuild.objects.values_list("index", flat=True)) == made


@real
@pytest.mark.usefixtures("three_languages")
def test_worker_makes_anew_what_somebody_deleted() -> None:
    story = make_story()
    make_index("en", "fa", "ru")
    client().indices.delete(index=Rebuild.objects.get(language="en").index)
    tended = Tending()
    tended.look_around()
    finish(tended)
    assert found_in("en") == {story.pk}


@real
@pytest.mark.usefixtures("three_languages")
def test_worker_keeps_searching_an_index_whose_settings_have_changed() -> None:
    make_index("en", "fa", "ru")
    before = client().indices.get_alias(name=alias_of("en"))
    Rebuild.objects.update(fingerprint="other")
    tended = Tending()
    tended.look_around()
    finish(tended)
    assert client().indices.get_alias(name=alias_of("en")) == before


@real
@pytest.mark.usefixtures("three_languages")
def test_index_of_an_earlier_release_takes_documents_with_new_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    before = mapping()
    del before["properties"]["digest"]
    with monkeypatch.context() as earlier:
        earlier.setattr(indexes, "mapping", lambda: before)
        make_index("en", "fa", "ru")
    Rebuild.objects.update(fingerprint="earlier")
    Tending().look_around()
    story = make_story()
    deliver_everything()
    assert found_in("en") == {story.pk}


@real
@pytest.mark.usefixtures("three_languages")
def test_worker_verifies_each_language_once_in_an_hour() -> None:
    make_index("en", "fa", "ru")
    tended = Tending()
    tended.verify_soon()
    finish(tended)
    checked = dict(Verification.objects.values_list("language", "checked_at"))
    assert set(checked) == {"en", "fa", "ru"}
    tended.verify_soon()
    finish(tended)
    assert dict(Verification.objects.values_list("language", "checked_at")) == checked


@real
@pytest.mark.usefixtures("three_languages")
def test_what_the_verification_found_is_mended_by_the_worker() -> None:
    story = make_story("ru")
    make_index("en", "fa", "ru")
    deliver_everything()
    client().delete(index=alias_of("ru"), id=str(story.pk), refresh=True)
    tended = Tending()
    tended.verify_soon()
    finish(tended)
    assert Verification.objects.get(language="ru").differences == 1
    deliver_everything()
    assert found_in("ru") == {story.pk}


def test_worker_without_elasticsearch_does_nothing(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = ""
    tended = Tending()
    tended.look_around()
    tended.verify_soon()
    finish(tended)
    assert not Rebuild.objects.exists()


def test_worker_goes_on_while_elasticsearch_is_away(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    tended = Tending()
    tended.look_around()
    tended.verify_soon()
    finish(tended)
    assert not Rebuild.objects.exists()


def test_worker_survives_an_error_of_ours(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    monkeypatch.setattr(tending, "answers", lambda: True)
    monkeypatch.setattr(tending, "verify", lambda code: {}["nothing"])
    tended = Tending()
    tended.verify_soon()
    tended.work()
