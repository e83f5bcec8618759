"""Tests of finding what somebody changed who had lifted the triggers."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import translation
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.legal.ledger import verification
from articles.legal.ledger.appending import Record, append_all
from articles.legal.ledger.canonical import digest, entry_hash
from articles.legal.ledger.erasing import erase_content
from articles.legal.ledger.heads import make_head
from articles.legal.ledger.triggers import CONTENTS, ENTRIES
from articles.legal.ledger.verification import Kind, verify
from articles.legal.models import LedgerEntry
from newsroom.languages import LANGUAGES
from tests.ledger import found, tamper, write

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LENGTH = 5
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite keeps such values")


def _chain() -> list[LedgerEntry]:
    """Some entries, one after the other, each with content."""
    return [
        write(subject=f"legal.rule:{n}", staff=n, data={"n": n}, content=f"words {n}", at=NOON + timedelta(minutes=n))
        for n in range(1, LENGTH + 1)
    ]


def _write_anew(first: int) -> None:
    """Seals every entry from this one on once more, as a forger would."""
    previous = LedgerEntry.objects.filter(id=first - 1).values_list("hash", flat=True).first() or ""
    for entry in LedgerEntry.objects.filter(id__gte=first):
        entry.previous_hash = previous
        previous = entry_hash(entry)
        tamper(
            f"UPDATE {ENTRIES} SET previous_hash = %s, hash = %s WHERE id = %s",
            [entry.previous_hash, previous, entry.id],
        )


def test_a_whole_ledger_and_an_empty_one_have_no_findings() -> None:
    assert verify() == []
    assert verify(make_head()) == []
    _chain()
    assert verify() == []
    assert verify(make_head()) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", NOON + timedelta(days=1)),
        ("at", NOON + timedelta(minutes=3, microseconds=1)),
        ("kind", "rule.dropped"),
        ("subject", "legal.rule:4"),
        ("staff_id", 4),
        ("staff_id", None),
        ("data", '{"n":4}'),
        ("data", '{"n": 3}'),
        ("content_hash", ""),
        ("hash", "0" * 64),
    ],
)
def test_changed_field_is_found_and_its_entry_named(column: str, value: object) -> None:
    _chain()
    tamper(f"UPDATE {ENTRIES} SET {column} = %s WHERE id = 3", [value])
    assert (Kind.CHANGED, 3) in found()


def test_changed_previous_hash_is_found() -> None:
    _chain()
    tamper(f"UPDATE {ENTRIES} SET previous_hash = %s WHERE id = 3", ["0" * 64])
    assert found() == [(Kind.WRONG_LINK, 3), (Kind.CHANGED, 3)]


def test_changed_entry_that_was_sealed_again_breaks_the_link_after_it() -> None:
    _chain()
    entry = LedgerEntry.objects.get(id=3)
    entry.kind = "rule.dropped"
    tamper(f"UPDATE {ENTRIES} SET kind = %s, hash = %s WHERE id = 3", [entry.kind, entry_hash(entry)])
    assert found() == [(Kind.WRONG_LINK, 4)]


@pytest.mark.parametrize("value", ["yesterday", "2026-13-45 99:00:00", "", 7])
@on_sqlite
def test_moment_that_is_none_is_found_and_hides_nothing_else(value: object) -> None:
    _chain()
    tamper(f"UPDATE {ENTRIES} SET at = %s WHERE id = 3", [value])
    tamper(f"UPDATE {ENTRIES} SET kind = 'a.b' WHERE id = 5")
    assert {(Kind.CHANGED, 3), (Kind.CHANGED, 5)} <= set(found())


@pytest.mark.parametrize(
    ("column", "value"), [("staff_id", "anna"), ("data", b"\xff"), ("hash", b"\xff"), ("data", 1.5)]
)
@on_sqlite
def test_value_of_another_type_is_found(column: str, value: object) -> None:
    _chain()
    tamper(f"UPDATE {ENTRIES} SET {column} = %s WHERE id = 3", [value])
    assert (Kind.CHANGED, 3) in found()


def test_missing_entries_are_found() -> None:
    _chain()
    tamper(f"DELETE FROM {ENTRIES} WHERE id IN (2, 3)")
    assert found() == [(Kind.GAP, 2), (Kind.WRONG_LINK, 4)]
    assert "2 to 3" in verify()[0].text


def test_missing_beginning_is_found() -> None:
    _chain()
    tamper(f"DELETE FROM {ENTRIES} WHERE id = 1")
    assert found() == [(Kind.GAP, 1), (Kind.WRONG_LINK, 2)]


@pytest.mark.parametrize("key", [-3, 0, 50])
def test_entry_with_another_id_is_found(key: int) -> None:
    _chain()
    tamper(f"UPDATE {ENTRIES} SET id = %s WHERE id = 2", [key])
    assert {(Kind.CHANGED, key), (Kind.WRONG_LINK, 3), (Kind.GAP, 2)} <= set(found())


def test_replaced_entry_is_found() -> None:
    _chain()
    tamper(f"DELETE FROM {ENTRIES} WHERE id = 2")
    values = [2, NOON, "rule.changed", "legal.rule:7", "{}", "", LedgerEntry.objects.get(id=1).hash, "0" * 64]
    columns = "id, at, kind, subject, data, content_hash, previous_hash, hash"
    tamper(f"INSERT INTO {ENTRIES} ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", values)
    assert found() == [(Kind.CHANGED, 2), (Kind.WRONG_LINK, 3)]


def test_cut_tail_is_found_with_a_head_alone() -> None:
    _chain()
    head = make_head()
    tamper(f"DELETE FROM {ENTRIES} WHERE id > 3")
    assert found() == []
    assert found(head) == [(Kind.TAIL_CUT, 4)]


def test_ledger_that_is_gone_is_a_cut_tail() -> None:
    _chain()
    head = make_head()
    tamper(f"DELETE FROM {ENTRIES}")
    assert found(head) == [(Kind.TAIL_CUT, 1)]


def test_tail_that_was_cut_and_grew_again_is_found() -> None:
    _chain()
    head = make_head()
    tamper(f"DELETE FROM {ENTRIES} WHERE id > 3")
    for _ in range(4):
        write("rule.dropped")
    assert found() == []
    assert found(head) == [(Kind.REWRITTEN, LENGTH)]


def test_chain_that_was_written_anew_is_found_with_a_head_alone() -> None:
    _chain()
    head = make_head()
    tamper(f"UPDATE {ENTRIES} SET subject = 'legal.rule:9' WHERE id = 2")
    _write_anew(2)
    assert found() == []
    assert found(head) == [(Kind.REWRITTEN, LENGTH)]


def test_growth_after_a_head_is_no_fault() -> None:
    _chain()
    head = make_head()
    write()
    assert found(head) == []


def test_head_with_a_bad_signature_proves_nothing() -> None:
    _chain()
    head = make_head()
    for forged in (
        type(head)(head.count + 1, head.hash, head.at, head.key, head.signature),
        type(head)(head.count, "0" * 64, head.at, head.key, head.signature),
        type(head)(head.count, head.hash, head.at.replace("Z", "1Z"), head.key, head.signature),
    ):
        assert found(forged) == [(Kind.NOT_OUR_HEAD, None)]


def test_missing_content_is_found() -> None:
    _chain()
    tamper(f"DELETE FROM {CONTENTS} WHERE hash = %s", [digest(b"words 4")])
    assert found() == [(Kind.CONTENT_MISSING, 4)]


@pytest.mark.parametrize("content", [b"other words", b"", b"words 4 "])
def test_changed_content_is_found(content: bytes) -> None:
    _chain()
    tamper(f"UPDATE {CONTENTS} SET content = %s WHERE hash = %s", [content, digest(b"words 4")])
    assert found() == [(Kind.CONTENT_CHANGED, 4)]


def test_content_that_was_emptied_without_an_order_is_found() -> None:
    _chain()
    tamper(f"UPDATE {CONTENTS} SET content = %s, erased_at = %s WHERE hash = %s", [b"", NOON, digest(b"words 4")])
    assert found() == [(Kind.CONTENT_EMPTIED, 4)]


def test_content_that_was_put_back_after_an_order_is_found() -> None:
    _chain()
    erase_content(digest(b"words 4"), by=1, order="2026/1")
    tamper(f"UPDATE {CONTENTS} SET content = %s WHERE hash = %s", [b"words 4", digest(b"words 4")])
    assert found() == [(Kind.CONTENT_CHANGED, 4)]


def test_content_that_was_erased_by_order_is_told_and_is_no_fault() -> None:
    _chain()
    erase_content(digest(b"words 4"), by=1, order="2026/1")
    (finding,) = verify()
    assert (finding.kind, finding.entry, finding.is_fault) == (Kind.ERASED_BY_ORDER, 4, False)
    assert "erased by order" in finding.text


def _texts(number: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=number)


HASHES = st.text("0123456789abcdef", min_size=64, max_size=64) | st.just("")
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "id": st.integers(-(2**63), 2**63 - 1),
    "at": st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)),
    "kind": _texts(64),
    "subject": _texts(255),
    "staff_id": st.none() | st.integers(-(2**63), 2**63 - 1),
    "data": _texts(200),
    "content_hash": HASHES,
    "previous_hash": HASHES,
    "hash": HASHES,
}


@pytest.mark.parametrize("column", CHANGES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_change_of_any_field_of_any_row_is_found(column: str, data: st.DataObject) -> None:
    with transaction.atomic():
        chain = _chain()
        entry = data.draw(st.sampled_from(chain), label="entry")
        value = data.draw(CHANGES[column], label=column)
        assume(value != getattr(entry, column))
        assume(column != "id" or value not in range(1, LENGTH + 1))
        tamper(f"UPDATE {ENTRIES} SET {column} = %s WHERE id = %s", [value, entry.id])
        assert (Kind.CHANGED, value if column == "id" else entry.id) in found()
        transaction.set_rollback(True)


@pytest.mark.parametrize("code", LANGUAGES)
def test_findings_name_their_entry_in_every_language(code: str) -> None:
    _chain()
    tamper(f"UPDATE {ENTRIES} SET kind = 'a.b' WHERE id = 3")
    with translation.override(code):
        assert "3" in verify()[0].text


def _long_chain(number: int) -> None:
    with transaction.atomic():
        append_all(Record(kind="rule.changed", subject=f"legal.rule:{n}", data={"n": "x" * 200}) for n in range(number))


def test_batches_are_walked_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(verification, "BATCH", 10)
    _long_chain(35)
    tamper(f"UPDATE {ENTRIES} SET kind = 'a.b' WHERE id IN (10, 11, 35)")
    with django_assert_num_queries(6):
        assert found() == [(Kind.CHANGED, 10), (Kind.CHANGED, 11), (Kind.CHANGED, 35)]


def _most_memory(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "BATCH", 50)
    _long_chain(100)
    verify()
    little = _most_memory(verify)
    _long_chain(1500)
    assert _most_memory(verify) < 2 * little
