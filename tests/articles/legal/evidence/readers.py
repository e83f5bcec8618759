"""Readers of tests: what they really got, to be compared with what evidence says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.test import Client, override_settings
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.evidence.asking import ask
from articles.legal.evidence.gathering import Evidence, evidence

SECRET = "only for tests"
NOTICE = re.compile(rb'<section class="notice.*?</section>', re.DOTALL)
behind_an_edge = override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET])


@dataclass(frozen=True)
class Visit:
    """What one reader got at one moment."""

    address: str
    region: str
    at: datetime
    status: int
    content: bytes

    @property
    def notices(self) -> bytes:
        """The notices on the page, in their bytes."""
        return b"\n".join(NOTICE.findall(self.content))

    def evidence(self) -> Evidence:
        """What the newsroom can prove of it."""
        return proof(self.address, self.at, self.region)


def proof(address: str, at: datetime, region: str = "RU", language: str = "") -> Evidence:
    """The evidence of a reader at an address."""
    return evidence(ask(url=address, at=at.isoformat(), region=region, language=language))


def visit(client: Client, address: str, region: str = "RU") -> Visit:
    """A reader in a region gets a page now, by the rules as they are now."""
    snapshot.forget()
    country, _, part = region.partition("-")
    headers = {"X-Geo-Secret": SECRET, "CF-IPCountry": "XX" if region == "unknown" else country, "CF-Region-Code": part}
    with behind_an_edge:
        answer = client.get(address, headers=headers)
    return Visit(address, region, timezone.now(), answer.status_code, answer.content)
