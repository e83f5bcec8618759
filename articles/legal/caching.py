"""What shared caches may keep of answers to readers, and how long.

Only the answer to a request whose notice key an edge has vouched for, and which is the one that we compute from the
trusted place ourselves, may be stored, under that key; everything else is `private, no-store`. So nobody can have an
answer stored for others than those it was made for, and an edge that knows too little only stores less.

Nothing is ever served stale: an edge that holds an old answer cannot know whether the rules it was made by still hold
while it cannot ask, and a planned rule starts whether or not we can be reached.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from articles.legal import snapshot
from articles.legal.decision import RuleSet
from articles.legal.keys import notice_key, public_rules
from articles.legal.middleware import STAFF
from newsroom.caches.surrogates import EVERYTHING, HEADERS, of_language, tokens
from newsroom.regions.edge import NOTICE_KEY_HEADER
from newsroom.regions.sources import came_through_edge, claimed_notice_key, location_of

PROMISE = 60
"""Seconds after which a change is met everywhere, whoever purges or does not."""
UNNOTICED = 2.0
"""Seconds in which a process may still answer by the rules before; see `snapshot`."""
LAG = 1.5
"""A second because caches count whole ones, and half of one for the way to them."""
LONGEST = int(PROMISE - UNNOTICED - LAG)
PRIVATE = "private, no-store"
STORABLE = frozenset(
    {
        HTTPStatus.OK,
        HTTPStatus.MOVED_PERMANENTLY,
        HTTPStatus.FOUND,
        HTTPStatus.TEMPORARY_REDIRECT,
        HTTPStatus.PERMANENT_REDIRECT,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.GONE,
        HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
    }
)
OTHERS = ("/healthz", "/readyz", "/metrics", "/")
"""Addresses that are no reader's pages, or that answer by what a cache does not know."""
KEYS = "/legal-keys"
"""The address at which edges learn the keys; it says itself how long they hold."""
VALIDATORS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """What was true when a request came whose key is the right one."""

    rules: RuleSet
    at: datetime


def seconds_to_keep(rules: RuleSet, at: datetime, now: datetime) -> int:
    """How long an answer that was begun at one moment and is ready at another may be stored; 0 means not at all."""
    moments = (moment for rule in public_rules(rules, at) for moment in (rule.starts_at, rule.ends_at))
    change = min((moment for moment in moments if moment is not None and moment > at), default=None)
    if change is None:
        return LONGEST
    return max(0, min(LONGEST, int((change - now).total_seconds() - LAG)))


def is_near_seal(rules: RuleSet, language: str, at: datetime) -> bool:
    """Whether a secret order, in force or due, may be about a story that stands in some list of this language.

    Each page has a list, or the strip of breaking news. A story that is taken out of it is missing where the order
    applies and nowhere else, and the notice key knows nothing of that.
    """
    return any(
        rule.notice.is_sealed
        and (not rule.languages or language in rule.languages)
        and (rule.ends_at is None or at < rule.ends_at)
        for rule in rules.rules
    )


def claim_of(request: HttpRequest) -> Claim | None:
    """The claim of a request whose answer could be stored: from our edge, for anybody, under the right key."""
    is_anybodys = settings.SESSION_COOKIE_NAME not in request.COOKIES and "HTTP_AUTHORIZATION" not in request.META
    if request.method not in ("GET", "HEAD") or not is_anybodys or not came_through_edge(request):
        return None
    claim = Claim(snapshot.current(), timezone.now())
    key = notice_key(claim.rules, location_of(request), claim.at)
    return claim if claimed_notice_key(request) == key else None


def may_be_stored(request: HttpRequest, response: HttpResponseBase, claim: Claim) -> bool:
    """Whether the answer is the same for everybody with the same key."""
    said = response.headers.get("Cache-Control", "").lower()
    return (
        response.status_code in STORABLE
        and not response.cookies
        and not response.streaming
        and "*" not in response.headers.get("Vary", "")
        and not any(word in said for word in ("private", "no-store", "no-cache"))
        and not getattr(request, "is_touched_by_seal", False)
        and not is_near_seal(claim.rules, _language(request), claim.at)
        # Rules that changed meanwhile may have made one part of the answer and not the other.
        and snapshot.held() is claim.rules
    )


def cache_control(status: int, seconds: int) -> str:
    """The header of an answer that may be stored so long."""
    stored = f"public, max-age=0, s-maxage={seconds}"
    return f"{stored}, must-revalidate" if status == HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS else stored


def is_for_readers(request: HttpRequest) -> bool:
    """Whether the address is one of readers' pages, existing or not; files have rules of their own."""
    path = request.path_info
    beside = (STAFF, settings.STATIC_URL, settings.MEDIA_URL, "/.well-known/")
    return path not in OTHERS and not path.startswith(beside)


class CachingMiddleware:
    """Stands right after the place is known, so that it sees every answer, with all that others put on it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serves the request and says what may be kept of the answer."""
        if not is_for_readers(request) or (request.path_info == KEYS and came_through_edge(request)):
            return self.get_response(request)
        _forget_validators(request)
        claim = claim_of(request)
        response = self.get_response(request)
        _say(request, response, claim)
        return response


def _say(request: HttpRequest, response: HttpResponse, claim: Claim | None) -> None:
    seconds = 0
    if claim is not None and may_be_stored(request, response, claim):
        seconds = seconds_to_keep(claim.rules, claim.at, timezone.now())
    response["Cache-Control"] = cache_control(response.status_code, seconds) if seconds else PRIVATE
    patch_vary_headers(response, [NOTICE_KEY_HEADER])
    for name in ("ETag", "Last-Modified", "Expires", "Pragma"):
        del response[name]
    if seconds:
        names = tokens([EVERYTHING, of_language(_language(request)), *getattr(request, "surrogates", ())])
        for header in HEADERS:
            response[header] = names


def _forget_validators(request: HttpRequest) -> None:
    """Has no view answer that nothing has changed: it knows of its story, and not that a notice came or went."""
    for name in VALIDATORS:
        request.META.pop(name, None)
    request.__dict__.pop("headers", None)  # a cached view of META


def _language(request: HttpRequest) -> str:
    return getattr(request, "LANGUAGE_CODE", "")
