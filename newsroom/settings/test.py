"""Fast and alone: no network, cheap passwords, files in a folder that the suite throws away."""

import tempfile
from pathlib import Path

from newsroom.settings.base import *  # noqa: F403 a settings module is its base with changes
from newsroom.settings.base import MIDDLEWARE, STORAGES
from newsroom.settings.environment import TranslationEngine

DEBUG = False
SECRET_KEY = "only for tests"
EVIDENCE_SIGNING_KEY = b"a key of 32 bytes only for tests"
LEDGER_IS_SEALED = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
MIDDLEWARE = ["newsroom.middleware.PublicFilesMiddleware", *MIDDLEWARE]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
FILES = Path(tempfile.mkdtemp(prefix="newsroom-test-"))
LEDGER_HEADS = FILES / "ledger-heads"
LEGAL_RULES_FILE = FILES / "legal" / "rules.json"
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "media.storage.PrivateFolder", "OPTIONS": {"location": str(FILES / "private")}},
    "public": {"BACKEND": "media.storage.PublicFolder", "OPTIONS": {"location": str(FILES / "public")}},
    "guarded": {"BACKEND": "media.storage.GuardedFolder", "OPTIONS": {"location": str(FILES / "guarded")}},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CDN_PURGE_URLS = []
CDN_PURGE_TOKEN = ""
GEO_SOURCE = "none"
GEO_SHARED_SECRETS = []
GEO_DATABASE_PATH = ""
GEO_TRUSTED_PROXY_COUNT = 0
ELASTICSEARCH_URL = ""
METRICS_TOKEN = ""
TRANSLATION_ENGINE = TranslationEngine("practice")
