"""One machine, no service running."""

from newsroom.settings import environment
from newsroom.settings.base import *  # noqa: F403 a settings module is its base with changes
from newsroom.settings.base import ALLOWED_HOSTS, EVIDENCE_SIGNING_KEY, MIDDLEWARE, SECRET_KEY, VAR

VAR.mkdir(parents=True, exist_ok=True)
DEBUG = False
SECRET_KEY = SECRET_KEY or "only for development on this machine"
EVIDENCE_SIGNING_KEY = EVIDENCE_SIGNING_KEY or environment.kept_signing_key(VAR / "evidence-signing-key")
LEDGER_IS_SEALED = False
ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
MIDDLEWARE = ["newsroom.middleware.PublicFilesMiddleware", *MIDDLEWARE]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
TRANSLATION_ENGINE = environment.translation_engine("practice:")
