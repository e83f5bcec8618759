"""One machine, no service running."""

from newsroom.settings.base import *  # noqa: F403 a settings module is its base with changes
from newsroom.settings.base import ALLOWED_HOSTS, MIDDLEWARE, SECRET_KEY, VAR

VAR.mkdir(parents=True, exist_ok=True)
DEBUG = False
SECRET_KEY = SECRET_KEY or "only for development on this machine"
ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
MIDDLEWARE = ["newsroom.middleware.PublicFilesMiddleware", *MIDDLEWARE]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
