"""Everything breaks while stories are published and withdrawn: afterwards the index says what the database says."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from articles.pages.article import ArticlePage
from newsroom.outbox.depth import parked, pending
from newsroom.outbox.models import LEASE, Message
from search.client import client
from search.indexing import rebuilding
from search.indexing.indexes import found_under
from search.indexing.keys import DESTINATION
from search.indexing.sending import FAILURES
from search.names import alias_of
from tests.conftest import skip_or_fail
from tests.factories import make_story
from tests.grounds import lay_the_ground
from tests.search.faulty import Faults, faulty
from tests.search.indexing.indexed import documents_in, found_in, make_index
from tests.search.indexing.workers import start_worker, workers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.elasticsearch]

CODES = ("en", "ru")
STORIES, PUBLICATIONS = 60, 300
KILLED_AT, STARTED_AT = (90, 200), (130, 230)
PATIENCE = 180.0


@pytest.fixture(autouse=True)
def _empty_newsroom(transactional_db: None) -> None:
    """Processes meet in what is committed; other tests of this kind leave a database without any page."""
    if connection.vendor != "postgresql":
        skip_or_fail("PostgreSQL under these tests: several workers at once need it")
    lay_the_ground()


class Desk:
    """Publishes and withdraws, and knows what readers must not find."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._withdrawn: dict[int, int] = {}
        self._turn = 0
        self.pages = [
            make_story(CODES[n % 2], title=f"Story {n}", publish=False, live=False).pk for n in range(STORIES)
        ]

    def publish(self, turn: int) -> None:
        """One of the stories, with new words; every third was withdrawn just before."""
        page = self.pages[turn % STORIES]
        if turn >= STORIES and turn % 3 == 0:
            self.withdraw(page)
        with self._lock:
            self._withdrawn.pop(page, None)
        story = ArticlePage.objects.get(pk=page)
        story.title = f"Story {page}, version {turn}"
        story.save_revision().publish()

    def withdraw(self, page: int) -> None:
        """Takes a story off the site."""
        ArticlePage.objects.get(pk=page).unpublish()
        with self._lock:
            self._turn += 1
            self._withdrawn[page] = self._turn

    def withdrawn(self) -> set[tuple[int, int]]:
        """Page and time of what is withdrawn."""
        with self._lock:
            return set(self._withdrawn.items())


def watch(desk: Desk, is_over: Event) -> list[int]:
    """Asks again and again; the pages that were found although they were withdrawn and nothing waited any more."""
    leaked: list[int] = []
    rounds = 0
    while not is_over.is_set():
        before = desk.withdrawn()
        waiting = {int(key.split(":")[1]) for key in Message.objects.values_list("key", flat=True)}
        try:
            found = {page for code in CODES for page in found_in(code)}
            rounds += 1
        except FAILURES:
            continue
        finally:
            time.sleep(0.05)
        leaked += [page for page, _ in before & desk.withdrawn() if page in found and page not in waiting]
    connections.close_all()
    assert rounds > 10
    return leaked


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


def is_delivered() -> bool:
    return pending(DESTINATION).count == 0


def expect_truth() -> None:
    for code in CODES:
        call_command("search_verify", language=code)
        public = set(ArticlePage.objects.live().filter(locale__language_code=code).values_list("pk", flat=True))
        assert found_in(code) == public
        titles = {page: source["headline"] for page, source in documents_in(code).items() if source["live"]}
        assert titles == dict(ArticlePage.objects.filter(pk__in=public).values_list("pk", "title"))


@pytest.fixture
def in_background() -> Iterator[Callable[..., Any]]:
    with ThreadPoolExecutor(3) as pool:
        yield pool.submit


def test_nothing_is_lost_and_nothing_comes_back_whatever_breaks(
    mortal_elasticsearch: Any, tmp_path: Path, in_background: Callable[..., Any]
) -> None:
    server = mortal_elasticsearch
    make_index(*CODES)
    faults, desk, is_over = Faults(), Desk(), Event()
    with faulty(server.address, faults) as proxy:
        for turn in range(20):
            desk.publish(turn)
        dying = start_worker(tmp_path, proxy, dies=True)
        assert dying.wait(60) == -signal.SIGKILL
        assert Message.objects.exclude(taken_by="").count() == 20  # sent, and nobody noted it
        assert len(found_in("en") | found_in("ru")) == 20
        desk.withdraw(desk.pages[0])
        Message.objects.exclude(taken_by="").update(taken_at=timezone.now() - LEASE)  # its lease ends
        faults.refuses_all, faults.loses_answer, faults.refuses_item, faults.denies_item = 0.1, 0.2, 0.1, 0.1
        watching = in_background(watch, desk, is_over)
        restarts = []
        try:
            with workers(tmp_path, proxy, 2) as started:
                for turn in range(20, PUBLICATIONS):
                    desk.publish(turn)
                    if turn in KILLED_AT:
                        for restart in restarts:
                            restart.result(PATIENCE)  # what is only starting cannot be killed
                        server.kill()
                    if turn in STARTED_AT:
                        restarts.append(in_background(server.start))
                for restart in restarts:
                    restart.result(PATIENCE)
                for page in desk.pages[::4]:
                    desk.withdraw(page)
                wait_until(is_delivered)
                assert [each.poll() for each in started] == [None, None]
        finally:
            is_over.set()
        assert watching.result(PATIENCE) == []
    assert min(faults.happened.values()) > 0, faults.happened
    assert not parked(DESTINATION)
    expect_truth()
    assert not (found_in("en") | found_in("ru")) & set(desk.pages[::4])


@pytest.mark.usefixtures("search_index_settings")
def test_rebuilds_during_publications_lose_and_double_nothing(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, in_background: Callable[..., Any]
) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 3)
    make_index(*CODES)
    desk, is_over = Desk(), Event()

    def rebuild_again_and_again() -> int:
        count = 0
        while not is_over.is_set():
            make_index(*CODES)
            count += 1
        connections.close_all()
        return count

    watching, rebuilding_ = in_background(watch, desk, is_over), in_background(rebuild_again_and_again)
    try:
        with workers(tmp_path, settings.ELASTICSEARCH_URL, 2):
            for turn in range(PUBLICATIONS // 2):
                desk.publish(turn)
                if turn % 7 == 6:
                    desk.withdraw(desk.pages[turn % STORIES])
            wait_until(is_delivered)
            is_over.set()
            rebuilt = rebuilding_.result(PATIENCE)
            wait_until(is_delivered)
    finally:
        is_over.set()
    assert watching.result(PATIENCE) == []
    assert rebuilt > 2
    expect_truth()
    for code in CODES:
        assert len(found_under(alias_of(code))) == 1
        assert client().count(index=alias_of(code))["count"] == len(documents_in(code))
