"""The addresses of a translator's aids."""

from __future__ import annotations

from django.urls import URLPattern, path

from articles.translation.aids.machine import Fill, Review, Suggest
from articles.translation.aids.reading import Checks, Offers


def admin_urls() -> list[URLPattern]:
    """The addresses, for the admin's hook."""
    return [
        path("translation/<int:pk>/offers/", Offers.as_view(), name="translation_offers"),
        path("translation/<int:pk>/suggest/", Suggest.as_view(), name="translation_suggest"),
        path("translation/<int:pk>/fill/", Fill.as_view(), name="translation_fill"),
        path("translation/<int:pk>/review/", Review.as_view(), name="translation_review"),
        path("translation/<int:pk>/checks/", Checks.as_view(), name="translation_checks"),
    ]
