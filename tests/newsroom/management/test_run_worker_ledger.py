"""Tests of the worker's round."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from articles.legal.ledger.heads import read_head
from articles.legal.ledger.triggers import ENTRIES
from articles.legal.models import LedgerEntry
from tests.ledger import tamper, write

pytestmark = pytest.mark.django_db


def test_worker_exports_the_head_of_the_ledger(settings: Any, tmp_path: Path) -> None:
    settings.LEDGER_HEADS = tmp_path
    write()
    call_command("run_worker", "--once")
    newest = tmp_path / f"{LedgerEntry.objects.count()}.json"
    assert read_head(newest.read_bytes()).is_genuine()


def test_worker_goes_on_and_complains_when_the_ledger_was_written_anew(
    settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.LEDGER_HEADS = tmp_path
    write()
    call_command("run_worker", "--once")
    tamper(f"UPDATE {ENTRIES} SET hash = %s", ["0" * 64])
    call_command("run_worker", "--once")
    assert "The head of the ledger was not exported" in caplog.text


def test_worker_goes_on_when_heads_cannot_be_written(
    settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    settings.LEDGER_HEADS = tmp_path / "file"
    call_command("run_worker", "--once")
    assert "The head of the ledger was not exported" in caplog.text
