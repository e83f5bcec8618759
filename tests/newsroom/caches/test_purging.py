"""Tests of orders to shared caches, given to a real server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import transaction
from pytest_django import Settings

from newsroom.caches import purging
from newsroom.caches.purging import DESTINATION, purge_everything, purge_page
from newsroom.caches.surrogates import EVERYTHING, of_language, of_work, token
from newsroom.outbox.draining import drain
from newsroom.outbox.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


class Cache(HTTPServer):
    """A cache that notes what it is asked, and answers as it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[dict[str, str]] = []
        self.status = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/purge"


class Answering(BaseHTTPRequestHandler):
    server: Cache

    def do_PURGE(self) -> None:
        self.server.asked.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def cache(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    monkeypatch.setattr(purging, "SETTLING", 0.01)
    with Cache() as server:
        settings.CDN_PURGE_URLS, settings.CDN_PURGE_TOKEN = [server.address], "only-for-tests"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_cache_is_told_the_names_and_who_asks(cache: Cache) -> None:
    purge_page("8e0f", "fa")
    assert drain().delivered == 2
    (asked,) = cache.asked
    assert asked["path"] == "/purge"
    assert asked["xkey-purge"].split() == asked["surrogate-key"].split()
    assert set(asked["xkey-purge"].split()) == {token(of_work("8e0f")), token(of_language("fa"))}
    assert asked["x-purge-token"] == "only-for-tests"
    assert not Message.objects.exists()


def test_new_rules_are_purged_again_once_no_process_answers_by_the_old_ones(cache: Cache) -> None:
    purge_everything()
    assert drain().delivered == 1
    assert [asked["xkey-purge"] for asked in cache.asked] == [token(EVERYTHING)] * 2


def test_what_is_not_true_in_the_end_purges_nothing(cache: Cache) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        purge_everything()
        raise ZeroDivisionError
    assert drain().delivered == 0
    assert cache.asked == []


def test_many_names_come_in_headers_that_servers_take(cache: Cache) -> None:
    for number in range(purging.TOKENS_AT_ONCE + 5):
        purge_page(str(number), "en")
    drain()
    assert [len(asked["xkey-purge"].split()) for asked in cache.asked] == [50, 6]


@pytest.mark.parametrize("status", [302, 403, 404, 500, 503])
def test_a_cache_that_refuses_is_asked_again_later(cache: Cache, status: int) -> None:
    cache.status = status
    purge_page("8e0f", "en")
    assert drain().delivered == 0
    assert len(cache.asked) == 1, "no redirect is followed"
    error = Message.objects.filter(destination=DESTINATION).values_list("error", flat=True)[0]
    assert str(status) in error
    assert "only-for-tests" not in error
    assert "/purge" not in error


def test_one_cache_that_is_away_does_not_keep_the_others_from_hearing(cache: Cache, settings: Settings) -> None:
    settings.CDN_PURGE_URLS = ["http://127.0.0.1:9/", "http://[::1]:9", cache.address]
    purge_page("8e0f", "en")
    assert drain().delivered == 0
    assert len(cache.asked) == 1
    assert Message.objects.count() == 2


def test_nothing_is_written_where_there_is_no_cache(settings: Settings) -> None:
    settings.CDN_PURGE_URLS = []
    purge_everything()
    purge_page("8e0f", "en")
    assert not Message.objects.exists()
