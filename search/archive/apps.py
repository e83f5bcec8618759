"""The app of the editors' archive."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    name = "search.archive"
    label = "archive"
    verbose_name = _("Archive")

    def ready(self) -> None:
        """Has entries follow their stories, and makes those that are missing once the tables are there."""
        from django.db.models.signals import post_migrate, post_save

        from articles.pages.article import ArticlePage
        from search.archive import entries

        post_save.connect(entries.story_was_saved, sender=ArticlePage, dispatch_uid="archive.story_was_saved")
        post_migrate.connect(entries.tables_are_ready, sender=self, dispatch_uid="archive.tables_are_ready")
