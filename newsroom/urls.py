"""Every address of the site."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from articles.legal.edge_views import legal_keys
from articles.legal.ledger.views import evidence_key
from articles.legal.preview.counsel_views import counsel
from articles.pages.bylines import byline
from articles.pages.legal_views import explanation, legal_notices
from articles.pages.serving import serve
from media.serving import published_file
from media.views import private_file
from newsroom import views
from newsroom.metrics import metrics
from search.page.feed import search_feed
from search.page.views import search, suggestions

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("healthz", views.alive),
    path("readyz", views.ready),
    path("metrics", metrics, name="metrics"),
    path("legal-keys", legal_keys, name="legal_keys"),
    path(".well-known/newsroom-evidence-key", evidence_key, name="evidence_key"),
    path("counsel/<str:token>/", counsel, name="counsel"),
    path("admin/files/<path:name>", private_file, name="private_file"),
    path(f"{settings.MEDIA_URL.removeprefix('/')}<path:name>", published_file, name="published_file"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *i18n_patterns(
        re_path(r"^(?P<room>people|services|agencies)/(?P<key>[a-z0-9-]+)/$", byline, name="byline"),
        path("search/", search, name="search"),
        path("search/suggest", suggestions, name="search_suggestions"),
        path("search/feed.atom", search_feed, name="search_feed"),
        path("legal/", legal_notices, name="legal_notices"),
        path("legal/<slug:slug>/", explanation, name="explanation"),
        re_path(r"^(?P<path>[\w-]+/[\w-]+/)$", serve, name="story"),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]

handler400 = views.bad_request
handler403 = views.refused
handler404 = views.page_not_found
handler500 = views.server_error
