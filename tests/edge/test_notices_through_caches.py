"""Readers in Russia meet the notice and readers in Germany do not, whoever warmed the cache, at any moment."""

from __future__ import annotations

import itertools
import re
import time

import pytest

from tests.edge.conftest import Site
from tests.edge.edges import Edge, map_of

pytestmark = pytest.mark.edge
NUMBERS = itertools.count()


@pytest.fixture
def page(site: Site) -> str:
    """The story at an address that no cache knows yet."""
    return f"{site.story}?page={next(NUMBERS)}"


@pytest.fixture(scope="class")
def shown(site: Site, edges: dict[str, Edge]) -> None:
    """The notice is shown to readers in Russia, and the edges know."""
    site.staff("show")
    time.sleep(1.1)  # the rules of a process are at most so old
    for each in edges.values():
        each.refresh()


def notices(edge: Edge, path: str, countries: str = "RU DE") -> list[bool]:
    """Whether readers in these countries meet the notice, one after the other."""
    return [edge.read(path, country).has_notice for country in countries.split()]


@pytest.mark.usefixtures("shown")
class TestWhileARuleIsInForce:
    """The rule is in force and the map is fresh."""

    def test_each_class_of_places_has_its_page_and_asks_the_site_once(self, site: Site, edge: Edge, page: str) -> None:
        assert notices(edge, page, "DE RU DE RU DE RU") == [False, True] * 3
        assert site.times_asked(page) == 2

    def test_a_reader_of_whom_nothing_is_known_meets_the_notice(self, edge: Edge, page: str) -> None:
        assert not edge.read(page, "DE").has_notice
        assert edge.read(page, "").has_notice

    def test_headers_of_the_edge_sent_by_a_client_change_nothing_for_anybody(
        self, site: Site, edge: Edge, page: str
    ) -> None:
        keys = dict(re.findall(r'([A-Z]{2}) "([0-9a-f]{12})"', map_of(site.place, "nginx")))
        for truly, claimed in (("DE", "RU"), ("RU", "DE")):
            lies = {"X-Notice-Key": keys[claimed], "X-Geo-Secret": "guessed", "CF-IPCountry": claimed}
            twins = {name.replace("-", "_"): value for name, value in lies.items()}
            mixed = {"X_Notice-Key": keys[claimed], "X-Geo_Secret": "guessed", "X-Forwarded-For": "127.0.0.8"}
            for headers in (lies, twins, mixed, lies | twins | mixed):
                path = f"{page}&{next(NUMBERS)}"
                assert edge.read(path, truly, headers).has_notice is (truly == "RU")
                assert notices(edge, path) == [True, False]
                assert edge.read(path, truly, headers).has_notice is (truly == "RU")
            assert site.times_asked(path) == 2, "lies are not what a page is stored by"

    def test_errors_and_redirects_are_stored_by_place_too(self, site: Site, edge: Edge) -> None:
        missing = f"/en/no-such-page-{next(NUMBERS)}/"
        assert notices(edge, missing, "DE RU DE RU") == [False, True] * 2
        assert edge.read(missing, "RU").status == 404
        assert site.times_asked(missing) == 2
        without_slash = f"{site.story.rstrip('/')}?page={next(NUMBERS)}"
        assert {edge.read(without_slash, country).status for country in ("DE", "RU", "DE")} == {301}

    def test_an_edge_with_an_old_map_is_never_wrong(
        self, site: Site, edge: Edge, edges: dict[str, Edge], page: str
    ) -> None:
        site.staff("reword", "Other words")
        time.sleep(1.1)
        assert notices(edge, page, "DE RU DE RU") == [False, True] * 2
        assert site.times_asked(page) == 4, "what it asks by old keys is not stored"
        for each in edges.values():
            each.refresh()
        assert notices(edge, page, "DE RU DE RU") == [False, True] * 2
        assert site.times_asked(page) == 6
        assert "Other words" in edge.read(page, "RU").text

    def test_readers_are_shown_nothing_of_it(self, edge: Edge, page: str) -> None:
        for answer in (edge.read(page, "DE"), edge.read(page, "DE"), edge.read(page, "DE", {"Cookie": "sessionid=x"})):
            assert answer.headers["Cache-Control"] == "private, no-store"
            assert "Notice-Key" not in (answer.headers["Vary"] or "")
            told = {name.lower() for name in answer.headers}
            assert told.isdisjoint({"xkey", "surrogate-key", "age", "x-varnish", "etag", "last-modified"})
        assert edge.read("/legal-keys", "DE").status == 404

    def test_what_belongs_to_one_person_is_not_stored(self, site: Site, edge: Edge, page: str) -> None:
        for headers in ({"Cookie": "a=b; sessionid=stolen"}, {"Authorization": "Basic eDp5"}):
            path = f"{page}&{next(NUMBERS)}"
            for _ in range(2):
                assert edge.read(path, "RU", headers).has_notice
            assert site.times_asked(path) == 2
            edge.read(path, "RU", {"Cookie": "chose=1"})
            edge.read(path, "RU", {"Cookie": "chose=2"})
            assert site.times_asked(path) == 3

    def test_only_readers_that_ask_for_pages_are_answered_from_the_store(
        self, site: Site, edge: Edge, page: str
    ) -> None:
        assert edge.read(page, "DE").status == 200
        assert edge.read(page, "DE", method="HEAD").status == 200
        assert site.times_asked(page) == 1
        assert edge.read(page, "RU", method="POST").status in (403, 405, 200)
        assert site.times_asked(page) == 2


def test_a_purge_makes_the_world_right_at_once(site: Site, edges: dict[str, Edge]) -> None:
    if "varnish" not in edges:
        pytest.skip("nginx knows no purge")
    edge, path = edges["varnish"], f"{site.story}?page={next(NUMBERS)}"
    site.staff("withdraw")
    time.sleep(1.1)
    edge.refresh()
    assert notices(edge, path) == [False, False]
    assert site.times_asked(path) == 1, "nothing tells the two countries apart"
    site.staff("show")
    site.staff("deliver")
    assert notices(edge, path, "DE RU DE RU") == [False, True] * 2, "its map is still the old one"
    edge.refresh()
    assert notices(edge, path, "DE RU DE RU") == [False, True] * 2
    site.staff("withdraw")
    site.staff("deliver")
    assert notices(edge, path, "RU DE") == [False, False]


def test_a_story_is_withheld_where_an_order_says_so_and_nowhere_else(site: Site, edges: dict[str, Edge]) -> None:
    site.staff("withhold")
    time.sleep(1.1)
    for edge in edges.values():
        edge.refresh()
        path = f"{site.story}?page={next(NUMBERS)}"
        assert [edge.read(path, country).status for country in ("RU", "DE", "RU", "DE")] == [200, 451, 200, 451]
        assert site.times_asked(path) == 2, edge.name
    site.staff("withdraw")
    time.sleep(1.1)
    for edge in edges.values():
        edge.refresh()
        assert [edge.read(path, country).status for country in ("DE", "RU", "DE")] == [200] * 3


def test_strangers_cannot_purge(site: Site, edges: dict[str, Edge]) -> None:
    if "varnish" not in edges:
        pytest.skip("nginx knows no purge")
    answer = edges["varnish"].read("/", "DE", {"xkey-purge": "0123456789abcdef"}, method="PURGE")
    assert answer.status == 404


def test_a_planned_rule_starts_and_ends_exactly_on_time(site: Site, edges: dict[str, Edge]) -> None:
    starts, ends = site.staff("show", 6, 10)
    time.sleep(max(0.0, 1.1 - (time.time() - (starts - 6))))
    for edge in edges.values():
        edge.refresh()
    path, met = f"{site.story}?page={next(NUMBERS)}", set()
    assert time.time() < starts, "the machine is too slow for this test"
    while time.time() < ends + 1:
        for edge, country in itertools.product(edges.values(), ("DE", "RU")):
            before = time.time()
            has_notice = edge.read(path, country).has_notice
            if any(before <= moment <= time.time() for moment in (starts, ends)):
                continue
            expected = country == "RU" and starts <= before < ends
            assert has_notice is expected, (edge.name, country, before - starts, before - ends)
            met.add((edge.name, country, has_notice))
        time.sleep(0.05)
    assert met == {(name, *answer) for name in edges for answer in (("DE", False), ("RU", False), ("RU", True))}
    assert site.times_asked(path) < 400, "most were answered from the store"
