"""A real server on this machine that speaks as engines do, well or badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    answer: Answer
    met: list[tuple[str, dict[str, str], dict[str, Any]]]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.met.append((self.path, dict(self.headers), body))
        with suppress(BrokenPipeError, ConnectionResetError):
            type(self).answer(self, body)

    def do_GET(self) -> None:
        self.met.append((self.path, dict(self.headers), {}))
        self.say(b"{}")

    def say(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def say_json(self, said: Any) -> None:
        self.say(json.dumps(said, ensure_ascii=False).encode())

    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[tuple[str, dict[str, str], dict[str, Any]]]]]:
    """The address of a server that answers so, and what it is asked."""
    met: list[tuple[str, dict[str, str], dict[str, Any]]] = []
    handler = type("OneHandler", (Handler,), {"answer": staticmethod(answer), "met": met})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", met
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def marked(text: str, target: str) -> str:
    """A text with the language that is wanted in front of it, inside its frame."""
    return text.replace("<p>", f"<p>{target} ") if text.startswith("<p>") else f"{target} {text}"


def libretranslate(handler: Handler, body: dict[str, Any]) -> None:
    """As a good LibreTranslate does."""
    handler.say_json({"translatedText": [marked(text, body["target"]) for text in body["q"]]})


def deepl(handler: Handler, body: dict[str, Any]) -> None:
    """As a good DeepL does."""
    texts = [marked(text, body["target_lang"]) for text in body["text"]]
    handler.say_json({"translations": [{"detected_source_language": "EN", "text": text} for text in texts]})


def saying(content: bytes, status: int = 200, **headers: str) -> Answer:
    """An answer that is always the same."""
    return lambda handler, body: handler.say(content, status, **headers)


def texts(*said: Any) -> Answer:
    """A LibreTranslate that says these texts whatever it is asked."""
    return lambda handler, body: handler.say_json({"translatedText": list(said)})


def slow(handler: Handler, body: dict[str, Any]) -> None:
    """An answer that trickles for ever."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: Handler, body: dict[str, Any]) -> None:
    """50 MB of an answer."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b'{"translatedText": ["')
    for _ in range(50):
        handler.wfile.write(b"x" * 1024 * 1024)
    handler.wfile.write(b'"]}')
