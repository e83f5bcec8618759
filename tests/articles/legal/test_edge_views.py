"""Tests of the address at which edges learn the keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client, override_settings
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.caching import LONGEST
from articles.legal.edge_map import WRITERS
from articles.legal.keys import key_map
from articles.legal.terms import Kind
from tests.articles.legal.laws import NOON
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text

pytestmark = pytest.mark.django_db
SECRET = "only for tests"


@pytest.fixture(autouse=True)
def _edge() -> Iterator[None]:
    snapshot.forget()
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield
    snapshot.forget()


def fetch(client: Client, query: str = "", **headers: str) -> Any:
    return client.get(f"/legal-keys{query}", headers={"X-Geo-Secret": SECRET, **headers})


def test_an_edge_learns_the_keys_of_all_places(client: Client) -> None:
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    answer = fetch(client)
    assert answer.json() == key_map(snapshot.current(), timezone.now())
    assert set(answer.json()) == {"", "*", "RU"}
    assert answer["Cache-Control"] == f"public, max-age=0, s-maxage={LONGEST}"
    assert answer["Vary"] == "X-Geo-Secret"


@pytest.mark.parametrize("form", WRITERS)
def test_the_map_comes_in_the_form_that_the_edge_reads(form: str, client: Client) -> None:
    text = fetch(client, f"?format={form}").content.decode()
    assert text == WRITERS[form](key_map(snapshot.current(), timezone.now()))


@pytest.mark.parametrize("secret", ["", "guessed", SECRET + ","])
def test_without_the_secret_there_is_no_such_page(secret: str, client: Client) -> None:
    answer = client.get("/legal-keys", headers={"X-Geo-Secret": secret})
    assert (answer.status_code, answer["Cache-Control"]) == (404, "private, no-store")
    assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("query", ["?format=xml", "?format=", "?format=__class__", "?format=vcl%00"])
def test_a_form_that_there_is_none_of_is_refused(query: str, client: Client) -> None:
    assert fetch(client, query).status_code in {400, 404}


def test_nothing_is_sent_twice(client: Client) -> None:
    etag = fetch(client)["ETag"]
    again = fetch(client, **{"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"].startswith("public")
    assert fetch(client, "?format=vcl", **{"If-None-Match": etag}).status_code == 200
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    assert fetch(client, **{"If-None-Match": etag}).status_code == 200


def test_a_secret_order_changes_nothing(client: Client) -> None:
    before = fetch(client)
    order = make_notice("order", Kind.WITHHELD, is_sealed=True)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False, starts_at=timezone.now() + timedelta(seconds=20))
    after = fetch(client)
    assert (after.content, after["ETag"], after["Cache-Control"]) == (
        before.content,
        before["ETag"],
        before["Cache-Control"],
    )


def test_the_map_holds_no_longer_than_the_rules(client: Client) -> None:
    notice = make_notice()
    make_text(notice)
    with time_machine.travel(NOON, tick=False):
        make_rule(notice, ends_at=NOON + timedelta(seconds=20))
        assert fetch(client)["Cache-Control"] == "public, max-age=0, s-maxage=18"
    with time_machine.travel(NOON + timedelta(seconds=19), tick=False):
        assert fetch(client)["Cache-Control"] == "private, no-store"


def test_only_reading_is_possible(client: Client) -> None:
    assert client.post("/legal-keys", headers={"X-Geo-Secret": SECRET}).status_code == 405
