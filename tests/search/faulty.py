"""A proxy between the newsroom and Elasticsearch that spoils bulk requests as a server in trouble does."""

from __future__ import annotations

import http.client
import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

TOO_MANY = {"type": "es_rejected_execution_exception", "reason": "too much to do"}
PASSED = ("accept", "content-type", "authorization")
UNAVAILABLE = {"type": "unavailable_shards_exception", "reason": "no copy answers"}


@dataclass
class Faults:
    """How often what happens, between 0 and 1, drawn by a fixed seed; and how often it did."""

    refuses_all: float = 0.0
    """The whole request is answered 429 and nothing is done."""
    loses_answer: float = 0.0
    """Everything is done, and the connection breaks before the answer."""
    refuses_item: float = 0.0
    """One document is not written, and its item says 429."""
    denies_item: float = 0.0
    """One document is written, and its item says 503."""
    chance: random.Random = field(default_factory=lambda: random.Random(5))
    happened: dict[str, int] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def strikes(self, name: str) -> bool:
        """Whether it happens now."""
        with self.lock:
            does = self.chance.random() < getattr(self, name)
            self.happened[name] = self.happened.get(name, 0) + does
            return does


class Server(ThreadingHTTPServer):
    """Passes requests on to an address, with faults."""

    daemon_threads = True

    def __init__(self, address: str, faults: Faults) -> None:
        super().__init__(("127.0.0.1", 0), Proxy)
        self.address, self.faults = address, faults

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is what these tests are about."""


class Proxy(BaseHTTPRequestHandler):
    """One request after the other, on one connection."""

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""

    def pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.split("?")[0].endswith("/_bulk"):
            self.pass_bulk_on(body)
        else:
            answer = self.ask(body)
            if answer:
                self.reply(*answer)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = pass_on

    def pass_bulk_on(self, body: bytes) -> None:
        faults = self.server.faults
        if faults.strikes("refuses_all"):
            self.reply(429, "application/json", _told({"error": TOO_MANY, "status": 429}))
            return
        refused, body = _without_some(body, faults)
        if not body:
            answer = {"errors": True, "items": [_item(429, TOO_MANY) for _ in refused]}
            self.reply(200, "application/json", _told(answer))
            return
        answered = self.ask(body)
        if answered and faults.strikes("loses_answer"):
            self.close_connection = True
        elif answered:
            status, kind, told = answered
            self.reply(status, kind, _spoilt(told, refused, faults) if status == 200 else told)

    def ask(self, body: bytes) -> tuple[int, str, bytes] | None:
        """What the server answers; None where it does not, and then this connection breaks as the server's did."""
        parts = urlsplit(self.server.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        headers = {name: value for name, value in self.headers.items() if name.lower() in PASSED}
        try:
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Content-Type", "application/json"), answer.read()
        except (OSError, http.client.HTTPException):
            self.close_connection = True
            return None
        finally:
            connection.close()

    def reply(self, status: int, kind: str, told: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(told)


@contextmanager
def faulty(address: str, faults: Faults) -> Iterator[str]:
    """The address of a proxy before the server at an address."""
    server = Server(address, faults)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def _without_some(body: bytes, faults: Faults) -> tuple[set[int], bytes]:
    """The places of the documents that are not passed on, and the rest of the request."""
    lines = body.split(b"\n")
    pairs = [lines[n : n + 2] for n in range(0, len(lines) - 1, 2)]
    refused = {place for place in range(len(pairs)) if faults.strikes("refuses_item")}
    kept = [line for place, pair in enumerate(pairs) if place not in refused for line in pair]
    return refused, b"".join(line + b"\n" for line in kept)


def _spoilt(told: bytes, refused: set[int], faults: Faults) -> bytes:
    """The answer with an item for each document that was not passed on, and with some that deny what was done."""
    answer = json.loads(told)
    items: list[dict[str, Any]] = []
    rest = iter(answer["items"])
    for place in range(len(answer["items"]) + len(refused)):
        if place in refused:
            items.append(_item(429, TOO_MANY))
        else:
            item = next(rest)
            items.append(_item(503, UNAVAILABLE) if faults.strikes("denies_item") else item)
    return _told({**answer, "errors": True, "items": items})


def _item(status: int, error: dict[str, str]) -> dict[str, Any]:
    return {"index": {"status": status, "error": error}}


def _told(value: object) -> bytes:
    return json.dumps(value).encode()
