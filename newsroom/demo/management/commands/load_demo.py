"""Loads the demo newsroom."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from newsroom.demo.loading import LOGINS, is_loaded, load
from newsroom.demo.resetting import reset as reset_everything


class Command(BaseCommand):
    help = "Load the demo newsroom: front pages, people, pictures, a video and stories in every language."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do with what is there."""
        parser.add_argument(
            "--reset", action="store_true", help="recreate the database first; everything in it is lost"
        )

    def handle(self, *args: Any, reset: bool, **options: Any) -> None:
        """Loads the demo once; a second time it only prints the logins.

        Raises CommandError in production: the demo's passwords are public.
        """
        if not settings.DEMO_IS_ALLOWED:
            raise CommandError("The demo is not for production: its passwords are public.")
        if reset:
            reset_everything()
        if is_loaded():
            self.stdout.write("The demo is here already; load_demo --reset begins anew.")
        else:
            load(timezone.now(), self.stdout.write)
        for login in LOGINS:
            self.stdout.write(f"{settings.SITE_URL}/admin/  {login.name} / {login.password}  ({login.role})")
