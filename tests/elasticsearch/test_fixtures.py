"""Tests of what tests of the search may use."""

from __future__ import annotations

from typing import Any

import pytest

from search.client import client
from search.names import alias_of
from tests.elasticsearch.asking import ask
from tests.elasticsearch.fixtures import found_or_skipped, pointed_to
from tests.elasticsearch.serving import Server

pytestmark = pytest.mark.elasticsearch


def test_the_search_asks_the_real_server_under_names_of_the_test(
    elasticsearch: str, search_index_settings: str
) -> None:
    client().indices.create(index=alias_of("ka"))
    assert list(ask(elasticsearch, "GET", f"/{search_index_settings}*")) == [f"{search_index_settings}-ka"]


def test_the_indexes_of_a_test_are_gone_after_it_and_those_of_others_are_not(elasticsearch: str, settings: Any) -> None:
    other = pointed_to(elasticsearch, settings)
    kept = next(other)
    client().indices.create(index=f"{kept}-ka")
    for prefix in pointed_to(elasticsearch, settings):
        client().indices.create(index=f"{prefix}-ka")
        client().indices.create(index=f"{prefix}-ka-2")
    assert ask(elasticsearch, "GET", f"/{prefix}-ka")["status"] == 404
    assert ask(elasticsearch, "GET", f"/{prefix}-ka-2")["status"] == 404
    assert f"{kept}-ka" in ask(elasticsearch, "GET", f"/{kept}-ka")
    ask(elasticsearch, "DELETE", f"/{kept}-ka")
    other.close()


def test_a_server_that_a_test_left_dead_is_dead(mortal_elasticsearch: Server) -> None:
    mortal_elasticsearch.kill()
    assert not mortal_elasticsearch.runs


def test_and_runs_again_in_the_next_test(mortal_elasticsearch: Server) -> None:
    assert mortal_elasticsearch.runs
    assert client().cluster.health()["cluster_name"]


@pytest.mark.parametrize(("strict", "outcome"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)])
def test_a_test_without_a_server_is_skipped_by_name_and_fails_where_nothing_may_be_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, strict: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("NOTHING_MAY_BE_SKIPPED", strict)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    with pytest.raises(outcome, match="Elasticsearch \\(Java 17 or newer"):
        next(found_or_skipped())
