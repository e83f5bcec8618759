"""Publishes what is due."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.pages.publishing import publish_due


class Command(BaseCommand):
    help = "Publish scheduled stories, unpublish expired ones, open stories whose embargo has ended."

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it once, and names each page that changed state."""
        for page in publish_due():
            self.stdout.write(page.url_path)
