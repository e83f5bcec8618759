"""Tests of the command that shows evidence."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from articles.legal.evidence.snapshots import take_snapshots
from articles.legal.ledger.signing import Signature, is_signed, public_key
from newsroom.identity import VERSION
from tests.articles.legal.makers import make_notice, make_rule, make_text
from tests.factories import make_story

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
AFTER = "2026-03-01T13:00:00Z"


@pytest.fixture
def address() -> str:
    """Of a story that carried a notice an hour ago and was unpublished since."""
    with time_machine.travel(DAY, tick=False) as clock:
        story, notice = make_story(title="A <b>headline</b>"), make_notice()
        make_text(notice, words="Mind the law")
        make_rule(notice)
        take_snapshots()
        clock.shift(timedelta(hours=2))
        story.unpublish()
    return story.url_path


def _run(capsys: Any, **options: Any) -> str:
    call_command("legal_evidence", **options)
    return capsys.readouterr().out


def test_it_prints_canonical_json(address: str, capsys: Any) -> None:
    printed = _run(capsys, url=address, at=AFTER, region="RU")
    found = json.loads(printed)
    assert found["page"]["content"]["title"] == "A <b>headline</b>"
    assert "Mind the law" in found["fragment"]
    assert [row["notice"] for row in found["fragments"]] == ["undesirable"]
    assert found["snapshot"]["is"] == "snapshot"
    assert found["fragment"] in found["snapshot"]["html"]
    assert found["decision"]["status"] == 200
    assert printed == _run(capsys, url=address, at=AFTER, region="RU")


def test_the_archive_is_whole_signed_and_the_same_every_time(address: str, tmp_path: Path, capsys: Any) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    _run(capsys, url=address, at=AFTER, region="RU", output=first)
    make_story(title="What happens later changes nothing")
    _run(capsys, url=address, at=AFTER, region="RU", output=second)
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.zip", "second.zip"]
    with zipfile.ZipFile(first) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(files["manifest.json"])
    signature = json.loads(files["signature.json"])
    assert is_signed(files["manifest.json"], Signature(signature["key"], signature["signature"]))
    assert signature["key"] == public_key()
    assert manifest["program"]["version"] == VERSION
    assert manifest["ledger_head"]["count"] == json.loads(files["entries.json"])[-1]["id"]
    named = {*manifest["files"], "manifest.json", "signature.json", "signature.bin"}
    assert named == set(files)
    for name, told in manifest["files"].items():
        assert hashlib.sha256(files[name]).hexdigest() == told
    assert files["fragment.html"] in files["snapshot.html"]
    assert b"applies" in files["trace.txt"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"region": "RU-CR"},
        {"at": "2026-03-01T13:00:00"},
        {"at": "2999-01-01T00:00:00Z"},
        {"at": "2026-03-01T11:00:00Z"},
        {"at": "2026-03-01T15:00:00Z"},
        {"url": "/en/world/nothing/"},
        {"url": "https://elsewhere.example/en/world/a-b-headline-b/"},
        {"language": "xx"},
        {"output": Path("/nowhere/at/all.zip")},
    ],
)
def test_what_cannot_be_answered_is_a_clear_error_and_exit_1(address: str, wrong: dict[str, Any]) -> None:
    options = {"url": address, "at": AFTER, "region": "RU", **wrong}
    with pytest.raises(CommandError) as refused:
        call_command("legal_evidence", **options)
    assert refused.value.returncode == 1
    assert str(refused.value)


def test_a_folder_is_no_file_and_nothing_is_left_in_it(address: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(CommandError):
        call_command("legal_evidence", url=address, at=AFTER, region="RU", output=tmp_path / "there")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
