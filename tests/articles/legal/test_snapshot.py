"""Tests of the rules as a process knows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.legal import frozen, snapshot
from articles.legal.decision import EMPTY
from articles.legal.models import RuleSetVersion
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.legal.values import Scope
from newsroom.languages import LANGUAGES
from tests.articles.legal.laws import GERMANY, NOON, WORLD, law, notice, rule
from tests.articles.legal.makers import make_notice, make_rule, make_text

pytestmark = pytest.mark.django_db


class Unreachable:
    """A database that does not answer."""

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        raise DatabaseError


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: Any) -> None:
    settings.LEGAL_RULES_FILE = tmp_path / "legal" / "rules.json"


def _in_force() -> list[str]:
    return [each.notice.key for each in snapshot.current().rules]


def test_a_warm_process_asks_nothing_within_a_second(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    notice_row = make_notice()
    make_text(notice_row)
    make_rule(notice_row)
    snapshot.forget()
    snapshot.current()
    snapshot._snapshot._asked = float("inf")  # the second does not pass, however slow the machine is
    with django_assert_num_queries(0):
        for _ in range(100):
            snapshot.current()


def test_an_unchanged_version_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    notice_row = make_notice()
    make_text(notice_row)
    make_rule(notice_row)
    snapshot.current()
    snapshot._snapshot._asked = snapshot.NEVER
    with django_assert_num_queries(1):
        snapshot.current()


def test_a_change_is_known_once_the_version_is_asked_for() -> None:
    assert _in_force() == []
    notice_row = make_notice()
    make_text(notice_row)
    make_rule(notice_row)
    snapshot._snapshot._asked = snapshot.NEVER
    assert _in_force() == ["undesirable"]


def test_the_last_rules_hold_while_the_database_does_not_answer() -> None:
    notice_row = make_notice()
    make_text(notice_row)
    make_rule(notice_row)
    assert _in_force() == ["undesirable"]
    snapshot._snapshot._asked = snapshot.NEVER
    with connection.execute_wrapper(Unreachable()):
        assert _in_force() == ["undesirable"]


def test_a_process_that_starts_without_a_database_takes_the_rules_that_were_left_on_disk(tmp_path: Path) -> None:
    frozen.write(law(rule()), tmp_path / "legal" / "rules.json")
    snapshot.forget()
    with connection.execute_wrapper(Unreachable()):
        assert _in_force() == ["undesirable"]


def test_a_process_without_database_and_disk_goes_on_without_rules() -> None:
    snapshot.forget()
    with connection.execute_wrapper(Unreachable()):
        assert snapshot.current() is EMPTY


def test_every_change_has_a_name_of_its_own() -> None:
    names = set()
    for _ in range(10):
        RuleSetVersion.touch()
        names.add(RuleSetVersion.present())
    assert len(names) == 10
    assert RuleSetVersion.objects.count() == 1


def test_rules_on_disk_come_back_as_themselves(tmp_path: Path) -> None:
    rules = law(
        rule(1, starts_at=NOON, placement=Placement.BOTH, effects=frozenset({Effect.SHOW, Effect.HIDE_SHARE})),
        rule(
            2,
            notice=notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True),
            area=GERMANY,
            applies_to_unknown=False,
            scope=Scope(ScopeKind.TAG, "elections"),
            surfaces=frozenset({"page"}),
        ),
        rule(3, notice=notice("everywhere"), area=WORLD, languages=frozenset(LANGUAGES)),
    )
    path = tmp_path / "legal" / "rules.json"
    frozen.write(rules, path)
    back = frozen.read(path)
    assert back.version == rules.version
    assert back.rules == rules.rules
    assert [each.notice for each in back.rules] == [each.notice for each in rules.rules]
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"rules": [{}], "version": ""}', "\0", '{"version": 1}'])
def test_a_spoiled_file_is_passed_over(content: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.json"
    path.write_text(content)
    assert frozen.read(path) is EMPTY
