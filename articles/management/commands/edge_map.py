"""Writes the map from places to notice keys for an edge."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.edge_map import WRITERS
from articles.legal.keys import key_map


class Command(BaseCommand):
    help = "Write which notice key each place has, in the form that an edge reads; see deploy/README.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """For which edge."""
        parser.add_argument("--format", choices=sorted(WRITERS), default="json")

    def handle(self, *args: Any, format: str, **options: Any) -> None:
        """Prints the map; it is right until a rule or a word of a notice changes."""
        self.stdout.write(WRITERS[format](key_map(snapshot.current(), timezone.now())), ending="")
