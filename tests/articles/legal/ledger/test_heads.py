"""Tests of signed heads."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.legal.ledger.heads import Head, HeadIsUnreadable, LedgerWasRewritten, export_head, make_head, read_head
from articles.legal.ledger.signing import public_key
from articles.legal.ledger.triggers import ENTRIES
from tests.ledger import found, tamper, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Where heads are exported to."""
    settings.LEDGER_HEADS = tmp_path / "ledger-heads"
    return Path(settings.LEDGER_HEADS)


def _file(**changes: object) -> bytes:
    return json.dumps({**asdict(make_head()), **changes}).encode()


def test_head_counts_the_entries_and_tells_the_last_hash() -> None:
    assert (make_head().count, make_head().hash) == (0, "")
    write()
    last = write()
    head = make_head()
    assert (head.count, head.hash, head.key) == (2, last.hash, public_key())
    assert head.is_genuine()


def test_head_comes_back_from_its_file() -> None:
    write()
    head = make_head()
    assert read_head(json.dumps(asdict(head)).encode()) == head


@pytest.mark.parametrize(("name", "value"), [("count", 2), ("hash", "0" * 64), ("at", "2026-03-01T12:00:00.000000Z")])
def test_any_changed_value_makes_the_signature_a_bad_one(name: str, value: object) -> None:
    write()
    assert not replace(make_head(), **{name: value}).is_genuine()


def test_head_that_somebody_else_signed_is_not_genuine(settings: Any) -> None:
    ours = settings.EVIDENCE_SIGNING_KEY
    settings.EVIDENCE_SIGNING_KEY = b"x" * 32
    theirs = make_head()
    settings.EVIDENCE_SIGNING_KEY = ours
    assert not theirs.is_genuine()
    assert not replace(theirs, key=public_key()).is_genuine()
    assert theirs.is_genuine(trusted=[theirs.key])
    assert found(theirs) == [("bad signature", None)]
    assert found(theirs, trusted=[theirs.key]) == []


def test_head_is_exported_under_its_count_and_never_replaced(folder: Path) -> None:
    write()
    file = export_head()
    assert file == folder / "1.json"
    content = file.read_bytes()
    assert read_head(content).is_genuine()
    assert export_head() == file
    assert file.read_bytes() == content
    write()
    assert export_head() == folder / "2.json"
    assert sorted(path.name for path in folder.iterdir()) == ["1.json", "2.json"]


def test_ledger_that_was_written_anew_does_not_replace_a_head(folder: Path) -> None:
    write()
    content = export_head().read_bytes()
    tamper(f"UPDATE {ENTRIES} SET hash = %s", ["0" * 64])
    with pytest.raises(LedgerWasRewritten, match=r"1\.json"):
        export_head()
    assert (folder / "1.json").read_bytes() == content


def test_named_file_is_replaced(tmp_path: Path) -> None:
    for count in (1, 2):
        write()
        assert export_head(tmp_path / "new" / "latest.json") == tmp_path / "new" / "latest.json"
        assert read_head((tmp_path / "new" / "latest.json").read_bytes()).count == count


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "not UTF-8": b"\xff\xfe",
    "not JSON": b"{count: 1}",
    "a list": b"[]",
    "a number": b"1",
    "nested": b"[" * 9_000,
    "a number of many digits": b'{"count": ' + b"9" * 9_000 + b"}",
    "too long": b" " * 20_000,
    "too few names": b'{"count": 1}',
    "a name twice": b'{"count": 1, "count": 2}',
    "NUL": b"\0",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_is_refused(content: bytes) -> None:
    with pytest.raises(HeadIsUnreadable, match=r"\w"):
        read_head(content)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("count", -1),
        ("count", True),
        ("count", 1.0),
        ("count", "1"),
        ("count", None),
        ("count", 2**63),
        ("count", 0),
        ("hash", "F" * 64),
        ("hash", "0" * 63),
        ("hash", "0" * 64 + "\n"),
        ("hash", ""),
        ("hash", ["0" * 64]),
        ("at", "yesterday"),
        ("at", "2026-03-01T12:00:00Z"),
        ("at", "٢٠٢٦-03-01T12:00:00.000000Z"),
        ("key", "A"),
        ("key", None),
        ("signature", "A" * 88),
        ("signature", {}),
        ("more", 1),
    ],
)
def test_hostile_value_is_refused(name: str, value: object) -> None:
    write()
    with pytest.raises(HeadIsUnreadable, match=r"\w"):
        read_head(_file(**{name: value}))


@given(st.binary(max_size=300))
def test_no_file_does_anything_but_be_refused(content: bytes) -> None:
    with pytest.raises(HeadIsUnreadable):
        read_head(content)


def test_signature_of_the_right_form_and_no_sense_is_not_genuine() -> None:
    head = make_head()
    assert not Head(head.count, head.hash, head.at, head.key, "A" * 86 + "==").is_genuine()
    assert not Head(head.count, head.hash, head.at, "A" * 43 + "=", head.signature).is_genuine(["A" * 43 + "="])
