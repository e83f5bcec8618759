"""The app of the search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Fills the registries of lower rooms, and makes the surfaces of the search known to the law."""
        from articles.pages.registries import related as related_registry
        from search.page.surfaces import register_surfaces
        from search.related import related

        related_registry.register("of the index", related)
        register_surfaces()
