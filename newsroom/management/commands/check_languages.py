"""Says per language what is missing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Locale

from articles.pages.home import HomePage
from newsroom.checks import missing_in
from newsroom.languages import LANGUAGES


class Command(BaseCommand):
    help = "List every language of the table and what it lacks; exit 1 when one lacks something."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints a line per language: code, direction, state of its catalogue, what is missing."""
        homes = set(HomePage.objects.live().values_list("locale__language_code", flat=True))
        locales = set(Locale.objects.values_list("language_code", flat=True))
        lacking = 0
        for row in LANGUAGES.values():
            missing = [message.msg for message in missing_in(row)]
            if row.code not in locales:
                missing.append("no row among Wagtail's locales")
            if row.code not in homes:
                missing.append("no front page that is live")
            lacking += bool(missing)
            state = "; ".join(missing) or "complete"
            self.stdout.write(f"{row.code:8} {row.direction}  {row.catalogue:20}  {state}")
        if lacking:
            raise CommandError(f"{lacking} of {len(LANGUAGES)} languages lack something.")
