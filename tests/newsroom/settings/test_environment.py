"""Tests of variables that are read, and of those that keep the program from starting."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.regions.dialects import DIALECTS
from newsroom.settings import environment

ROOT = Path(__file__).resolve().parents[3]
GEO = ("GEO_SOURCE", "GEO_SHARED_SECRET", "GEOIP_PATH", "TRUSTED_PROXY_COUNT")
COMPLETE = {
    "SECRET_KEY": "only for tests",
    "ALLOWED_HOSTS": "news.example",
    "SITE_URL": "https://news.example",
    "DATABASE_URL": "postgresql://localhost/newsroom",
    "REDIS_URL": "redis://localhost",
    "EMAIL_URL": "smtp://localhost",
    "EVIDENCE_SIGNING_KEY": base64.b64encode(bytes(32)).decode(),
}
EVERY_DIALECT = pytest.mark.parametrize("source", DIALECTS)


@pytest.fixture(autouse=True)
def _no_source(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GEO:
        monkeypatch.delenv(name, raising=False)


def start(settings: str, **variables: str) -> str:
    """What a process complains of that starts with these settings; nothing when it starts."""
    plain = {name: value for name, value in os.environ.items() if name not in (*GEO, *COMPLETE)}
    command = [sys.executable, "-c", f"import newsroom.settings.{settings}"]
    done = subprocess.run(
        command, cwd=ROOT, env={**plain, **COMPLETE, **variables}, capture_output=True, text=True, check=False
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def test_readers_are_nowhere_unless_a_source_is_set() -> None:
    assert environment.geo() == environment.Geo("none", [], "", 0)
    environment.require_geo()


def test_source_is_read_with_all_that_belongs_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in zip(GEO, ("mmdb", "old, new", "/srv/city.mmdb", "2"), strict=True):
        monkeypatch.setenv(name, value)
    assert environment.geo() == environment.Geo("mmdb", ["old", "new"], "/srv/city.mmdb", 2)
    environment.require_geo()


def test_every_dialect_can_be_set() -> None:
    assert set(environment.HEADER_SOURCES) == set(DIALECTS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GEO_SOURCE", "akamai"),
        ("GEO_SOURCE", "Cloudflare"),
        ("TRUSTED_PROXY_COUNT", "-1"),
        ("TRUSTED_PROXY_COUNT", "two"),
        ("TRUSTED_PROXY_COUNT", "1.0"),
        ("TRUSTED_PROXY_COUNT", "٢"),
        ("TRUSTED_PROXY_COUNT", "9" * 5000),
    ],
)
def test_value_that_means_nothing_is_refused_by_its_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        environment.geo()


@EVERY_DIALECT
@pytest.mark.parametrize("secret", [None, "", " ", " , "])
def test_header_source_without_a_secret_is_refused(
    source: str, secret: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEO_SOURCE", source)
    if secret is not None:
        monkeypatch.setenv("GEO_SHARED_SECRET", secret)
    with pytest.raises(ImproperlyConfigured, match="GEO_SHARED_SECRET"):
        environment.require_geo()


def test_production_does_not_start_while_anybody_could_send_places() -> None:
    assert "GEO_SHARED_SECRET" in start("production", GEO_SOURCE="cloudflare")
    assert "GEOIP_PATH" in start("production", GEO_SOURCE="mmdb")


def test_production_starts_with_a_secret() -> None:
    assert start("production", GEO_SOURCE="cloudflare", GEO_SHARED_SECRET="a secret") == ""


def test_development_starts_without_a_secret() -> None:
    assert start("development", GEO_SOURCE="cloudflare") == ""


# Shared caches


def test_no_cache_is_told_anything_unless_its_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CDN_PURGE_URL", raising=False)
    monkeypatch.delenv("CDN_PURGE_TOKEN", raising=False)
    assert (environment.purge_addresses(), environment.purge_token()) == ([], "")


def test_caches_are_told_at_every_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CDN_PURGE_URL", "http://10.0.0.7:6081/, https://cache.example/purge")
    monkeypatch.setenv("CDN_PURGE_TOKEN", "only-for-tests")
    assert environment.purge_addresses() == ["http://10.0.0.7:6081/", "https://cache.example/purge"]
    assert environment.purge_token() == "only-for-tests"


@pytest.mark.parametrize(
    "address", ["cache.example", "ftp://cache.example/", "http://", "http://me:secret@cache.example/", "http://x:port/"]
)
def test_what_is_no_address_of_a_cache_keeps_the_program_from_starting(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDN_PURGE_URL", f"http://10.0.0.7/,{address}")
    with pytest.raises(ImproperlyConfigured, match="CDN_PURGE_URL") as refusal:
        environment.purge_addresses()
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("token", ["two words", "a\r\nX-Geo-Secret: b", "тайна"])
def test_a_token_that_no_header_can_carry_keeps_the_program_from_starting(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CDN_PURGE_TOKEN", token)
    with pytest.raises(ImproperlyConfigured, match="CDN_PURGE_TOKEN"):
        environment.purge_token()


@pytest.mark.parametrize(
    "token", ["short", "a token with spaces in it", "ключ-от-чисел-newsroom", "line\nbreak-long-enough"]
)
def test_bad_metrics_token_is_refused_by_name(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("METRICS_TOKEN", token)
    with pytest.raises(ImproperlyConfigured, match="METRICS_TOKEN"):
        environment.metrics_token()


def test_metrics_token_may_be_left_out_or_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("METRICS_TOKEN", raising=False)
    assert environment.metrics_token() == ""
    monkeypatch.setenv("METRICS_TOKEN", "0123456789abcdef")
    assert environment.metrics_token() == "0123456789abcdef"


@pytest.mark.parametrize(
    "address", ["search:9200", "ftp://u:secret@host", "http://", "http://u:secret@host:0", "http://[u:secret"]
)
def test_bad_address_of_elasticsearch_is_refused_without_its_password(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ELASTICSEARCH_URL", address)
    with pytest.raises(ImproperlyConfigured, match="ELASTICSEARCH_URL") as refused:
        environment.elasticsearch_address()
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:9200", "https://u:secret@search.example:9243"])
def test_address_of_elasticsearch_may_be_left_out(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELASTICSEARCH_URL", f"{address}/" if address else "")
    assert environment.elasticsearch_address() == address


def test_no_machine_translates_unless_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRANSLATION_ENGINE_URL", raising=False)
    assert environment.translation_engine() is None
    assert environment.translation_engine("practice:").kind == "practice"


def test_engine_is_read_with_its_key_and_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATION_ENGINE_URL", "deepl+https://api.example/base/?key=a%20k3y&languages=en,RU")
    engine = environment.translation_engine()
    assert (engine.kind, engine.address, engine.key) == ("deepl", "https://api.example/base", "a k3y")
    assert engine.languages == {"en", "ru"}
    assert "k3y" not in repr(engine)


@pytest.mark.parametrize(
    "value",
    [
        "https://api.example/?key=k3y",
        "deepl+file:///etc/passwd",
        "deepl+https://",
        "other+https://api.example/",
        "deepl:",
        "libretranslate+https://user:k3y@api.example/",
    ],
)
def test_engine_that_means_nothing_is_refused_without_its_key(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATION_ENGINE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="TRANSLATION_ENGINE_URL") as raised:
        environment.translation_engine()
    assert "k3y" not in str(raised.value)
