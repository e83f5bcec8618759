"""Asks a server in its own words, without the client that the program uses."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen


def ask(address: str, method: str, path: str, body: object = None, *, seconds: float = 60) -> Any:
    """What a server answers, a refusal among it; an address may hold a name and a password."""
    parts = urlsplit(address)
    data = None if body is None else json.dumps(body).encode()
    request = Request(f"{without_password(address)}{path}", data, {"Content-Type": "application/json"}, method=method)
    if parts.username:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", f"Basic {base64.b64encode(pair.encode()).decode()}")
    try:
        with urlopen(request, timeout=seconds) as answer:
            return json.load(answer)
    except HTTPError as error:
        with error:
            return json.load(error)


def without_password(address: str) -> str:
    """An address that may be shown, and that is asked."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl().rstrip("/")


def words(address: str, text: str, **analysis: object) -> list[str]:
    """The words that an analysis makes of a text."""
    answer = ask(address, "POST", "/_analyze", {"text": text, **analysis})
    return [token["token"] for token in answer["tokens"]]


def refusal(answer: Any) -> str:
    """Why a server refused, down to the first cause; empty where it did not."""
    reasons, error = [], answer.get("error")
    while error:
        reasons.append(error["reason"])
        error = error.get("caused_by")
    return ": ".join(reasons)
