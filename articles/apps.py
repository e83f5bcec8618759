"""The app of stories; what the rooms declare is joined here."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """Connects receivers and fills the registries with their defaults."""
        from articles.pages import related, signals
        from articles.pages.lawful import register_surfaces
        from articles.pages.registries import related as related_registry

        signals.connect()
        related_registry.register("newest of the section", related.newest_of_section)
        register_surfaces()
