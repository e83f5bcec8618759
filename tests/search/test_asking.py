"""Tests of asking within a time, against servers that are slow, broken or gone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from search import asking
from search.asking import Asker, Away
from search.client import client

pytestmark = pytest.mark.usefixtures("unhurried")


class Broken(BaseHTTPRequestHandler):
    """A server that answers what its test has told it to."""

    answers: list[tuple[int, bytes]] = []
    silence = threading.Event()

    def do_POST(self) -> None:
        if not self.answers:
            self.silence.wait(10)
            return
        status, body = self.answers.pop(0)
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture
def answers(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[int, bytes]]]:
    """What a server will answer, in order; it is silent after that."""
    given: list[tuple[int, bytes]] = []
    monkeypatch.setattr(Broken, "answers", given)
    monkeypatch.setattr(Broken, "silence", threading.Event())
    server = ThreadingHTTPServer(("127.0.0.1", 0), Broken)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{server.server_address[1]}"
    client.cache_clear()
    yield given
    Broken.silence.set()
    server.shutdown()
    server.server_close()
    client().close()
    client.cache_clear()


FOUND = (200, b'{"hits": {"hits": []}}')


def test_an_answer_is_given_back(answers: list[tuple[int, bytes]]) -> None:
    answers.append(FOUND)
    assert Asker().search("news-en", {}) == {"hits": {"hits": []}}


def test_no_more_than_two_requests_are_made(answers: list[tuple[int, bytes]]) -> None:
    answers += [FOUND] * 3
    asker = Asker()
    asker.search("news-en", {})
    asker.search("news-en", {})
    with pytest.raises(Away):
        asker.search("news-en", {})
    assert len(answers) == 1


@pytest.mark.parametrize(
    "broken",
    [(500, b"{}"), (503, b"<html>"), (429, b"{}"), (200, b"no json"), (400, b'{"error": "x"}'), (404, b"{}")],
)
def test_whatever_is_no_answer_is_away(answers: list[tuple[int, bytes]], broken: tuple[int, bytes]) -> None:
    answers.append(broken)
    with pytest.raises(Away):
        Asker().search("news-en", {})


def test_after_a_failure_nobody_asks_for_a_while(answers: list[tuple[int, bytes]]) -> None:
    answers += [(503, b"{}"), FOUND]
    for _ in range(2):
        with pytest.raises(Away):
            Asker().search("news-en", {})
    assert answers == [FOUND]


def test_a_refusal_says_nothing_of_the_server(
    answers: list[tuple[int, bytes]], caplog: pytest.LogCaptureFixture
) -> None:
    answers += [(404, b'{"error": "no prigozhin here"}'), (404, b"{}"), FOUND]
    for _ in range(2):
        with pytest.raises(Away):
            Asker().search("news-en", {"query": {"match": {"headline": "prigozhin"}}})
    assert Asker().search("news-en", {})
    assert len([record for record in caplog.records if record.name == asking.__name__]) == 1
    assert "prigozhin" not in caplog.text


def test_a_silent_server_is_left_after_the_time(answers: list[tuple[int, bytes]]) -> None:
    with pytest.raises(Away):
        Asker(seconds=0.2).search("news-en", {})


def test_without_time_nothing_is_asked(answers: list[tuple[int, bytes]]) -> None:
    answers.append(FOUND)
    with pytest.raises(Away):
        Asker(seconds=0.0).search("news-en", {})
    assert answers == [FOUND]


def test_one_failed_search_of_many_loses_itself_alone(answers: list[tuple[int, bytes]]) -> None:
    answers.append((200, b'{"responses": [{"error": {}, "status": 404}, {"hits": {}}]}'))
    assert Asker().search_many([(["a"], {}), (["b"], {})]) == [None, {"hits": {}}]
