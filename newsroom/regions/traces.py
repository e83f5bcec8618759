"""Which parts of a request tell where its reader is, and how a request forgets them."""

from __future__ import annotations

import re

from django.http import HttpRequest

_TRACE = re.compile(
    r"""
    REMOTE_(ADDR|HOST|PORT|IDENT)                  # what the server knows of its peer
    | \w+\.SOCKET                                  # gunicorn's socket shows the peer's address
    | HTTP_FORWARDED
    | HTTP_(\w+_)?FORWARDED_FOR
    | HTTP_(CF|CLOUDFRONT|FASTLY|X_(GEO|CLIENT|APPENGINE|AKAMAI|AZURE|AMZ_CF))_\w+   # whatever a network adds
    | HTTP_X_NOTICE_KEY                            # names a class of places
    | HTTP_(\w+_)?([A-Z]*IP|IP[A-Z]*|GEO[A-Z]*|COUNTRY|REGION|SUBDIVISION|CITY|CONTINENT|METRO|POSTAL|TIMEZONE
        |LAT(ITUDE)?|LONG?(ITUDE)?|LATLONG|CITYLATLONG|ADDR(ESS)?|ASN|EDGESCAPE|LOCATION)(_\w+)?
    """,
    re.VERBOSE,
)


def tells_place(name: str) -> bool:
    """Whether an entry of `request.META` tells where a reader is, from which address, or what an edge made of it."""
    return bool(_TRACE.fullmatch(name.upper().replace("-", "_")))


def forget_place(request: HttpRequest) -> None:
    """Takes all of that out of the request, so that nothing after this can keep or log it."""
    for name in [name for name in request.META if tells_place(name)]:
        del request.META[name]
    request.__dict__.pop("headers", None)  # a cached view of META
    scope = getattr(request, "scope", None)
    if scope is not None:
        headers = [
            (name, value) for name, value in scope["headers"] if not tells_place(f"HTTP_{name.decode('latin-1')}")
        ]
        request.scope = {**scope, "headers": headers, "client": None}  # type: ignore[attr-defined]
