"""The app of the search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Makes the surfaces of the search known to the law."""
        from search.page.surfaces import register_surfaces

        register_surfaces()
