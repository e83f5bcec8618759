"""Tests of the key that evidence is signed with."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.settings import environment

SEED = bytes(range(32))


def test_signing_key_is_read_from_base64(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_SIGNING_KEY", base64.b64encode(SEED).decode())
    assert environment.signing_key() == SEED
    monkeypatch.setenv("EVIDENCE_SIGNING_KEY", "")
    assert environment.signing_key() == b""


@pytest.mark.parametrize("value", ["x", "AAAA", "ключ", base64.b64encode(SEED).decode() + " x", "A" * 5000])
def test_hostile_signing_key_is_refused_and_not_repeated(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCE_SIGNING_KEY", value)
    with pytest.raises(ImproperlyConfigured, match="EVIDENCE_SIGNING_KEY") as refusal:
        environment.signing_key()
    assert value == "x" or value not in str(refusal.value)


def test_kept_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "evidence-signing-key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(environment.kept_signing_key, [path] * 8))
    assert len(keys) == 1
    assert len(keys.pop()) == 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_kept_key_that_was_spoilt_is_named(tmp_path: Path) -> None:
    path = tmp_path / "evidence-signing-key"
    path.write_text("spoilt")
    with pytest.raises(ImproperlyConfigured, match="evidence-signing-key"):
        environment.kept_signing_key(path)


def test_production_does_not_start_without_the_key() -> None:
    given = {
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "news.example",
        "SITE_URL": "https://news.example",
        "DATABASE_URL": "postgresql://localhost/newsroom",
        "REDIS_URL": "redis://localhost",
        "EMAIL_URL": "smtp://localhost",
    }
    kept = {name: value for name, value in os.environ.items() if name != "EVIDENCE_SIGNING_KEY"}
    started = subprocess.run(
        [sys.executable, "-c", "import newsroom.settings.production"],
        env={**kept, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode != 0
    assert "Set EVIDENCE_SIGNING_KEY: production does not start without." in started.stderr
