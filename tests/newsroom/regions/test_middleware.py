"""Tests that a reader's place is worked out once, first, and leaves no trace anywhere."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils.log import AdminEmailHandler

from newsroom import urls
from newsroom.regions.middleware import LocationMiddleware
from newsroom.regions.sources import came_through_edge, claimed_notice_key, location_of
from newsroom.regions.traces import tells_place
from tests.factories import make_administrator, make_story
from tests.newsroom.regions.test_traces import TRACES

SECRET = "the secret of the edge"
ADDRESS = "198.51.100.7"
PLACE = {"CF-IPCountry": "UA", "CF-Region-Code": "43", "X-Geo-Secret": SECRET, "X-Notice-Key": "keyofcrimea"}
MARK = "traceof198.51.100.7"
"""Stands in every other header that could tell a place."""

pytestmark = pytest.mark.django_db


def _look(request: HttpRequest) -> HttpResponse:
    location = location_of(request)
    assert (came_through_edge(request), claimed_notice_key(request)) == (True, "keyofcrimea")
    return HttpResponse(f"{location.country} {location.subdivision}")


def _fail(request: HttpRequest) -> HttpResponse:
    request.session["visited"] = True
    request.session.save()
    logging.getLogger("newsroom").warning("About to fail: %r %r %r", request, vars(request), location_of(request))
    raise RuntimeError


class Addresses:
    """The site with an address that looks at its reader and one that fails."""

    handler400, handler403, handler404, handler500 = (
        urls.handler400,
        urls.handler403,
        urls.handler404,
        urls.handler500,
    )
    urlpatterns = [path("look", _look), path("fail", _fail), *urls.urlpatterns]


@pytest.fixture
def client() -> Iterator[Client]:
    """A client whose every request tells where it comes from, in every way there is."""
    headers = {**dict.fromkeys(TRACES, MARK), **PLACE}
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET], ROOT_URLCONF=Addresses):
        yield Client(raise_request_exception=False, headers=headers, REMOTE_ADDR=ADDRESS)


def test_middleware_stands_before_all_that_could_log() -> None:
    from newsroom.settings import base

    assert base.MIDDLEWARE[0] == f"{LocationMiddleware.__module__}.{LocationMiddleware.__qualname__}"


def test_view_learns_where_the_reader_is(client: Client) -> None:
    assert client.get("/look").content == b"UA UA-43"


def test_request_has_forgotten_how_we_know(client: Client) -> None:
    seen: list[HttpRequest] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    request = client.get("/look").wsgi_request
    assert not any(tells_place(name) for name in request.META)
    LocationMiddleware(view)(request)
    assert seen == [request]


def test_failure_leaves_no_place_in_logs_sessions_tables_or_mails(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    handler = AdminEmailHandler(include_html=True)
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        with caplog.at_level(logging.DEBUG), override_settings(ADMINS=[("Anna", "anna@example.org")]):
            assert client.get("/fail").status_code == 500
    finally:
        logger.removeHandler(handler)
    parts = [part for letter in mail.outbox for part in (letter.subject, letter.body, repr(letter.alternatives))]
    assert any("<html" in part for part in parts)
    records = [_everything(record) for record in caplog.records]
    assert len(records) >= 2
    assert len(Session.objects.all()) == 1
    sessions = [repr(session.get_decoded()) for session in Session.objects.all()]
    _assert_no_place([*parts, *records, *sessions, _all_tables()])


def test_page_of_a_story_leaves_no_place_in_any_table(client: Client) -> None:
    story = make_story("ru")
    client.force_login(make_administrator())
    assert client.get(story.url).status_code == 200
    assert client.get("/admin/").status_code == 200
    _assert_no_place([_all_tables()])


def test_answer_tells_the_reader_nothing_of_it(client: Client) -> None:
    answer = client.get(make_story("en").url)
    _assert_no_place([answer.content.decode(), repr(dict(answer.headers)), str(answer.cookies)])


def test_admin_works_without_addresses(client: Client) -> None:
    make_administrator()
    login = client.post("/admin/login/", {"username": "admin", "password": "a password only for tests"})
    assert login.status_code == 302
    story = make_story("en")
    assert client.get(f"/admin/pages/{story.pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{story.pk}/edit/preview/").status_code == 200


def test_host_and_scheme_are_still_known(client: Client) -> None:
    with override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")):
        request = client.get("/look", headers={"x-forwarded-proto": "https"}).wsgi_request
        assert request.is_secure()
        assert request.get_host().startswith("testserver")


def _everything(record: logging.LogRecord) -> str:
    """All that a handler could write of a record, its request's META included."""
    request = getattr(record, "request", None)
    meta = dict(request.META) if request else {}
    return f"{logging.Formatter().format(record)} {vars(record)!r} {meta!r}"


def _all_tables() -> str:
    output = io.StringIO()
    call_command("dumpdata", "--all", stdout=output)
    return output.getvalue()


def _assert_no_place(texts: list[str]) -> None:
    for text in texts:
        for trace in (ADDRESS, MARK, SECRET, "keyofcrimea", "UA-43 "):
            assert trace not in text
