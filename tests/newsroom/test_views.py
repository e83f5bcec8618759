"""Tests of pages of no language: the choice of one, errors, and whether the program is well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext, override
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.pages.founding import front_page
from newsroom import urls, views
from newsroom.languages import LANGUAGES, language
from newsroom.outbox.draining import drain
from newsroom.outbox.handlers import PermanentFailure
from newsroom.outbox.models import Message
from newsroom.outbox.writing import send
from tests.factories import make_administrator, make_front_page
from tests.newsroom.outbox.systems import system

pytestmark = pytest.mark.django_db

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CRAWLERS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "TelegramBot (like TwitterBot)",
    "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)",
    "",
)


def _visit(client: Client, wanted: str, agent: str = BROWSER) -> HttpResponse:
    answer = client.get("/", headers={"accept-language": wanted, "user-agent": agent})
    assert isinstance(answer, HttpResponse)
    return answer


# The choice of a language


@pytest.mark.parametrize("code", LANGUAGES)
def test_first_visit_goes_to_the_language_that_the_browser_prefers(code: str, client: Client) -> None:
    front_page("en")
    front_page(code)
    answer = _visit(client, f"{language(code).tag},en;q=0.5")
    assert (answer.status_code, answer["Location"]) == (302, f"/{code}/")
    assert client.get(answer["Location"]).status_code == 200


def test_second_visit_is_asked(client: Client) -> None:
    front_page("ru")
    assert _visit(client, "ru").status_code == 302
    assert _visit(client, "ru").status_code == 200


def test_cookie_of_the_first_visit_tells_nothing_and_no_script_reads_it(client: Client) -> None:
    front_page("ru")
    cookie = _visit(client, "ru").cookies[views.SEEN]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == ("1", "Lax", True)


@pytest.mark.parametrize("agent", CRAWLERS)
def test_crawler_is_never_sent_on(agent: str, client: Client) -> None:
    front_page("ru")
    answer = _visit(client, "ru", agent)
    assert answer.status_code == 200
    assert not answer.cookies


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("en;q=0.5, ru;q=0.9", "ru"),
        ("de, fr;q=0.9, ka;q=0.1", "ka"),
        ("ru;q=0, en;q=0.1", "en"),
        ("ru-UA", "ru"),
        ("sr-Latn-RS, en;q=0.8", "sr-latn"),
        ("fa-AF, fa;q=0.9", "fa-af"),
        ("*, ru;q=0.5", "ru"),
        ("ru;q=nonsense, en;q=0.2", "en"),
    ],
)
def test_most_wanted_language_wins(wanted: str, code: str, client: Client) -> None:
    for known in ("en", "ru", "ka", "sr-latn", "fa-af"):
        front_page(known)
    assert _visit(client, wanted)["Location"] == f"/{code}/"


@pytest.mark.parametrize("wanted", ["", "*", "de", "ka", "ru;q=0", ";;;,,", "x" * 100_000, "\x00", "ru" * 600])
def test_reader_whose_language_has_no_front_page_is_asked(wanted: str, client: Client) -> None:
    front_page("ru")
    answer = _visit(client, wanted)
    assert answer.status_code == 200
    assert not answer.cookies


def test_language_whose_front_page_is_a_draft_is_not_offered(client: Client) -> None:
    front_page("ru")
    front_page("ka").unpublish()
    answer = _visit(client, "ka")
    assert answer.status_code == 200
    assert [link["href"] for link in BeautifulSoup(answer.content, "html.parser").select(".choose a")] == ["/ru/"]


def test_every_language_stands_in_its_own_script(client: Client) -> None:
    for code in LANGUAGES:
        front_page(code)
    html = BeautifulSoup(client.get("/").content, "html.parser")
    rows = LANGUAGES.values()
    found = []
    for link in html.select(".choose a"):
        name = link.select_one("[lang]") or link
        found.append((link["href"], name["lang"], name["dir"], link.get_text()))
    assert found == [(f"/{row.code}/", row.tag, row.direction, row.own_name) for row in rows]
    links = [link["hreflang"] for link in html.select("link[rel=alternate]")]
    assert links == [*(row.hreflang for row in rows if row.hreflang), "x-default"]


@pytest.mark.parametrize("wanted", ["ru", "de"])
def test_no_cache_keeps_the_choice_of_a_language(wanted: str, client: Client) -> None:
    front_page("ru")
    answer = _visit(client, wanted)
    assert "no-store" in answer["Cache-Control"]
    assert {"Accept-Language", "Cookie", "User-Agent"} <= {name.strip() for name in answer["Vary"].split(",")}


def test_newsroom_without_a_front_page_says_so(client: Client) -> None:
    answer = _visit(client, "ru")
    assert answer.status_code == 200
    assert "There are no stories here yet." in answer.content.decode()


def test_choice_of_a_language_cannot_be_posted_to(client: Client) -> None:
    assert client.post("/").status_code == 405


# Whether the program is well


class Unreachable:
    """A database that does not answer."""

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        raise DatabaseError


def test_program_that_answers_is_alive_without_its_database(client: Client) -> None:
    with connection.execute_wrapper(Unreachable()):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_program_is_ready_while_its_database_answers(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "degraded": []})


def test_program_is_not_ready_while_its_database_fails(client: Client) -> None:
    with connection.execute_wrapper(Unreachable()):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "unavailable", "degraded": ["database"]})


def test_program_is_ready_while_the_source_of_places_fails_and_says_so(client: Client) -> None:
    with override_settings(GEO_SOURCE="mmdb", GEO_DATABASE_PATH="/nowhere"):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "degraded": ["geo"]})


def test_program_says_which_destination_of_the_outbox_needs_a_look(client: Client) -> None:
    with system() as elsewhere, system("archive"):
        send("elsewhere", "page:12")
        send("archive", "page:12")
        assert client.get("/readyz").json()["degraded"] == []
        elsewhere.refused = {"page:12": PermanentFailure("Too large.")}
        drain()
        send("archive", "page:12")
        Message.objects.filter(destination="archive").update(created_at=timezone.now() - timedelta(minutes=6))
        answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "degraded": ["outbox: archive", "outbox: elsewhere"]}


def test_program_is_ready_while_its_outbox_cannot_be_read(client: Client) -> None:
    def refuse(execute: Callable[..., Any], sql: str, *args: Any) -> Any:
        if "outbox_message" in sql:
            raise DatabaseError
        return execute(sql, *args)

    with connection.execute_wrapper(refuse):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "degraded": ["outbox"]})


# Errors


def _fail(request: HttpRequest, code: str) -> HttpResponse:
    raise RuntimeError


def _refuse(request: HttpRequest, code: str) -> HttpResponse:
    raise PermissionDenied


def _misunderstand(request: HttpRequest, code: str) -> HttpResponse:
    raise BadRequest


class FaultyAddresses:
    """The site with three addresses in each language that fail."""

    handler400, handler403, handler404, handler500 = (
        urls.handler400,
        urls.handler403,
        urls.handler404,
        urls.handler500,
    )
    urlpatterns = [
        path("<str:code>/400/", _misunderstand),
        path("<str:code>/403/", _refuse),
        path("<str:code>/500/", _fail),
        *urls.urlpatterns,
    ]


@pytest.fixture
def faulty() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=FaultyAddresses):
        yield Client(raise_request_exception=False)


HEADINGS = {
    400: "This page cannot be shown",
    403: "This page cannot be shown",
    404: "Page not found",
    500: "Something went wrong on our side",
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("status", HEADINGS)
def test_error_is_told_in_the_language_of_the_address(status: int, code: str, faulty: Client) -> None:
    make_front_page(code)
    answer = faulty.get(f"/{code}/{status}/")
    html = BeautifulSoup(answer.content, "html.parser")
    with override(code):
        heading, back = gettext(HEADINGS[status]), gettext("Go to the front page")
    assert answer.status_code == status
    assert html.html is not None
    assert html.h1 is not None
    assert (html.html["lang"], html.html["dir"]) == (language(code).tag, language(code).direction)
    assert answer["Content-Language"] == language(code).tag
    assert html.h1.get_text() == heading
    link = html.select_one("main a")
    assert link is not None
    assert (link["href"], link.get_text()) == (f"/{code}/", back)


@pytest.mark.parametrize("status", [400, 403, 500])
def test_error_page_is_made_without_the_database(
    status: int, faulty: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert faulty.get(f"/ru/{status}/").status_code == status


@pytest.mark.parametrize("code", LANGUAGES)
def test_failing_database_is_told_in_the_language_of_the_address(code: str) -> None:
    front_page(code)
    with connection.execute_wrapper(Unreachable()):
        answer = Client(raise_request_exception=False).get(f"/{code}/")
    assert answer.status_code == 500
    assert f'lang="{language(code).tag}"' in answer.content.decode()


@pytest.mark.parametrize("address", ["/xx/", "/no-such-page/", "/en/../x/", "/de/world/", "/en-gb/", "/EN/"])
def test_address_in_no_known_language_is_not_found_in_english(address: str, client: Client) -> None:
    front_page("en")
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


@pytest.mark.parametrize("code", LANGUAGES)
def test_known_language_without_a_front_page_is_not_found_in_that_language(code: str, client: Client) -> None:
    front_page("en" if code != "en" else "ru")
    answer = client.get(f"/{code}/world/")
    html = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 404
    assert html.html is not None
    assert html.html["lang"] == language(code).tag
    link = html.select_one("main a")
    assert link is not None
    assert link["href"] == "/"


def test_page_that_is_not_found_does_not_repeat_the_address(client: Client) -> None:
    front_page("en")
    assert "unspeakable" not in client.get("/en/unspeakable/?unspeakable=<b>").content.decode()


def test_server_error_before_the_language_is_known_is_told_in_english(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        answer = views.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert '<html lang="en" dir="ltr">' in answer.content.decode()


@pytest.mark.parametrize("address", ["{}/?page=%00", "{}/world/?%00"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_query_with_a_nul_is_refused_in_its_language(code: str, address: str, client: Client) -> None:
    front_page(code)
    answer = client.get("/" + address.format(code))
    html = BeautifulSoup(answer.content, "html.parser")
    with override(code):
        heading = gettext("This page cannot be shown")
    assert answer.status_code == 400
    assert html.html is not None
    assert html.h1 is not None
    assert (html.html["lang"], html.h1.get_text()) == (language(code).tag, heading)


def test_query_with_a_nul_is_refused_in_the_admin_too(client: Client) -> None:
    client.force_login(make_administrator())
    assert client.get("/admin/pages/?q=%00").status_code == 400
