"""The public key that heads and evidence are checked with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.legal.ledger.signing import public_key_pem


@require_safe
@cache_control(public=True, max_age=3600)
def evidence_key(request: HttpRequest) -> HttpResponse:
    """The public key as PEM."""
    return HttpResponse(public_key_pem(), content_type="application/x-pem-file")
