"""Where readers meet stories through the search, as the law must know it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.legal import surfaces

SEARCH, FEED = "search", "feed"


def register_surfaces() -> None:
    """Makes the surfaces of the search known to the law."""
    surfaces.register(SEARCH, _("search"), routes=("search", "search_suggestions"))
    surfaces.register(FEED, _("feeds"), routes=("search_feed",))
