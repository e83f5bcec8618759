"""The app of the search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Has the indexes hear of changes, and the outbox know who delivers them."""
        from search.indexing import changes, delivering

        changes.connect()
        delivering.register()
