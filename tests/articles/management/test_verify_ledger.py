"""Tests of the commands verify_ledger and export_ledger_head."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.legal.ledger.erasing import erase_content
from articles.legal.ledger.signing import public_key
from articles.legal.ledger.triggers import ENTRIES
from tests.ledger import tamper, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Where heads are exported to."""
    settings.LEDGER_HEADS = tmp_path / "ledger-heads"
    return Path(settings.LEDGER_HEADS)


def run(command: str, *arguments: str | Path) -> str:
    call_command(command, *map(str, arguments), stdout=(said := StringIO()), no_color=True)
    return said.getvalue()


def refused(*arguments: str | Path) -> tuple[str, CommandError]:
    said = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("verify_ledger", *map(str, arguments), stdout=said, no_color=True)
    assert error.value.returncode == 1
    return said.getvalue(), error.value


def test_whole_ledger_is_said_to_be_whole() -> None:
    write()
    assert run("verify_ledger") == "The ledger of 1 entries is whole.\n"


def test_faults_are_printed_with_their_entry_and_exit_1() -> None:
    write()
    write()
    tamper(f"UPDATE {ENTRIES} SET kind = 'a.b' WHERE id = 2")
    said, error = refused()
    assert said == "fault\tchanged\t2\tEntry 2 was changed: its hash does not match.\n"
    assert str(error) == "The ledger of 2 entries has 1 faults."


def test_erasure_by_order_is_printed_and_is_no_fault() -> None:
    erase_content(write(content=b"Words.").content_hash, by=1, order="2026/1")
    said = run("verify_ledger")
    assert said.startswith("information\terased by order\t1\t")
    assert "whole" in said


def test_cut_tail_is_found_with_an_exported_head() -> None:
    for _ in range(3):
        write()
    file = run("export_ledger_head").strip()
    assert "whole" in run("verify_ledger", "--head", file)
    tamper(f"DELETE FROM {ENTRIES} WHERE id > 1")
    assert "whole" in run("verify_ledger")
    said, _ = refused("--head", file)
    assert said.startswith("fault\ttail cut\t2\t")


def test_head_is_written_to_a_named_file(tmp_path: Path) -> None:
    write()
    assert run("export_ledger_head", tmp_path / "head.json") == f"{tmp_path / 'head.json'}\n"
    assert json.loads((tmp_path / "head.json").read_text())["count"] == 1


def test_head_that_cannot_be_written_has_a_clear_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="file"):
        run("export_ledger_head", tmp_path / "file" / "head.json")


def test_head_of_an_earlier_key_is_accepted_when_the_key_is_named(settings: Any) -> None:
    write()
    file = run("export_ledger_head").strip()
    earlier = public_key()
    settings.EVIDENCE_SIGNING_KEY = b"y" * 32
    said, _ = refused("--head", file)
    assert said.startswith("fault\tbad signature\t-\t")
    assert "whole" in run("verify_ledger", "--head", file, "--key", earlier)


@pytest.mark.parametrize("content", [b"", b"\xff", b"{}", b"[" * 9_000, b"x" * 20_000, b'{"count": "\xd9\xa1"}'])
def test_hostile_head_file_has_a_clear_message_and_exits_1(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "head.json"
    file.write_bytes(content)
    said, error = refused("--head", file)
    assert said == ""
    assert str(error).startswith(f"{file}: ")


@pytest.mark.parametrize("name", ["missing.json", ".", "a\0b", "x" * 5000])
def test_file_that_cannot_be_opened_has_a_clear_message(name: str, tmp_path: Path) -> None:
    _, error = refused("--head", tmp_path / name)
    assert len(str(error)) > len(f"{tmp_path / name}: ")
