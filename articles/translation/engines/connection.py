"""One question to a server of others: bounded in time and size, and it goes where it was told to and nowhere else."""

from __future__ import annotations

import json
import logging
import time
from typing import Any

import urllib3
from urllib3.exceptions import HTTPError

from articles.translation.engines.interface import EngineIsAway, EngineRefused, LanguageNotOffered

logger = logging.getLogger(__name__)

SECONDS = 30.0
"""For a whole answer."""
LARGEST_ANSWER = 4 * 1024 * 1024
SLICE = 64 * 1024
OK, BAD_REQUEST, TOO_MANY, QUOTA = 200, 400, 429, 456
SERVER_FAILS = 500


def ask(url: str, body: dict[str, Any], headers: dict[str, str] | None = None, *, seconds: float = SECONDS) -> Any:
    """What the server answers to a question in JSON. Raises EngineIsAway, EngineRefused, LanguageNotOffered.

    Redirections are not followed; what is logged is the status, never the question, the answer or the address.
    """
    started = time.monotonic()
    pool = urllib3.PoolManager(
        num_pools=1, retries=False, timeout=urllib3.Timeout(connect=min(5.0, seconds), read=seconds)
    )
    try:
        with pool:
            answer = pool.request(
                "POST",
                url,
                body=json.dumps(body).encode(),
                headers={"Content-Type": "application/json", "Accept": "application/json", **(headers or {})},
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                content = _read(answer, started + seconds) if answer.status == OK else b""
            finally:
                answer.close()
    except (HTTPError, OSError, ValueError) as error:
        logger.warning("The translation engine does not answer: %s", type(error).__name__)
        raise EngineIsAway from None
    if answer.status != OK:
        raise _refusal(answer.status)
    return _parsed(content)


def _read(answer: urllib3.BaseHTTPResponse, until: float) -> bytes:
    found = bytearray()
    while chunk := answer.read1(SLICE):
        found += chunk
        if len(found) > LARGEST_ANSWER or time.monotonic() > until:
            logger.warning("The translation engine's answer is too long or too slow: %d bytes", len(found))
            raise EngineIsAway
    return bytes(found)


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        logger.warning("The translation engine answers with something else than JSON")
        raise EngineIsAway from None


def _refusal(status: int) -> Exception:
    logger.warning("The translation engine answers with status %d", status)
    if status == BAD_REQUEST:
        return LanguageNotOffered()
    if status in (TOO_MANY, QUOTA) or status < SERVER_FAILS:
        return EngineIsAway() if status == TOO_MANY else EngineRefused()
    return EngineIsAway()
