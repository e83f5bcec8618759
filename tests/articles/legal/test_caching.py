"""Tests of what shared caches may keep of answers to readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory, override_settings
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.legal import snapshot
from articles.legal.caching import LONGEST, PROMISE, CachingMiddleware, is_near_seal, seconds_to_keep
from articles.legal.decision import EMPTY
from articles.legal.keys import notice_key
from articles.legal.terms import Kind, ScopeKind
from newsroom.caches.surrogates import EVERYTHING, of_language, of_work, token
from newsroom.languages import LANGUAGES
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.sources import Reader, keep_reader
from tests.articles.legal.laws import NOON, law, notice, rule
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_administrator, make_story

pytestmark = pytest.mark.django_db
SECRET = "only for tests"
PRIVATE = "private, no-store"
STORED = f"public, max-age=0, s-maxage={LONGEST}"
RUSSIA, FRANCE = Location("RU", None), Location("FR", None)


@pytest.fixture(autouse=True)
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield
    snapshot.forget()


def through_edge(path: str = "/en/", *, key: str | None = None, trusted: bool = True, **options: Any) -> HttpRequest:
    """A request of a reader in Russia as the edge passes it on, with the right key unless another one is given."""
    method, cookies = options.pop("method", "GET"), options.pop("cookies", {})
    request = RequestFactory().generic(method, path, **options)
    request.COOKIES.update(cookies)
    right = notice_key(snapshot.current(), RUSSIA, datetime.now().astimezone())
    keep_reader(request, Reader(RUSSIA, trusted, right if key is None else key))
    return request


def answered(request: HttpRequest, response: HttpResponse | None = None, **attributes: Any) -> HttpResponse:
    """The answer after the middleware has seen it."""

    def view(request: HttpRequest) -> HttpResponse:
        request.LANGUAGE_CODE = "en"
        for name, value in attributes.items():
            setattr(request, name, value)
        return response or HttpResponse("A page")

    return CachingMiddleware(view)(request)


def saying(header: str, value: str, status: int = 200) -> HttpResponse:
    return HttpResponse(status=status, headers={header: value})


def with_cookie() -> HttpResponse:
    response = HttpResponse()
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize("status", [200, 301, 302, 307, 308, 404, 410])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_answers_to_the_right_key_are_stored_under_it(status: int, method: str) -> None:
    answer = answered(through_edge(method=method), HttpResponse(status=status))
    assert answer["Cache-Control"] == STORED
    assert answer["Vary"] == "X-Notice-Key"


def test_a_withheld_page_is_stored_and_never_stale() -> None:
    answer = answered(through_edge(), HttpResponse(status=451))
    assert answer["Cache-Control"] == f"{STORED}, must-revalidate"
    assert "stale" not in answer["Cache-Control"]


@pytest.mark.parametrize("status", [201, 204, 206, 303, 304, 400, 401, 403, 405, 429, 500, 502, 503])
def test_other_answers_are_never_stored(status: int) -> None:
    answer = answered(through_edge(), HttpResponse(status=status))
    assert (answer["Cache-Control"], answer["Vary"]) == (PRIVATE, "X-Notice-Key")


NOT_STORED: dict[str, Callable[[], HttpResponse]] = {
    "no edge": lambda: answered(through_edge(trusted=False)),
    "no key": lambda: answered(through_edge(key="")),
    "another place's key": lambda: answered(through_edge(key="0123456789ab")),
    "a key in capitals": lambda: answered(through_edge(key=notice_key(EMPTY, RUSSIA, NOON).upper())),
    "posted": lambda: answered(through_edge(method="POST")),
    "invented method": lambda: answered(through_edge(method="PURGE")),
    "session": lambda: answered(through_edge(cookies={"sessionid": "anything"})),
    "authorization": lambda: answered(through_edge(headers={"Authorization": "Basic eDp5"})),
    "sets a cookie": lambda: answered(through_edge(), with_cookie()),
    "the view says private": lambda: answered(through_edge(), saying("Cache-Control", "private, max-age=60")),
    "the view says no-store": lambda: answered(through_edge(), saying("Cache-Control", "No-Store")),
    "the view says no-cache": lambda: answered(through_edge(), saying("Cache-Control", "no-cache")),
    "varies on everything": lambda: answered(through_edge(), saying("Vary", "*")),
    "streamed": lambda: answered(through_edge(), StreamingHttpResponse([b"part"])),
    "touched by a seal": lambda: answered(through_edge(), is_touched_by_seal=True),
    "rules changed meanwhile": lambda: CachingMiddleware(_changing_rules)(through_edge()),
}


def _changing_rules(request: HttpRequest) -> HttpResponse:
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    snapshot.current()
    return HttpResponse()


@pytest.mark.parametrize("reason", NOT_STORED)
def test_what_is_not_anybodys_answer_is_not_stored(reason: str) -> None:
    answer = NOT_STORED[reason]()
    assert answer["Cache-Control"] == PRIVATE
    assert "X-Notice-Key" in answer["Vary"] or answer["Vary"] == "*"
    assert not {"xkey", "Surrogate-Key"} & set(answer.headers)


def test_what_the_answer_varied_on_stays() -> None:
    assert answered(through_edge(), saying("Vary", "Cookie"))["Vary"] == "Cookie, X-Notice-Key"


def test_what_a_view_thinks_of_time_is_not_believed() -> None:
    said = {"Cache-Control": "public, max-age=3600", "ETag": '"x"', "Last-Modified": "then", "Expires": "never"}
    answer = answered(through_edge(), HttpResponse(headers=said))
    assert answer["Cache-Control"] == STORED
    assert not {"ETag", "Last-Modified", "Expires"} & set(answer.headers)


def test_no_view_hears_what_the_reader_has_already() -> None:
    heard: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        heard.extend(name for name in request.headers if name.startswith("If-"))
        return HttpResponse()

    request = through_edge(headers={"If-None-Match": '"x"', "If-Modified-Since": "Wed, 25 Nov 2026 00:00:00 GMT"})
    assert request.headers["If-None-Match"] == '"x"'
    assert CachingMiddleware(view)(request).status_code == 200
    assert heard == []


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/metrics", "/admin/", "/static/a.css", "/media/a.avif"])
def test_what_is_no_readers_page_is_left_as_it_is(path: str) -> None:
    answer = answered(through_edge(path), saying("ETag", '"x"'))
    assert {"Cache-Control", "Vary"}.isdisjoint(answer.headers)
    assert answer["ETag"] == '"x"'


# How long


@pytest.mark.parametrize(
    ("seconds", "kept"), [(0.5, 0), (2.4, 0), (2.5, 1), (10, 8), (30.9, 29), (57.5, 56), (60, LONGEST), (9999, LONGEST)]
)
def test_an_answer_ends_before_the_next_planned_change(seconds: float, kept: int) -> None:
    change = NOON + timedelta(seconds=seconds)
    assert seconds_to_keep(law(rule(starts_at=change)), NOON, NOON) == kept
    assert seconds_to_keep(law(rule(ends_at=change)), NOON, NOON) == kept
    assert kept <= max(0, seconds - 1)


def test_a_change_while_the_answer_was_made_has_it_not_stored() -> None:
    rules = law(rule(starts_at=NOON + timedelta(seconds=1), ends_at=NOON + timedelta(seconds=40)))
    assert seconds_to_keep(rules, NOON, NOON + timedelta(seconds=2)) == 0


def test_without_plans_an_answer_is_kept_so_that_the_promise_holds() -> None:
    assert seconds_to_keep(EMPTY, NOON, NOON) == LONGEST
    assert LONGEST + 3 < PROMISE


def test_a_planned_secret_order_does_not_show_in_how_long_answers_are_kept() -> None:
    secret = notice("secret", Kind.WITHHELD, is_sealed=True)
    assert seconds_to_keep(law(rule(notice=secret, starts_at=NOON + timedelta(seconds=9))), NOON, NOON) == LONGEST


@pytest.mark.parametrize("code", LANGUAGES)
def test_lists_of_the_languages_of_a_secret_order_are_not_stored(code: str) -> None:
    secret = notice("secret", Kind.WITHHELD, is_sealed=True)
    some = law(rule(notice=secret, languages=frozenset({"fa", "ru"})))
    assert is_near_seal(some, code, NOON) is (code in {"fa", "ru"})
    assert is_near_seal(law(rule(notice=secret)), code, NOON)
    assert not is_near_seal(law(rule(notice=secret, ends_at=NOON)), code, NOON)
    assert not is_near_seal(law(rule()), code, NOON)


# Real pages


def read(client: Client, address: str, location: Location = RUSSIA, **headers: str) -> Any:
    """The answer to a reader whose edge has worked out the right key."""
    key = notice_key(snapshot.current(), location, datetime.now().astimezone())
    sent = {"X-Geo-Secret": SECRET, "CF-IPCountry": location.country or "XX", "X-Notice-Key": key, **headers}
    return client.get(address, headers=sent)


@pytest.mark.parametrize("code", LANGUAGES)
def test_pages_of_every_language_are_stored_with_their_names(code: str, client: Client) -> None:
    story = make_story(code)
    for address in (f"/{code}/", story.get_parent().url_path, story.url_path, f"/{code}/legal/", f"/{code}/nothing/"):
        answer = read(client, address)
        assert (address, answer["Cache-Control"]) == (address, STORED)
        assert "X-Notice-Key" in answer["Vary"]
        assert answer["xkey"] == answer["Surrogate-Key"]
        assert {token(EVERYTHING), token(of_language(code))} <= set(answer["xkey"].split())
        assert (token(of_work(story.translation_key)) in answer["xkey"].split()) is (address == story.url_path)
        assert client.get(address)["Cache-Control"] == PRIVATE


def test_names_tell_nothing() -> None:
    assert token("work:1") != token("work:2")
    with override_settings(SECRET_KEY="another"):
        other = token("work:1")
    assert other != token("work:1")
    assert len(token("work:1")) == 16


def test_a_redirect_and_a_failure_are_seen_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story()
    answer = read(client, story.url_path.rstrip("/"))
    assert (answer.status_code, answer["Cache-Control"]) == (301, STORED)
    with override_settings(SECURE_SSL_REDIRECT=True):
        answer = read(Client(), story.url_path)
        assert (answer.status_code, answer["Vary"]) == (301, "X-Notice-Key")
    client.raise_request_exception = False
    monkeypatch.setattr("articles.pages.article.ArticlePage.get_context", _fail)
    answer = read(client, story.url_path)
    assert (answer.status_code, answer["Cache-Control"]) == (500, PRIVATE)
    assert "X-Notice-Key" in answer["Vary"]


def _fail(*args: object, **options: object) -> dict[str, Any]:
    raise ZeroDivisionError


def test_a_page_for_somebody_who_has_signed_in_is_not_stored(client: Client) -> None:
    story = make_story()
    client.force_login(make_administrator())
    assert read(client, story.url_path)["Cache-Control"] == PRIVATE


def test_a_page_under_a_secret_order_is_not_stored_in_any_language_or_place(client: Client) -> None:
    story = make_story()
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True)
    make_text(order)
    target = {"scope_kind": ScopeKind.STORY, "scope_target": str(story.translation_key), "languages": ["fa"]}
    make_rule(order, make_region("DE"), applies_to_unknown=False, **target)
    other = make_story(title="Another")
    for location in (RUSSIA, FRANCE, UNKNOWN, Location("DE", None)):
        assert read(client, story.url_path, location)["Cache-Control"] == PRIVATE
    assert read(client, other.url_path)["Cache-Control"] == STORED


def test_the_key_of_one_place_gets_no_answer_for_another_stored(client: Client) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    make_rule(notice)
    of_france = notice_key(snapshot.current(), FRANCE, datetime.now().astimezone())
    assert read(client, story.url_path, RUSSIA, **{"X-Notice-Key": of_france})["Cache-Control"] == PRIVATE
    assert read(client, story.url_path, FRANCE)["Cache-Control"] == STORED


def test_a_page_is_stored_until_just_before_a_rule_starts(client: Client) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    with time_machine.travel(NOON, tick=False):
        make_rule(notice, starts_at=NOON + timedelta(seconds=20))
        assert read(client, story.url_path)["Cache-Control"] == "public, max-age=0, s-maxage=18"
    with time_machine.travel(NOON + timedelta(seconds=19), tick=False):
        assert read(client, story.url_path)["Cache-Control"] == PRIVATE
    with time_machine.travel(NOON + timedelta(seconds=20), tick=False):
        answer = read(client, story.url_path)
        assert answer["Cache-Control"] == STORED
        assert "data-notice" in answer.content.decode()


def test_it_costs_no_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_story()
    snapshot.current()
    with django_assert_num_queries(0):
        answered(through_edge())
