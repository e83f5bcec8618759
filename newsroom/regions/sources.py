"""Where the reader of a request is, by the one source that is configured; unknown wherever nobody can be trusted.

Settings: GEO_SOURCE (`none`, a dialect, or `mmdb`), GEO_SHARED_SECRETS, GEO_DATABASE_PATH, GEO_TRUSTED_PROXY_COUNT.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from newsroom.regions.addresses import reader_address
from newsroom.regions.database import database
from newsroom.regions.dialects import DIALECTS
from newsroom.regions.edge import NOTICE_KEY_HEADER, SECRET_HEADER, is_secret
from newsroom.regions.location import UNKNOWN, Location

logger = logging.getLogger(__name__)

MMDB = "mmdb"
_READER = "_newsroom_reader"
_NOTICE_KEY = re.compile(r"[!-+\--~]{1,128}")  # printable, without the comma of a header that came twice


@dataclass(frozen=True, slots=True, repr=False)
class Reader:
    """What is known of whoever sent a request."""

    location: Location = UNKNOWN
    came_through_edge: bool = False
    claimed_notice_key: str = ""

    def __repr__(self) -> str:
        """The same words for everybody."""
        return "<reader>"


NOBODY = Reader()


def location_of(request: HttpRequest) -> Location:
    """Where the reader is; unknown before LocationMiddleware has seen the request."""
    return _reader_of(request).location


def came_through_edge(request: HttpRequest) -> bool:
    """Whether the request carried the shared secret, so that its notice key is the edge's and not a client's."""
    return _reader_of(request).came_through_edge


def claimed_notice_key(request: HttpRequest) -> str:
    """The notice key that the edge has worked out; empty for a request that did not come through it."""
    return _reader_of(request).claimed_notice_key


def keep_reader(request: HttpRequest, reader: Reader) -> None:
    """Has the functions above answer with this reader; the request's own repr shows nothing of it."""
    setattr(request, _READER, reader)


def read(meta: Mapping[str, Any]) -> Reader:
    """The reader of a request with this META. Raises nothing: what goes wrong makes the reader unknown."""
    try:
        return _read(meta)
    except Exception as failure:  # noqa: BLE001 no page fails because nobody knows where its reader is
        logger.error("The place of a reader could not be worked out: %s.", type(failure).__name__)
        return NOBODY


def degraded() -> list[str]:
    """`geo` while the configured source cannot answer."""
    source = settings.GEO_SOURCE
    if source in DIALECTS:
        return [] if any(settings.GEO_SHARED_SECRETS) else ["geo"]
    if source == MMDB:
        return [] if database(settings.GEO_DATABASE_PATH).is_usable else ["geo"]
    return []


def _reader_of(request: HttpRequest) -> Reader:
    reader = getattr(request, _READER, NOBODY)
    return reader if isinstance(reader, Reader) else NOBODY


def _read(meta: Mapping[str, Any]) -> Reader:
    trusted = is_secret(_header(meta, SECRET_HEADER), settings.GEO_SHARED_SECRETS)
    key = _header(meta, NOTICE_KEY_HEADER) if trusted else ""
    return Reader(_location(meta, trusted), trusted, key if _NOTICE_KEY.fullmatch(key) else "")


def _location(meta: Mapping[str, Any], trusted: bool) -> Location:
    source = settings.GEO_SOURCE
    if source == MMDB:
        # Needs no secret: behind the counted proxies nobody can put an entry in the counted place, and whoever comes
        # past them deceives only himself, because no shared cache keeps an answer to a request without the secret.
        peer, forwarded = str(meta.get("REMOTE_ADDR", "")), _header(meta, "X-Forwarded-For")
        address = reader_address(peer, forwarded, settings.GEO_TRUSTED_PROXY_COUNT)
        return database(settings.GEO_DATABASE_PATH).locate(address) if address else UNKNOWN
    dialect = DIALECTS.get(source)
    if dialect is None or not trusted:
        return UNKNOWN
    return dialect.read(_header(meta, dialect.country_header), _header(meta, dialect.subdivision_header))


def _header(meta: Mapping[str, Any], name: str) -> str:
    return str(meta.get(f"HTTP_{name.upper().replace('-', '_')}", ""))
