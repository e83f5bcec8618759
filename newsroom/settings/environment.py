"""The only reader of environment variables; names are listed in the README."""

from __future__ import annotations

import base64
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]
SIGNING_KEY_BYTES = 32


def text(name: str, default: str = "") -> str:
    """The variable, or the default when it is unset or empty."""
    return os.environ.get(name) or default


def required(*names: str) -> None:
    """Refuses to start while one of the variables is unset, and says which."""
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        raise ImproperlyConfigured(f"Set {', '.join(missing)}: production does not start without.")


def words(name: str, default: str = "") -> list[str]:
    """The variable cut at its commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def data_folder() -> Path:
    """VAR: the folder of everything that is kept (database, uploads, collected files)."""
    return Path(text("VAR", str(BASE_DIR / "var"))).resolve()


def database(var: Path) -> dict[str, object]:
    """DATABASE_URL, or SQLite under `var` in WAL mode; transactions that write say so from their start."""
    url = text("DATABASE_URL", f"sqlite:///{var}/newsroom.sqlite3")
    config: dict[str, object] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["CONN_MAX_AGE"] = 0
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return config


def signing_key() -> bytes:
    """EVIDENCE_SIGNING_KEY: the seed of an Ed25519 key; empty where it is unset."""
    value = text("EVIDENCE_SIGNING_KEY")
    return _seed(value, "EVIDENCE_SIGNING_KEY") if value else b""


def kept_signing_key(path: Path) -> bytes:
    """The key that is kept in a file which only its owner reads; made at the first call, once for all processes."""
    if not path.exists():
        draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(SIGNING_KEY_BYTES)) + b"\n")
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return _seed(path.read_text("ascii").strip(), str(path))


def _seed(value: str, where: str) -> bytes:
    try:
        seed = base64.b64decode(value, validate=True)
    except ValueError:
        seed = b""
    if len(seed) != SIGNING_KEY_BYTES:
        raise ImproperlyConfigured(f"{where} holds {SIGNING_KEY_BYTES} random bytes in base64, and nothing else.")
    return seed


def email() -> dict[str, object]:
    """EMAIL_URL as Django's settings; messages go to the console without it."""
    return {
        name: value
        for name, value in dj_email_url.parse(text("EMAIL_URL", "console:")).items()
        if name.startswith("EMAIL_") and name != "EMAIL_FILE_PATH"
    }


def cache() -> dict[str, object]:
    """REDIS_URL, or this process's memory."""
    url = text("REDIS_URL")
    if url:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


def media_storages(var: Path) -> dict[str, dict[str, object]]:
    """The private, public and guarded storage by MEDIA_STORAGE_URL: a folder, or `s3://bucket?endpoint_url=…`.

    They lie in one folder or bucket, under `private/`, `public/` and `guarded/`; only `public/` may be reachable by
    address.
    """
    parts = urlsplit(text("MEDIA_STORAGE_URL", f"file://{var}/media"))
    if parts.scheme == "file":
        root = Path(parts.path)
        return {
            "default": {"BACKEND": "media.storage.PrivateFolder", "OPTIONS": {"location": str(root / "private")}},
            "public": {"BACKEND": "media.storage.PublicFolder", "OPTIONS": {"location": str(root / "public")}},
            "guarded": {"BACKEND": "media.storage.GuardedFolder", "OPTIONS": {"location": str(root / "guarded")}},
        }
    if parts.scheme == "s3":
        options = {"bucket_name": parts.netloc, **dict(parse_qsl(parts.query))}
        return {
            "default": {"BACKEND": "media.buckets.PrivateBucket", "OPTIONS": {**options, "location": "private"}},
            "public": {"BACKEND": "media.buckets.PublicBucket", "OPTIONS": {**options, "location": "public"}},
            "guarded": {"BACKEND": "media.buckets.GuardedBucket", "OPTIONS": {**options, "location": "guarded"}},
        }
    raise ImproperlyConfigured("MEDIA_STORAGE_URL begins with file:// or s3://.")


HEADER_SOURCES = ("cloudflare", "cloudfront", "fastly", "google")
GEO_SOURCES = ("none", *HEADER_SOURCES, "mmdb")


@dataclass(frozen=True, slots=True)
class Geo:
    """Who tells where readers are, and what makes that believable."""

    source: str
    shared_secrets: list[str]
    database_path: str
    trusted_proxy_count: int


def geo() -> Geo:
    """GEO_SOURCE and what goes with it: GEO_SHARED_SECRET, GEOIP_PATH, TRUSTED_PROXY_COUNT."""
    source, proxies = text("GEO_SOURCE", "none"), text("TRUSTED_PROXY_COUNT", "0")
    if source not in GEO_SOURCES:
        raise ImproperlyConfigured(f"GEO_SOURCE is one of {', '.join(GEO_SOURCES)}.")
    if not re.fullmatch("[0-9]{1,2}", proxies):
        raise ImproperlyConfigured("TRUSTED_PROXY_COUNT is a whole number from 0 to 99.")
    return Geo(source, words("GEO_SHARED_SECRET"), text("GEOIP_PATH"), int(proxies))


def require_geo() -> None:
    """Refuses to start while the source of places lacks what it needs, and says what."""
    found = geo()
    if found.source in HEADER_SOURCES and not found.shared_secrets:
        raise ImproperlyConfigured(
            f"Set GEO_SHARED_SECRET: without it anybody could send the headers of GEO_SOURCE={found.source}."
        )
    if found.source == "mmdb":
        required("GEOIP_PATH")


def purge_addresses() -> list[str]:
    """CDN_PURGE_URL: where shared caches are told what to drop; none where it is unset."""
    addresses = words("CDN_PURGE_URL")
    if not all(_is_plain_address(address) for address in addresses):
        raise ImproperlyConfigured("CDN_PURGE_URL holds addresses such as http://10.0.0.7:6081/, comma between.")
    return addresses


def _is_plain_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False


def purge_token() -> str:
    """CDN_PURGE_TOKEN: what shared caches know us by."""
    token = text("CDN_PURGE_TOKEN")
    if not re.fullmatch("[!-~]*", token):
        raise ImproperlyConfigured("CDN_PURGE_TOKEN holds printable ASCII without spaces.")
    return token


SHORTEST_METRICS_TOKEN = 16


def metrics_token() -> str:
    """METRICS_TOKEN: what whoever collects numbers is known by; nobody gets them while it is unset."""
    token = text("METRICS_TOKEN")
    if token and not re.fullmatch(f"[!-~]{{{SHORTEST_METRICS_TOKEN},}}", token):
        raise ImproperlyConfigured(
            f"METRICS_TOKEN holds at least {SHORTEST_METRICS_TOKEN} printable ASCII characters without spaces."
        )
    return token


def elasticsearch_address() -> str:
    """ELASTICSEARCH_URL: where the indexes are; readers search the database while it is unset."""
    address = text("ELASTICSEARCH_URL").rstrip("/")
    try:
        parts = urlsplit(address)
        is_good = not address or (parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0)
    except ValueError:
        is_good = False
    if not is_good:  # the address may hold a password, so it is not repeated
        raise ImproperlyConfigured("ELASTICSEARCH_URL is an address such as https://user:password@search.example:9200.")
    return address


ENGINES = ("practice", "libretranslate", "deepl")


@dataclass(frozen=True, slots=True)
class TranslationEngine:
    """The machine that suggests translations; its key is never shown."""

    kind: str
    address: str = ""
    key: str = field(default="", repr=False)
    languages: frozenset[str] = frozenset()
    """Codes of ours to which it is held; empty for those that every server of its kind has."""


def translation_engine(default: str = "") -> TranslationEngine | None:
    """TRANSLATION_ENGINE_URL: `libretranslate+https://host/?key=…&languages=en,ru`, `deepl+https://…`, `practice:`."""
    value = text("TRANSLATION_ENGINE_URL", default)
    if not value:
        return None
    parts = urlsplit(value)
    kind, _, scheme = parts.scheme.partition("+")
    is_remote = kind != "practice" and scheme in ("http", "https") and parts.hostname and not parts.username
    if kind not in ENGINES or not (is_remote or parts.scheme == "practice"):
        raise ImproperlyConfigured(
            "TRANSLATION_ENGINE_URL is libretranslate+https://host/?key=…, deepl+https://host/?key=…, or practice:"
        )
    options = dict(parse_qsl(parts.query))
    languages = frozenset(code.strip().lower() for code in options.get("languages", "").split(",") if code.strip())
    address = f"{scheme}://{parts.netloc}{parts.path}".rstrip("/") if is_remote else ""
    return TranslationEngine(kind, address, options.get("key", ""), languages)
