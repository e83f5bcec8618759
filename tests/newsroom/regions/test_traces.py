"""Tests of what a request forgets about where its reader is."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.handlers.asgi import ASGIRequest
from django.test import AsyncRequestFactory, RequestFactory

from newsroom.regions.dialects import DIALECTS
from newsroom.regions.edge import NOTICE_KEY_HEADER, SECRET_HEADER
from newsroom.regions.traces import forget_place, tells_place

OWN = [header for dialect in DIALECTS.values() for header in (dialect.country_header, dialect.subdivision_header)]
TRACES = [
    *OWN, NOTICE_KEY_HEADER, SECRET_HEADER, "X-Forwarded-For", "X-Original-Forwarded-For", "Forwarded", "X-Real-IP",
    "True-Client-IP", "CF-Connecting-IP", "CF-Connecting-IPv6", "CF-IPCity", "CF-IPLatitude", "CF-Ray", "CF-Timezone",
    "CF-Postal-Code", "Fastly-Client-IP", "X-Client-IP", "X-Cluster-Client-IP", "Client-IP",
    "CloudFront-Viewer-Address",
    "CloudFront-Viewer-City", "CloudFront-Viewer-Country-Name", "X-AppEngine-Country", "X-AppEngine-CityLatLong",
    "X-Akamai-Edgescape", "X-Azure-ClientIP", "X-Azure-SocketIP", "X-Vercel-IP-Country", "Fly-Client-IP", "Fly-Region",
    "X-Country", "X-Country-Code", "X-GeoIP-Country", "GeoIP-Addr", "X-Envoy-External-Address", "X-Client-City",
    "X-Client-Geo-Location", "X-Remote-Addr", "X-ProxyUser-IP",
]  # fmt: skip
KEPT = [
    "Host", "Cookie", "User-Agent", "Accept", "Accept-Language", "Referer", "Origin", "Range", "If-None-Match",
    "If-Modified-Since", "X-CSRFToken", "X-Requested-With", "X-Forwarded-Proto", "X-Forwarded-Host", "Authorization",
    "Sec-Fetch-Site", "Cache-Control", "Via", "Content-Disposition", "Upgrade-Insecure-Requests", "X-Request-ID",
]  # fmt: skip


def key(header: str) -> str:
    return "HTTP_" + header.upper().replace("-", "_")


@pytest.mark.parametrize("header", TRACES)
def test_header_that_tells_a_place_is_known(header: str) -> None:
    assert tells_place(key(header))
    assert tells_place(f"HTTP_{header}")


@pytest.mark.parametrize("name", ["REMOTE_ADDR", "REMOTE_HOST", "REMOTE_PORT", "gunicorn.socket"])
def test_what_the_server_knows_of_its_peer_is_known(name: str) -> None:
    assert tells_place(name)


@pytest.mark.parametrize(
    "name", [*map(key, KEPT), "SERVER_NAME", "PATH_INFO", "QUERY_STRING", "wsgi.input", "CONTENT_TYPE"]
)
def test_what_the_program_needs_is_kept(name: str) -> None:
    assert not tells_place(name)


def test_request_forgets_every_trace() -> None:
    request = RequestFactory().get("/", headers=dict.fromkeys([*TRACES, *KEPT[1:]], "value"))
    assert request.headers["X-Real-IP"]
    forget_place(request)
    assert not any(tells_place(name) for name in [*request.META, *request.environ])
    assert [header for header in TRACES if header in request.headers] == []
    assert [header for header in KEPT[1:] if header not in request.headers] == []


def test_request_over_asgi_forgets_every_trace_too() -> None:
    scope = AsyncRequestFactory()._base_scope(
        path="/",
        client=["198.51.100.7", 4711],
        headers=[(header.lower().encode(), b"198.51.100.7") for header in TRACES] + [(b"user-agent", b"kept")],
    )
    request = ASGIRequest(scope, BytesIO())
    assert request.META["REMOTE_ADDR"] == "198.51.100.7"
    forget_place(request)
    assert "198.51.100.7" not in repr(request.META) + repr(request.scope)
    assert request.headers["User-Agent"] == "kept"
