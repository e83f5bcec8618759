"""Tests of writing entries."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.legal.ledger.appending import (
    LONGEST_DATA,
    EntryIsMalformed,
    LedgerNeedsTransaction,
    Record,
    append,
    append_all,
)
from articles.legal.ledger.canonical import entry_hash
from articles.legal.ledger.contents import kept_bytes
from articles.legal.models import KeptContent, LedgerEntry
from newsroom.languages import LANGUAGES
from tests.factories import make_user
from tests.ledger import found, write

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_first_entry_follows_nothing_and_each_further_one_the_one_before() -> None:
    first, second = write("region.changed"), write("rule.changed")
    assert (first.id, first.previous_hash) == (1, "")
    assert (second.id, second.previous_hash) == (2, first.hash)
    assert [entry_hash(entry) == entry.hash for entry in LedgerEntry.objects.all()] == [True, True]


def test_entry_tells_what_who_and_when() -> None:
    anna = make_user("anna")
    entry = write("text.approved", subject="legal.notice:undesirable-ru", staff=anna, data={"b": 1, "a": "ё"}, at=NOON)
    entry.refresh_from_db()
    assert (entry.kind, entry.subject, entry.staff_id) == ("text.approved", "legal.notice:undesirable-ru", anna.pk)
    assert (entry.data, entry.at) == ('{"a":"ё","b":1}', NOON)


def test_entry_stays_when_the_user_goes() -> None:
    anna = make_user("anna")
    key = anna.pk
    write(staff=anna)
    anna.delete()
    assert LedgerEntry.objects.get().staff_id == key
    assert found() == []


def test_staff_may_be_a_number_or_nobody() -> None:
    assert write(staff=7).staff_id == 7
    assert write().staff_id is None


def test_content_is_kept_once_under_its_hash() -> None:
    first, second = write(content="Words.", content_type="text/plain"), write(content=b"Words.")
    assert first.content_hash == second.content_hash
    assert kept_bytes(first.content_hash) == b"Words."
    assert KeptContent.objects.get().content_type == "text/plain"
    assert kept_bytes("0" * 64) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_of_every_language_survive_the_ledger(code: str) -> None:
    name = LANGUAGES[code].name
    entry = write(subject=f"legal.notice:{name}", data={"name": name}, content=name)
    entry.refresh_from_db()
    assert json.loads(entry.data) == {"name": name}
    assert kept_bytes(entry.content_hash) == name.encode()
    assert found() == []


@pytest.mark.parametrize("kind", ["", "rule", "Rule.changed", "rule.changed ", "rule..changed", "rule.changed\n", ".a"])
def test_kind_is_a_dotted_verb(kind: str) -> None:
    with pytest.raises(EntryIsMalformed):
        write(kind)
    assert not LedgerEntry.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": ""},
        {"subject": "x" * 256},
        {"subject": "legal.rule:\0"},
        {"data": {"a": float("nan")}},
        {"data": {"a": object()}},
        {"data": {1: "a"}},
        {"data": {"a": "x" * LONGEST_DATA}},
        {"at": datetime(2026, 3, 1)},
    ],
)
def test_hostile_entry_is_refused_and_changes_nothing(fields: dict[str, object]) -> None:
    with pytest.raises(EntryIsMalformed):
        write(**fields)
    assert not LedgerEntry.objects.exists()


def test_one_malformed_record_refuses_all() -> None:
    with pytest.raises(EntryIsMalformed), transaction.atomic():
        append_all([Record(kind="rule.changed", subject="legal.rule:1"), Record(kind="?", subject="legal.rule:2")])
    assert not LedgerEntry.objects.exists()


def test_many_entries_are_written_at_once(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    records = [Record(kind="rule.changed", subject=f"legal.rule:{number}") for number in range(300)]
    with transaction.atomic(), django_assert_max_num_queries(5):
        append_all(records)
    assert LedgerEntry.objects.count() == 300
    assert found() == []


def test_entry_with_content_takes_a_handful_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    write()
    with transaction.atomic(), django_assert_num_queries(5):
        append("rule.changed", subject="legal.rule:1", content=b"Words.")


def test_entry_goes_when_its_transaction_is_rolled_back() -> None:
    kept = write()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        append("rule.changed", subject="legal.rule:2")
        raise ZeroDivisionError
    assert write().previous_hash == kept.hash
    assert found() == []


@pytest.mark.django_db(transaction=True)
def test_entry_outside_a_transaction_is_refused() -> None:
    with pytest.raises(LedgerNeedsTransaction):
        append("rule.changed", subject="legal.rule:1")
    assert not LedgerEntry.objects.exists()
