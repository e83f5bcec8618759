"""The question that evidence answers: an address, a moment, a place and a language, each checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils import timezone
from wagtail.models import Site

from newsroom.languages import known
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import country_of, is_country, is_subdivision
from newsroom.text import clean_line

LONGEST_ADDRESS = 2000
UNKNOWN_PLACES = frozenset({"unknown", "tor"})
HIDDEN = re.compile(r"[\x00-\x20\x7f\\]")


class QuestionIsUnclear(ValueError):
    """The question cannot be asked so; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader of a language at a place met at an address at a moment."""

    address: str
    """Root-relative, as it was at the moment."""
    at: datetime
    region: str
    """`RU`, `UA-43` or `unknown`."""
    language: str

    @property
    def location(self) -> Location:
        """The place."""
        if self.region == "unknown":
            return UNKNOWN
        country = country_of(self.region)
        return Location(country, self.region if self.region != country else None)

    @property
    def page_language(self) -> str:
        """The language that the address names."""
        return self.address.split("/")[1]


def ask(*, url: str, at: str, region: str, language: str = "") -> Question:
    """The question in these words; without a language, that of the address. Raises QuestionIsUnclear."""
    address = read_address(url)
    code = language or address.split("/")[1]
    if not known(code):
        raise QuestionIsUnclear(f"There is no language {code[:40]!a}.")
    return Question(address, read_moment(at), read_region(region), code)


def read_address(url: str) -> str:
    """The address below our root, with its last slash. Raises QuestionIsUnclear for anything but an address of ours."""
    if len(url) > LONGEST_ADDRESS or HIDDEN.search(url):
        raise QuestionIsUnclear("This is no address: it is too long, or it holds spaces or hidden characters.")
    try:
        parts = urlsplit(url)
        host = parts.netloc.lower()
    except ValueError as error:
        raise QuestionIsUnclear(f"This is no address: {url[:80]!a}.") from error
    if (parts.scheme and parts.scheme not in {"http", "https"}) or (host and host not in _own_hosts()):
        raise QuestionIsUnclear(f"{url[:80]!a} is not an address of this site.")
    if (parts.scheme and not host) or not parts.path.startswith("/"):
        raise QuestionIsUnclear(f"{url[:80]!a} is no address: it begins with / or with the name of this site.")
    path = unquote(parts.path)
    if clean_line(path) != path or HIDDEN.search(path):
        raise QuestionIsUnclear("This is no address: it holds hidden characters.")
    if not known(path.split("/")[1]):
        raise QuestionIsUnclear(f"{path[:80]!a} is no address of a page: its first part is no language.")
    return path if path.endswith("/") else f"{path}/"


def read_moment(text: str) -> datetime:
    """The moment in ISO 8601. Raises QuestionIsUnclear for one without a time zone or still to come."""
    try:
        moment = datetime.fromisoformat(text.strip())
        is_naive = moment.utcoffset() is None
        is_to_come = not is_naive and moment > timezone.now()
    except (ValueError, OverflowError) as error:
        raise QuestionIsUnclear(f"{text[:40]!a} is no moment; write 2026-03-01T12:00:00Z.") from error
    if is_naive:
        raise QuestionIsUnclear(f"{text[:40]!a} has no time zone; write 2026-03-01T12:00:00Z.")
    if is_to_come:
        raise QuestionIsUnclear(f"{text[:40]!a} is still to come; evidence is of the past.")
    return moment


def read_region(text: str) -> str:
    """The code of the place, or `unknown`. Raises QuestionIsUnclear for a place that ISO 3166 does not know."""
    if text.lower() in UNKNOWN_PLACES:
        return "unknown"
    code = text.upper()
    if not is_country(code) and not is_subdivision(code):
        raise QuestionIsUnclear(f"There is no region {text[:40]!a}; write RU, UA-43 or unknown.")
    return code


def _own_hosts() -> set[str]:
    hosts = {urlsplit(settings.SITE_URL).netloc.lower()}
    for site in Site.objects.all():
        hosts |= {site.hostname.lower(), f"{site.hostname.lower()}:{site.port}"}
    return hosts
