"""Orders to shared caches to drop what is no longer true, written with what makes it untrue, sent by the worker.

Settings: CDN_PURGE_URLS, CDN_PURGE_TOKEN. An order is a request with the method PURGE to each of the addresses, with
the names to drop in `xkey-purge` and `Surrogate-Key`, and the token in `X-Purge-Token`. Doing it twice does no harm.
Without an order a cache is right by itself once its answers have ended.
"""

from __future__ import annotations

import http.client
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings

from newsroom.caches.surrogates import EVERYTHING, of_language, of_work, tokens
from newsroom.outbox import handlers
from newsroom.outbox.handlers import DeliveryFailure, Results
from newsroom.outbox.models import Message
from newsroom.outbox.writing import send

DESTINATION = "cache"
TOKENS_AT_ONCE = 50
"""More of them would make a header that servers refuse."""
TIMEOUT = 5.0
SETTLING = 2.5
"""Seconds after which no process answers by rules older than the present ones; see `articles.legal.snapshot`."""


def purge_everything() -> None:
    """Has every answer to readers dropped, once this transaction is true."""
    send(DESTINATION, EVERYTHING)


def purge_page(translation_key: object, language: str) -> None:
    """Has a page in all languages dropped, and all pages of its language, in whose lists it may stand or have stood."""
    send(DESTINATION, of_work(translation_key))
    send(DESTINATION, of_language(language))


def register() -> None:
    """Makes the caches known to the outbox."""
    handlers.register(DESTINATION, deliver, is_configured=lambda: bool(settings.CDN_PURGE_URLS))


def deliver(messages: Sequence[Message]) -> Results:
    """Has every cache drop what the messages name. Raises DeliveryFailure where one of them did not."""
    names = [message.key for message in messages]
    for start in range(0, len(names), TOKENS_AT_ONCE):
        _purge(names[start : start + TOKENS_AT_ONCE])
    if EVERYTHING in names:
        # A process that has not noticed the new rules may just have had an answer by the old ones stored again.
        time.sleep(SETTLING)
        _purge([EVERYTHING])
    return {}


def _purge(names: Sequence[str]) -> None:
    """Asks all caches, also after one that fails."""
    failures = [failure for address in settings.CDN_PURGE_URLS if (failure := _ask(address, tokens(names)))]
    if failures:
        raise DeliveryFailure("; ".join(failures))


def _ask(address: str, value: str) -> str:
    """Why the cache did not do it, told without the address's path or password; empty where it did.

    No redirect is followed and no proxy is used: nobody but the configured address learns the token.
    """
    parts = urlsplit(address)
    connect = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = connect(parts.hostname or "", parts.port, timeout=TIMEOUT)
    headers = {"xkey-purge": value, "Surrogate-Key": value}
    if settings.CDN_PURGE_TOKEN:
        headers["X-Purge-Token"] = settings.CDN_PURGE_TOKEN
    try:
        connection.request("PURGE", parts.path or "/", headers=headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return f"{parts.hostname}: {type(error).__name__}"
    finally:
        connection.close()
    return "" if http.client.OK <= status < http.client.MULTIPLE_CHOICES else f"{parts.hostname}: answered {status}"
