"""The app of the search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Fills the registries of lower rooms, tells the law its surfaces, and has the indexes hear of changes."""
        from articles.pages.registries import related as related_registry
        from search.indexing import changes, delivering
        from search.page.surfaces import register_surfaces
        from search.related import related

        related_registry.register("of the index", related)
        register_surfaces()
        changes.connect()
        delivering.register()
