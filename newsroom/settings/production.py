"""Readers' traffic: every required variable is named when it is missing, and files are not served by Django."""

from newsroom.settings import environment
from newsroom.settings.base import *  # noqa: F403 a settings module is its base with changes
from newsroom.settings.base import INSTALLED_APPS, STORAGES

environment.required(
    "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL", "EVIDENCE_SIGNING_KEY"
)

DEBUG = False
DEMO_IS_ALLOWED = False
INSTALLED_APPS = [*INSTALLED_APPS, "django_tasks_db"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
