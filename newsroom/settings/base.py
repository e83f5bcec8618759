"""What every environment shares."""

from __future__ import annotations

import warnings

import django.conf.locale
from PIL import Image

from newsroom import languages
from newsroom.settings import environment

BASE_DIR = environment.BASE_DIR
VAR = environment.data_folder()

SITE_URL = environment.text("SITE_URL", f"http://127.0.0.1:{environment.text('PORT', '8000')}").rstrip("/")
SECRET_KEY = environment.text("SECRET_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")

INSTALLED_APPS = [
    "newsroom",
    "newsroom.users",
    "newsroom.outbox",
    "newsroom.regions",
    "newsroom.demo",
    "articles",
    "media",
    "search",
    "search.archive",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "newsroom.regions.middleware.LocationMiddleware",  # first: what comes after meets no address
    "articles.legal.caching.CachingMiddleware",  # sees every answer, with all that the others put on it
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.middleware.LanguageMiddleware",
    "articles.legal.middleware.ReaderMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.pages.redirects.VisibleRedirectMiddleware",
    "articles.pages.secrecy.SecrecyMiddleware",
    "newsroom.users.unasked.UnaskedMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
ASGI_APPLICATION = "newsroom.asgi.application"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.newsroom",
            ],
        },
    }
]

DATABASES = {"default": environment.database(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": environment.cache(), "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
globals().update(environment.email())

# Where readers are
GEO = environment.geo()
GEO_SOURCE = GEO.source
GEO_SHARED_SECRETS = GEO.shared_secrets
GEO_DATABASE_PATH = GEO.database_path
GEO_TRUSTED_PROXY_COUNT = GEO.trusted_proxy_count
DEFAULT_EXCEPTION_REPORTER_FILTER = "newsroom.regions.reports.PlacelessReports"

# Shared caches in front of the site
CDN_PURGE_URLS = environment.purge_addresses()
CDN_PURGE_TOKEN = environment.purge_token()

# Languages: all of it derives from the table.
LANGUAGE_CODE = "en"
LANGUAGES = languages.django_languages()
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LANGUAGES_BIDI = languages.right_to_left_codes()
django.conf.locale.LANG_INFO.update(languages.language_information())
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "UTC"
USE_TZ = True

# Rules of legal notices as the last process knew them, for one that starts while the database is away
LEGAL_RULES_FILE = VAR / "legal" / "rules.json"

# Users
AUTH_USER_MODEL = "users.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Files: whatever is uploaded is private; media.publication copies what readers may have into "public", or into
# "guarded" where the law may withhold it from some of them.
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
WHITENOISE_MIMETYPES = {".vtt": "text/vtt"}
STORAGES = {
    **environment.media_storages(VAR),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# The ledger: what signs its heads, where they are exported to, and whether its triggers stay whoever asks.
EVIDENCE_SIGNING_KEY = environment.signing_key()
LEDGER_HEADS = VAR / "ledger-heads"
LEDGER_IS_SEALED = True

# Pictures: a picture of more pixels is refused from its header, before it is decoded.
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.intake.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 30 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILIMAGES_JPEG_QUALITY = 80
Image.MAX_IMAGE_PIXELS = WAGTAILIMAGES_MAX_IMAGE_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)

# Wagtail
WAGTAIL_SITE_NAME = "Newsroom"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
WAGTAIL_USAGE_COUNT_ENABLED = True

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Readers' pages load nothing from anywhere but this site until they ask (media.blocks.EmbedBlock).
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'", "blob:"],
        "frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # the editor shows previews of our own pages in a frame

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "INFO")},
    "loggers": {
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
        "elastic_transport": {"level": "ERROR"},
    },
}

DEMO_IS_ALLOWED = True

# Numbers for those who watch the program
METRICS_TOKEN = environment.metrics_token()

ELASTICSEARCH_URL = environment.elasticsearch_address()
SEARCH_INDEX_PREFIX = "news"

TRANSLATION_ENGINE = environment.translation_engine()
